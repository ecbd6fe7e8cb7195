import { brand } from "./brand.js";
import { type Outcome, RescueError } from "./rescue-error.js";

const BY_SIGNAL = { code: "ABORTED", reason: "aborted by the caller" } as const;

/**
 * The caller's `AbortSignal` aborted the call. `outcome` says whether the request was sent. The signal's `reason` stays
 * with the signal. A `ClientClosedError` is one too.
 */
export class AbortedError extends RescueError {
  static {
    brand(AbortedError, "AbortedError");
  }

  override readonly name: string = "AbortedError";

  constructor(operation: string, outcome: Outcome, { code, reason }: { code: string; reason: string } = BY_SIGNAL) {
    super(`${operation}: ${reason}`, { code, operation, outcome });
  }
}
