import { brand } from "./brand.js";
import { type Outcome, RescueError } from "./rescue-error.js";

/**
 * The caller's `AbortSignal` aborted the call, or the client was closed during it. `outcome` says whether the request
 * was sent. The signal's `reason` stays with the signal.
 */
export class AbortedError extends RescueError {
  static {
    brand(AbortedError, "AbortedError");
  }

  override readonly name = "AbortedError";

  constructor(operation: string, outcome: Outcome) {
    super(`${operation}: aborted by the caller`, { code: "ABORTED", operation, outcome });
  }
}
