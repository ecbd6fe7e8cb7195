// How often in a row a further login is tried at once for an operation that this user has been let into (for each of the
// logins that are kept side by side), and for one that it has not.
const PROVEN = 6;
const UNPROVEN = 2;
// After that the waits double, up to one login in the service's three minutes.
const FIRST_WAIT = 15_000;
const LONGEST_WAIT = 180_000;

/**
 * Decides whether a call that was refused under a fresh login is worth another login. The service answers alike to a
 * user who is no administrator and to one whose login it has forgotten already: a few further logins tell the two
 * apart, and after them one now and then, so that a client neither storms nor stays refused for ever.
 */
export class ReloginBudget {
  readonly #proven: number;
  readonly #served = new Set<string>();
  readonly #refused = new Set<string>();
  #inARow = 0;
  #notBefore = 0;

  /** @param logins how many are kept side by side. */
  constructor(logins: number) {
    this.#proven = PROVEN * logins;
  }

  /** The service has let this user into `operation`. */
  serve(operation: string): void {
    this.#served.add(operation);
    // Others may be open to everybody: they say nothing of why this one was refused.
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
