/** Returns the code of a connection's error, such as `ECONNREFUSED`; `CLOSED` where it has none. */
export function errorCode(error: unknown): string {
  // A host with several addresses fails with one error for each of them.
  if (error instanceof AggregateError && error.errors.length > 0 && !hasCode(error)) return errorCode(error.errors[0]);
  // A stream that was closed before its end, for no other reason.
  if (!hasCode(error) || error.code === "ERR_STREAM_PREMATURE_CLOSE") return "CLOSED";
  return error.code;
}

function hasCode(error: unknown): error is { code: string } {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string";
}
