import type { Cookies } from "../../soap/http/cookies.js";
import type { Deadline } from "../../soap/http/deadline.js";
import type { Answer } from "../operations/answer.js";
import { type LoginLock, takeLock } from "../options/login-store.js";

/** A login that can be made. */
export interface LoginToMake {
  /** Waits until this process may send it, and throws the refusal that it would receive. */
  ready(): Promise<void>;
  send(): Promise<Answer>;
  /** Forgets what this process remembers of a refusal of the password. */
  forget(): void;
}

/** A login that outlives the client: another client, of this process or another, may have made it. */
export interface SharedLogin {
  /**
   * Takes over the login that is kept, unless this client has used it already: then it is gone, and `login` makes
   * another.
   *
   * @returns the answer of the login; one without a literal where it was taken over, which the service has not confirmed.
   */
  ensure(cookies: Cookies, deadline: Deadline, login: LoginToMake): Promise<Answer>;
  /** Keeps the cookies of a reply under this login, where it has renewed them. It does not throw. */
  renew(cookies: Cookies, deadline: Deadline): Promise<void>;
  /** Forgets that the password was refused. */
  forget(deadline: Deadline): Promise<void>;
  /** The login has been ended. It does not throw. */
  end(deadline: Deadline): Promise<void>;
}

export const TAKEN_OVER: Answer = { values: {}, code: "OK", literal: "" };

/** In a jar over a Store of the caller's, which holds its cookies only: whoever shares the Store shares the login. */
export class LoginInJar implements SharedLogin {
  readonly #address: URL;
  readonly #key: string;
  readonly #lock: LoginLock | undefined;
  #used = "";

  /** @param lock is held while a login is made. */
  constructor(address: URL, key: string, lock?: LoginLock) {
    this.#address = address;
    this.#key = key;
    this.#lock = lock;
  }

  async ensure(cookies: Cookies, deadline: Deadline, login: LoginToMake): Promise<Answer> {
    if (await this.#take(cookies, deadline)) return TAKEN_OVER;
    if (!this.#lock) return this.#make(cookies, deadline, login);
    await login.ready();
    const release = await takeLock(this.#lock, this.#key, deadline);
    try {
      // Whoever held the lock before may have made it.
      return (await this.#take(cookies, deadline)) ? TAKEN_OVER : await this.#make(cookies, deadline, login);
    } finally {
      await release();
    }
  }

  // The jar has stored the cookies of the reply.
  async renew(): Promise<void> {}

  async forget(): Promise<void> {}

  async end(): Promise<void> {}

  async #take(cookies: Cookies, deadline: Deadline): Promise<boolean> {
    const kept = await deadline.race(cookies.header(this.#address));
    if (kept === "" || kept === this.#used) return false;
    this.#used = kept;
    return true;
  }

  async #make(cookies: Cookies, deadline: Deadline, login: LoginToMake): Promise<Answer> {
    try {
      return await login.send();
    } finally {
      // Also of a refused login, whose answer sets a cookie too: it is none to take over.
      this.#used = await deadline.race(cookies.header(this.#address)).catch(() => this.#used);
    }
  }
}
