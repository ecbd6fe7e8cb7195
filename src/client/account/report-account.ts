import { LIMITS } from "../operations/operation-table.js";
import { Turns } from "./turns.js";

// The service counts by its own clock.
const SLACK = 1_000;

const REPORT_COUNTS = LIMITS.report.milliseconds + SLACK;

/**
 * What this process knows of one account's reports at one endpoint: whose turn it is, and when the next may be fetched.
 * Times are those of a clock that nobody sets (`performance.now()`).
 */
export class ReportAccount {
  static readonly #all = new Map<string, ReportAccount>();

  /** Reports go one at a time: with an auth code, their settings are the user's. */
  readonly turns = new Turns(1, (timeout) => `another report of this account was still under way after ${timeout} ms`);
  #last: number | undefined;

  /** Returns the account of a key: the same object for as long as somebody uses it or a report counts. */
  static of(key: string, now: number): ReportAccount {
    const known = ReportAccount.#all.get(key);
    if (known) return known;
    for (const [name, account] of ReportAccount.#all) {
      if (account.turns.idle && account.wait(now) === 0) ReportAccount.#all.delete(name);
    }
    const account = new ReportAccount();
    ReportAccount.#all.set(key, account);
    return account;
  }

  /** Milliseconds until another report may be fetched. */
  wait(now: number): number {
    return this.#last === undefined ? 0 : Math.max(0, this.#last + REPORT_COUNTS - now);
  }

  /** A report has been fetched, or may have been. When it ended counts: when it arrived is not known. */
  count(now: number): void {
    this.#last = now;
  }
}
