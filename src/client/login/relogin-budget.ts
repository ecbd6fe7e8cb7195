/** How often in a row the client logs in again without waiting, and the first wait after that. The waits double. */
interface Allowance {
  readonly atOnce: number;
  readonly firstWait: number;
}

// Where only a lost login explains the refusal; for each of the parallel logins.
const LOST: Allowance = { atOnce: 6, firstWait: 5_000 };
// Where the user may never be served that operation.
const DOUBTFUL: Allowance = { atOnce: 2, firstWait: 15_000 };
// The waits double up to one login in three minutes.
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
 * Decides whether a call that was refused under a new login is worth another login. The service gives the same answer
 * to a user who is not an administrator and to one whose login it has already forgotten. A few further logins
 * distinguish the two; after them, one login now and then, so that a client neither floods the service nor stays
 * refused forever. A refusal of an operation that has been served before means a lost login, and so does `NotLoggedIn`
 * once any operation has been served: more logins are tried, and sooner, whatever else the user is refused.
 */
export class ReloginBudget {
  readonly #lost: Streak;
  readonly #doubtful = new Streak(DOUBTFUL);
  readonly #served = new Set<string>();
  readonly #refused = new Set<string>();
  /** The operations whose last answer was a refusal. */
  readonly refused: ReadonlySet<string> = this.#refused;

  /** @param logins how many are kept in parallel. */
  constructor(logins: number) {
    this.#lost = new Streak({ ...LOST, atOnce: LOST.atOnce * logins });
  }

  /** The service has served `operation` to this user. */
  serve(operation: string): void {
    this.#served.add(operation);
    // Other operations may be open to everyone: they do not show why this one was refused.
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
