import { RescueError } from "./rescue-error.js";

/**
 * A call that changes something was sent, and no trustworthy answer came: it may or may not have happened. It has not
 * been repeated. `cause` is the error that hid the answer (connection, deadline, aborted, protocol).
 *
 * What to do: settle it with the read that `settleWith` names, then decide whether to call again.
 */
export class OutcomeUnknownError extends RescueError {
  override readonly name = "OutcomeUnknownError";
  override readonly operation: string;
  override readonly cause: RescueError;
  /** The read that would settle it, such as `getSession_V3`; absent where the service offers none. */
  readonly settleWith: string | undefined;

  constructor(operation: string, cause: RescueError, settleWith: string | undefined) {
    const next = settleWith
      ? `Settle it with ${settleWith} before calling again.`
      : "The service has no read that would settle it: look in the console before calling again.";
    super(`${operation}: sent, but it is unknown whether it took effect (${cause.message}). ${next}`, {
      code: "OUTCOME_UNKNOWN",
      operation,
      outcome: "unknown",
      attempts: cause.attempts,
      cause,
    });
    this.operation = operation;
    this.cause = cause;
    this.settleWith = settleWith;
  }
}
