import { NotAuthenticatedError } from "../../errors/not-authenticated-error.js";
import { ProtocolError } from "../../errors/protocol-error.js";
import { learned, type RescueError } from "../../errors/rescue-error.js";
import { LOGIN_COUNTS, LoginPace } from "./login-pace.js";
import { Turns } from "./turns.js";

// If the service asks for a longer wait, the client tries again after this.
const LONGEST_HOLD = 3_600_000;
// More than a process uses; the oldest refusals are removed first.
const MOST_ACCOUNTS = 10_000;
const MOST_PASSWORDS = 100;

/**
 * What this process knows of one user's logins at one endpoint: how many count, which passwords were refused, until
 * when none is accepted, and whose turn it is. All clients of the process share it, as limit and lock apply to the
 * user.
 */
export class LoginAccount {
  static readonly #all = new Map<string, LoginAccount>();
  static #sweepAt = 64;

  readonly pace = new LoginPace();
  /** Logins go one at a time: the first answer decides whether the others are sent. */
  readonly turns = new Turns(1, (timeout) => `another login of this user was still under way after ${timeout} ms`);
  readonly #refused = new Map<string, NotAuthenticatedError>();
  #hold: { readonly error: RescueError; readonly until: number } | undefined;

  /** Returns the account of a key: the same object for as long as it holds anything. Call it for each use. */
  static of(key: string, now: number): LoginAccount {
    const known = LoginAccount.#all.get(key);
    if (known) return known;
    if (LoginAccount.#all.size >= LoginAccount.#sweepAt) LoginAccount.#sweep(now);
    const account = new LoginAccount();
    LoginAccount.#all.set(key, account);
    return account;
  }

  /** Forgets an account, unless someone is logging in to it. */
  static drop(key: string): void {
    if (LoginAccount.#all.get(key)?.turns.idle) LoginAccount.#all.delete(key);
  }

  // Doubling keeps the cost of each account constant, however many there are.
  static #sweep(now: number): void {
    for (const [key, account] of LoginAccount.#all) {
      const expendable = account.#refused.size === 0 || LoginAccount.#all.size > MOST_ACCOUNTS;
      if (expendable && !account.#counts(now)) LoginAccount.#all.delete(key);
    }
    LoginAccount.#sweepAt = Math.max(64, 2 * LoginAccount.#all.size);
  }

  /** The refusal that a login with this password would receive, if known without sending it. */
  refusal(password: string, now: number): RescueError | undefined {
    const held = this.#hold && now < this.#hold.until ? this.#hold.error : undefined;
    const error = this.#refused.get(password) ?? held;
    // It was another call's: this one has sent nothing.
    return error && learned(error, { outcome: "not-sent", attempts: 0 });
  }

  /** Remembers that the service has refused this password: until `forget`. */
  refuse(password: string, error: NotAuthenticatedError): void {
    this.#refused.set(password, error);
    if (this.#refused.size > MOST_PASSWORDS) this.#refused.delete(this.#refused.keys().next().value as string);
  }

  /**
   * Remembers a refusal that holds for every password: a limit, a disabled user, a forbidden address. It holds for as
   * long as the service says (`Retry-After`), or for as long as logins count.
   */
  hold(error: RescueError, now: number): void {
    const busy = error instanceof ProtocolError && (error.status === 429 || error.status === 503);
    const asked = busy ? Math.min((error.retryAfter ?? 0) * 1000, LONGEST_HOLD) : 0;
    const milliseconds = error instanceof NotAuthenticatedError ? LOGIN_COUNTS : asked;
    if (milliseconds > 0) this.#hold = { error, until: now + milliseconds };
  }

  /** Forgets that a password or the user was refused. A limit that was reached stays. */
  forget(password: string): void {
    this.#refused.delete(password);
    if (this.#hold?.error.code !== "LimitReached") this.#hold = undefined;
  }

  #counts(now: number): boolean {
    return !this.turns.idle || this.pace.counts(now) || (this.#hold !== undefined && now < this.#hold.until);
  }
}
