import { brand } from "./brand.js";
import { RescueError } from "./rescue-error.js";

const LOOK = "The service has no read that would settle it: look in the console before calling again.";

/**
 * A call that changes something was sent, and no trustworthy answer came: it may or may not have happened. It has not
 * been repeated. `cause` is the error that hid the answer (connection, deadline, aborted, protocol) or the fault that came
 * instead of one: ASP.NET answers `soap:Server` from anywhere in a method, after the change too.
 *
 * What to do: settle it with the read that `settleWith` names, then decide whether to call again.
 */
export class OutcomeUnknownError extends RescueError {
  static {
    brand(OutcomeUnknownError, "OutcomeUnknownError");
  }

  override readonly name = "OutcomeUnknownError";
  override readonly operation: string;
  override readonly cause: RescueError;
  /** The read that would settle it, such as `getSession_V3`; absent where the service offers none. */
  readonly settleWith: string | undefined;

  /** @param advice what to do where no read settles it, in a sentence. */
  constructor(operation: string, cause: RescueError, settleWith: string | undefined, advice = LOOK) {
    const next = settleWith ? `Settle it with ${settleWith} before calling again.` : advice;
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
