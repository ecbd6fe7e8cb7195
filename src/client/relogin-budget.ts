// How often in a row the client logs in again without waiting: for an operation that has served this user (for each of
// the parallel logins), and for one that has not.
const PROVEN = 6;
const UNPROVEN = 2;
// After that the waits double, up to one login in three minutes.
const FIRST_WAIT = 15_000;
const LONGEST_WAIT = 180_000;

/**
 * Decides whether a call that was refused under a new login is worth another login. The service gives the same answer
 * to a user who is not an administrator and to one whose login it has already forgotten. A few further logins
 * distinguish the two; after them, one login now and then, so that a client neither floods the service nor stays
 * refused forever.
 */
export class ReloginBudget {
  readonly #proven: number;
  readonly #served = new Set<string>();
  readonly #refused = new Set<string>();
  #inARow = 0;
  #notBefore = 0;

  /** @param logins how many are kept in parallel. */
  constructor(logins: number) {
    this.#proven = PROVEN * logins;
  }

  /** The service has served `operation` to this user. */
  serve(operation: string): void {
    this.#served.add(operation);
    // Other operations may be open to everyone: they do not show why this one was refused.
    if (this.#refused.delete(operation)) this.#inARow = 0;
  }

  /** Whether to log in again after `operation` was refused under a login that had not served it; counts that login. */
  spend(operation: string, now: number): boolean {
    this.#refused.add(operation);
    const beyond = this.#inARow - (this.#served.has(operation) ? this.#proven : UNPROVEN);
    if (beyond >= 0 && now < this.#notBefore) return false;
    this.#inARow += 1;
    if (beyond >= -1) this.#notBefore = now + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (beyond + 1));
    return true;
  }
}
