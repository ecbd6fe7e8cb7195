/** The service's limit: more than ten logins in three minutes are answered with LimitReached (the guide's login page). */
export const LOGIN_LIMIT = 10;
export const LOGIN_WINDOW = 180_000;

// The service counts by its own clock and at arrival.
const SLACK = 2_000;

/** Milliseconds for which a login counts. */
export const LOGIN_COUNTS = LOGIN_WINDOW + SLACK;

/** Milliseconds that every login may take: ten of this length, one after another, take longer than they count. */
export const LOGIN_SHARE = 20_000;

/**
 * Keeps the logins of one user under the service's limit. Times are those of a clock that nobody sets
 * (`performance.now()`): by the clock of the day, a step forward would let twenty through and a step back none.
 */
export class LoginPace {
  readonly #times: number[] = [];

  /** Milliseconds until a further login stays under the limit; 0 when it does now. */
  wait(now: number): number {
    while (this.#times.length > 0 && (this.#times[0] as number) <= now - LOGIN_COUNTS) this.#times.shift();
    const oldest = this.#times[this.#times.length - LOGIN_LIMIT];
    return oldest === undefined ? 0 : oldest + LOGIN_COUNTS - now;
  }

  /** True where a login counts still. */
  counts(now: number): boolean {
    this.wait(now);
    return this.#times.length > 0;
  }

  /** Counts a login that is about to be sent. */
  count(now: number): void {
    this.#times.push(now);
  }

  /** Takes a count back: that login did not reach the service. */
  uncount(time: number): void {
    const index = this.#times.indexOf(time);
    if (index >= 0) this.#times.splice(index, 1);
  }
}
