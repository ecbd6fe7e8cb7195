import { brand } from "./brand.js";
import { type Outcome, RescueError } from "./rescue-error.js";

/**
 * The call took longer than its `timeout`, which spans everything: login, waiting, every attempt.
 *
 * What to do: set a longer `timeout`, or check the service. `outcome` says whether the request was sent.
 */
export class DeadlineError extends RescueError {
  static {
    brand(DeadlineError, "DeadlineError");
  }

  override readonly name = "DeadlineError";
  /** The call's timeout in milliseconds. */
  readonly timeout: number;

  constructor(operation: string, timeout: number, outcome: Outcome, reason = `no answer within ${timeout} ms`) {
    super(`${operation}: ${reason}`, { code: "DEADLINE", operation, outcome });
    this.timeout = timeout;
  }
}
