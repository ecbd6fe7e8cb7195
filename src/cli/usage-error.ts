/** The command line cannot be understood or is not complete. Ends with exit code 2 and the message alone. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
