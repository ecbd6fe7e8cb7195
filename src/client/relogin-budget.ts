/** How often in a row a further login is tried at once, and the first wait after that. The waits double. */
interface Allowance {
  readonly atOnce: number;
  readonly firstWait: number;
}

// Where only a lost login explains the refusal; for each of the logins that are kept side by side.
const LOST: Allowance = { atOnce: 6, firstWait: 5_000 };
// Where the user may be none who is let into the operation at all.
const DOUBTFUL: Allowance = { atOnce: 2, firstWait: 15_000 };
// Up to one login in the service's three minutes.
const LONGEST_WAIT = 180_000;

/** The logins made in a row that served nothing. */
class Streak {
  readonly #allowance: Allowance;
  #length = 0;
  #notBefore = 0;

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  end(): void {
    this.#length = 0;
  }

  /** Whether a further login may be made; counts it. */
  spend(now: number): boolean {
    const { atOnce, firstWait } = this.#allowance;
    const beyond = this.#length - atOnce;
    if (beyond >= 0 && now < this.#notBefore) return false;
    this.#length += 1;
    if (beyond >= -1) this.#notBefore = now + Math.min(LONGEST_WAIT, firstWait * 2 ** (beyond + 1));
    return true;
  }
}

/**
 * Decides whether a call that was refused under a fresh login is worth another login. The service answers
 * `NotLoggedInAsAdmin` alike to a user who is no administrator and to one whose login it has forgotten already: a few
 * further logins tell the two apart, and after them one now and then, so that a client neither storms nor stays refused
 * for ever. An operation that the user has been let into before speaks of a lost login, and so does `NotLoggedIn` where
 * logins have worked before: more are tried, and sooner, whatever the user is refused elsewhere.
 */
export class ReloginBudget {
  readonly #lost: Streak;
  readonly #doubtful = new Streak(DOUBTFUL);
  readonly #served = new Set<string>();
  readonly #refused = new Set<string>();

  /** @param logins how many are kept side by side. */
  constructor(logins: number) {
    this.#lost = new Streak({ ...LOST, atOnce: LOST.atOnce * logins });
  }

  /** The service has let this user into `operation`. */
  serve(operation: string): void {
    this.#served.add(operation);
    // Others may be open to everybody: they say nothing of why this one was refused.
    if (!this.#refused.delete(operation)) return;
    this.#lost.end();
    this.#doubtful.end();
  }

  /**
   * Whether to log in again after `operation` was refused with `code` under a login that had not served it; counts that
   * login.
   */
  spend(operation: string, code: "NotLoggedIn" | "NotLoggedInAsAdmin", now: number): boolean {
    this.#refused.add(operation);
    const isLost = this.#served.has(operation) || (code === "NotLoggedIn" && this.#served.size > 0);
    return (isLost ? this.#lost : this.#doubtful).spend(now);
  }
}
