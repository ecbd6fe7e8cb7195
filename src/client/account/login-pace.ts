import { DeadlineError } from "../../errors/deadline-error.js";
import type { Deadline } from "../../soap/http/deadline.js";
import { LIMITS } from "../operations/operation-table.js";
import type { Events } from "../watch/events.js";

/** The service's limit: more than ten logins in three minutes are answered with LimitReached (guide: login). */
export const LOGIN_LIMIT: number = LIMITS.login.calls;
export const LOGIN_WINDOW: number = LIMITS.login.milliseconds;

// The service counts by its own clock, when the login arrives.
const SLACK = 2_000;

/** Milliseconds for which a login counts towards the limit. */
export const LOGIN_COUNTS = LOGIN_WINDOW + SLACK;

/** Milliseconds that every login may take: ten of them, one after another, take longer than a login counts. */
export const LOGIN_SHARE = 20_000;

/**
 * Keeps the logins of one user under the service's limit. Times are those of a monotonic clock
 * (`performance.now()`): with the system time, a step forward would allow twenty logins, and a step back none.
 */
export class LoginPace {
  readonly #times: number[] = [];

  /** Milliseconds until a further login stays under the limit; 0 when it does now. */
  wait(now: number): number {
    while (this.#times.length > 0 && (this.#times[0] as number) <= now - LOGIN_COUNTS) this.#times.shift();
    const oldest = this.#times[this.#times.length - LOGIN_LIMIT];
    return oldest === undefined ? 0 : oldest + LOGIN_COUNTS - now;
  }

  /** True where a login still counts. */
  counts(now: number): boolean {
    this.wait(now);
    return this.#times.length > 0;
  }

  /** Counts a login that is about to be sent. */
  count(now: number): void {
    this.#times.push(now);
  }

  /** Removes a login from the count: it did not reach the service. */
  uncount(time: number): void {
    const index = this.#times.indexOf(time);
    if (index >= 0) this.#times.splice(index, 1);
  }
}

/**
 * Waits `milliseconds` to stay under the limit, and says so with the event `paced`.
 *
 * @throws {DeadlineError} (`not-sent`) at once where that is longer than the time left.
 */
export async function waitForPace(
  milliseconds: number,
  operation: string,
  deadline: Deadline,
  events: Pick<Events, "emit">,
): Promise<void> {
  events.emit("paced", { operation, milliseconds });
  if (milliseconds >= deadline.remaining) {
    const seconds = Math.ceil(milliseconds / 1000);
    const reason = `would have to wait ${seconds} s to stay under ${LOGIN_LIMIT} logins in three minutes`;
    throw new DeadlineError(operation, deadline.timeout, "not-sent", reason);
  }
  await deadline.sleep(milliseconds, "not-sent");
}
