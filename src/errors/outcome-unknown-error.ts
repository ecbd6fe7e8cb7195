import { brand } from "./brand.js";
import { RescueError } from "./rescue-error.js";

const LOOK = "The service has no read that would settle it: look in the console before calling again.";

/**
 * A call that changes something was sent, and no trustworthy answer came: the change may or may not have happened. The
 * call has not been repeated. `cause` is the error that came instead of the answer (connection, deadline, aborted,
 * protocol), or a fault: ASP.NET answers `soap:Server` from anywhere in a method, also after the change (asmx).
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
  /** The read that settles it, such as `getSession_V3`; absent where the service offers none. */
  readonly settleWith: string | undefined;

  /** @param advice what to do where no read settles it, as a sentence. */
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
