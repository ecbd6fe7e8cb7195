import { type Outcome, RescueError } from "./rescue-error.js";

/**
 * The connection could not be made, or broke. `outcome` is `not-sent` when it broke before the request could leave,
 * `unknown` otherwise. `reason` is the system's error code, such as `ECONNREFUSED`, `ENOTFOUND` or `ECONNRESET`.
 *
 * What to do: check host, port, proxy and certificates; a `not-sent` call can safely be repeated.
 */
export class ConnectionError extends RescueError {
  override readonly name = "ConnectionError";
  readonly reason: string;

  constructor(operation: string, message: string, details: { reason: string; outcome: Outcome; attempts?: number }) {
    super(`${operation}: ${message}`, {
      code: "CONNECTION",
      operation,
      outcome: details.outcome,
      attempts: details.attempts,
    });
    this.reason = details.reason;
  }
}
