/** The command line is invalid or incomplete. Ends with exit code 2 and only the message. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
