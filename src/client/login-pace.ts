/** The service's limit: more than ten logins in three minutes are answered with LimitReached (the guide's login page). */
export const LOGIN_LIMIT = 10;
export const LOGIN_WINDOW = 180_000;

// The service counts by its own clock and at arrival.
const SLACK = 2_000;

/**
 * Keeps the logins of one user at one endpoint under the service's limit, for all clients of this process together:
 * the limit is the user's, and running into it locks out whoever comes next.
 */
export class LoginPace {
  static readonly #shared = new Map<string, LoginPace>();
  readonly #times: number[] = [];

  /** The pace of a user at an endpoint, shared in this process. */
  static of(endpoint: URL, email: string): LoginPace {
    const key = `${endpoint.href} ${email.toLowerCase()}`;
    const known = LoginPace.#shared.get(key) ?? new LoginPace();
    LoginPace.#shared.set(key, known);
    for (const [other, pace] of LoginPace.#shared) {
      if (other !== key && pace.wait(Date.now()) === 0 && pace.#times.length === 0) LoginPace.#shared.delete(other);
    }
    return known;
  }

  /** Milliseconds until a further login stays under the limit; 0 when it does now. */
  wait(now: number): number {
    const window = LOGIN_WINDOW + SLACK;
    while (this.#times.length > 0 && (this.#times[0] as number) <= now - window) this.#times.shift();
    const oldest = this.#times[this.#times.length - LOGIN_LIMIT];
    return oldest === undefined ? 0 : oldest + window - now;
  }

  /** Counts a login that is about to be sent. */
  count(now: number): void {
    this.#times.push(now);
  }
}
