import { createHmac, randomBytes } from "node:crypto";
import { NotAuthenticatedError } from "../../errors/not-authenticated-error.js";
import { learned, RescueError } from "../../errors/rescue-error.js";
import type { Deadline } from "../../soap/http/deadline.js";
import type { Secret } from "../options/secret.js";
import type { Events } from "../watch/events.js";
import { accountKey } from "./account-key.js";
import { LoginAccount } from "./login-account.js";
import { LOGIN_SHARE, waitForPace } from "./login-pace.js";

// The keyed hash of a password is kept longer than the password itself: without this key, it is of no use to anyone.
const SALT = randomBytes(32);

/** Whose logins are admitted. */
export interface Admitted {
  /** An e-mail address, or a text that is the user's alone. */
  readonly user: string;
  readonly password: Secret;
  /** The operation that is admitted, for errors. */
  readonly operation: "login" | "requestAuthCodeSSO";
}

/**
 * Decides when a login of this client, or its request of an auth code, may be sent, so that no account is locked: one at a time for each user, a refused
 * password never again, and where logins are paced, no more than ten in three minutes.
 */
export class LoginAdmission {
  readonly #key: string;
  readonly #password: string;
  readonly #paced: boolean;
  readonly #events: Pick<Events, "emit">;
  readonly #operation: string;
  // Where logins are not paced, only this client remembers: another test's service may listen at the same address
  // later.
  #refusal: NotAuthenticatedError | undefined;

  constructor(endpoint: URL, { user, password, operation }: Admitted, paced: boolean, events: Pick<Events, "emit">) {
    this.#key = `${paced ? "paced" : "free"} ${accountKey(endpoint, user)}`;
    // With the e-mail address as sent: blanks around it may be the reason why a password was refused.
    const secret = JSON.stringify([this.#key, user.toLowerCase(), password.reveal()]);
    this.#password = createHmac("sha256", SALT).update(secret).digest("base64");
    this.#paced = paced;
    this.#events = events;
    this.#operation = operation;
  }

  /** True where a login could be sent now. */
  get open(): boolean {
    const now = performance.now();
    const account = LoginAccount.of(this.#key, now);
    return !this.#known(account, now) && !(this.#paced && account.pace.wait(now) > 0);
  }

  /**
   * Waits until a further login stays under the limit.
   *
   * @throws {RescueError} (`not-sent`) the refusal that the login would receive.
   * @throws {DeadlineError} (`not-sent`) where the wait is longer than the time left.
   */
  async ready(deadline: Deadline): Promise<void> {
    for (;;) {
      const now = performance.now();
      const account = LoginAccount.of(this.#key, now);
      const refusal = this.#known(account, now);
      if (refusal) throw refusal;
      const wait = this.#paced ? account.pace.wait(now) : 0;
      if (wait === 0) return;
      await waitForPace(wait, this.#operation, deadline, this.#events);
    }
  }

  /**
   * Sends a login when its turn has come, and remembers what its refusal means for the next.
   *
   * @returns undefined when a login may no longer be sent because of logins sent meanwhile: `ready` says why.
   */
  async pass<T>(deadline: Deadline, send: () => Promise<T>): Promise<T | undefined> {
    const account = LoginAccount.of(this.#key, performance.now());
    const leave = await account.turns.take(deadline);
    // An unanswered login must not delay the others for as long as its caller waits.
    const patience = setTimeout(leave, LOGIN_SHARE);
    try {
      return this.open ? await this.#send(account, send) : undefined;
    } finally {
      clearTimeout(patience);
      leave();
      if (!this.#paced) LoginAccount.drop(this.#key);
    }
  }

  /** Forgets that the password or the user was refused, for one further login. */
  forget(): void {
    this.#refusal = undefined;
    LoginAccount.of(this.#key, performance.now()).forget(this.#password);
  }

  async #send<T>(account: LoginAccount, send: () => Promise<T>): Promise<T> {
    const now = performance.now();
    if (this.#paced) account.pace.count(now);
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof RescueError)) throw error;
      if (this.#paced && error.outcome === "not-sent") account.pace.uncount(now);
      if (isWrongPassword(error)) {
        account.refuse(this.#password, error);
        if (!this.#paced) this.#refusal = error;
      } else if (this.#paced) account.hold(error, performance.now());
      throw error;
    }
  }

  // Where logins are paced, the refusal is the account's: whichever client finds that the password is right, all know.
  #known(account: LoginAccount, now: number): RescueError | undefined {
    const known = account.refusal(this.#password, now);
    if (!this.#paced && known && isWrongPassword(known)) this.#refusal = known;
    return this.#refusal ? learned(this.#refusal, { outcome: "not-sent", attempts: 0 }) : known;
  }
}

function isWrongPassword(error: RescueError): error is NotAuthenticatedError {
  return error instanceof NotAuthenticatedError && error.code === "Invalid";
}
