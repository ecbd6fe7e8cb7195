/** The code of a connection's error, such as `ECONNREFUSED`; `CLOSED` where it has none. */
export function errorCode(error: unknown): string {
  // A host with several addresses fails with one error for each of them.
  if (error instanceof AggregateError && error.errors.length > 0 && !hasCode(error)) return errorCode(error.errors[0]);
  return hasCode(error) ? error.code : "CLOSED";
}

function hasCode(error: unknown): error is { code: string } {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string";
}
