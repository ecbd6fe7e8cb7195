import { AbortedError } from "../errors/aborted-error.js";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { NotAuthenticatedError } from "../errors/not-authenticated-error.js";
import { OutcomeUnknownError } from "../errors/outcome-unknown-error.js";
import { ProtocolError } from "../errors/protocol-error.js";
import { RescueError } from "../errors/rescue-error.js";
import { RescueResultError } from "../errors/result-error.js";

/** What a failed call means for its session, and for the run. */
export interface CallEnd {
  /**
   * `refused`: the service has answered, and has done nothing. `doubtful`: the service may have closed the session.
   * `unsent`: nothing has been done, and the call may be made again.
   */
  readonly session: "refused" | "doubtful" | "unsent";
  /**
   * `fine`: the service answers. `limit`: it wants fewer calls. `sick`: it does not answer as it should. `away`: it was not
   * reached. `over`: no further call can succeed. `broken`: the call was wrong, or this program is.
   */
  readonly run: "fine" | "limit" | "sick" | "away" | "over" | "broken";
  /** Milliseconds that the service asked to wait. */
  readonly retryAfter?: number;
}

// The answers that say that the call was not let in: it has done nothing.
const LIMITS: ReadonlySet<string> = new Set(["LimitReached", "PollRateExceeded"]);
// A timeout at the service is one cause of Error (guide: closeSession); an unknown literal says nothing.
const UNCLEAR: ReadonlySet<string> = new Set(["Error", "UNKNOWN_RESULT"]);
const BUSY: ReadonlySet<number | undefined> = new Set([429, 503]);

/** Judges the error of a call by its outcome first: what has left, then what came back. */
export function callEnd(error: unknown): CallEnd {
  // What is no error of the client says nothing of what has left.
  if (!(error instanceof RescueError)) return { session: "doubtful", run: "broken" };
  if (error.outcome === "unknown") return { session: "doubtful", ...hidden(causeOf(error)) };
  if (error.outcome === "not-sent") return { session: "unsent", ...unsent(error) };
  if (LIMITS.has(error.code)) return { session: "unsent", run: "limit" };
  if (error instanceof NotAuthenticatedError) return { session: "unsent", run: "over" };
  const isUnclear = error instanceof RescueResultError && UNCLEAR.has(error.code);
  return { session: isUnclear ? "doubtful" : "refused", run: "fine" };
}

function causeOf(error: RescueError): unknown {
  return error instanceof OutcomeUnknownError ? error.cause : error;
}

function hidden(cause: unknown): Omit<CallEnd, "session"> {
  if (cause instanceof AbortedError) return { run: "over" };
  if (!(cause instanceof ProtocolError) || !BUSY.has(cause.status)) return { run: "sick" };
  return { run: "limit", ...(cause.retryAfter !== undefined && { retryAfter: cause.retryAfter * 1000 }) };
}

function unsent(error: RescueError): Omit<CallEnd, "session"> {
  if (error instanceof InvalidArgumentError) return { run: "broken" };
  if (error instanceof AbortedError) return { run: "over" };
  if (LIMITS.has(error.code)) return { run: "limit" };
  return { run: error instanceof NotAuthenticatedError ? "over" : "away" };
}
