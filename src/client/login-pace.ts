import { DeadlineError } from "../errors/deadline-error.js";
import type { Deadline } from "../soap/deadline.js";

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
  static readonly #shared = new Map<string, WeakRef<LoginPace>>();
  // Kept while they count, also when no client is left that uses them.
  static readonly #counting = new Set<LoginPace>();
  readonly #times: number[] = [];

  /** The pace of a user at an endpoint, shared in this process. */
  static of(endpoint: URL, email: string): LoginPace {
    for (const pace of LoginPace.#counting) {
      pace.wait(Date.now());
      if (pace.#times.length === 0) LoginPace.#counting.delete(pace);
    }
    for (const [key, pace] of LoginPace.#shared) if (!pace.deref()) LoginPace.#shared.delete(key);
    const key = `${endpoint.href} ${email.toLowerCase()}`;
    const pace = LoginPace.#shared.get(key)?.deref() ?? new LoginPace();
    LoginPace.#shared.set(key, new WeakRef(pace));
    return pace;
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
    LoginPace.#counting.add(this);
  }

  /** Takes a count back: that login did not reach the service. */
  uncount(time: number): void {
    const index = this.#times.indexOf(time);
    if (index >= 0) this.#times.splice(index, 1);
  }
}

/** Waits for the next login that stays under the limit, and counts it. */
export async function takeSlot(
  pace: LoginPace,
  deadline: Deadline,
  events: { emit(name: "paced", event: { milliseconds: number }): void },
): Promise<{ giveBack(): void }> {
  // Those who wait for one slot wake together: each looks again.
  for (let wait = pace.wait(Date.now()); wait > 0; wait = pace.wait(Date.now())) {
    events.emit("paced", { milliseconds: wait });
    if (wait >= deadline.remaining) {
      const reason = `would have to wait ${Math.ceil(wait / 1000)} s to stay under ${LOGIN_LIMIT} logins in three minutes`;
      throw new DeadlineError("login", deadline.timeout, "not-sent", reason);
    }
    await deadline.sleep(wait, "not-sent");
  }
  const time = Date.now();
  pace.count(time);
  return { giveBack: () => pace.uncount(time) };
}
