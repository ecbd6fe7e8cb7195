import type { Cookies } from "../../soap/http/cookies.js";
import type { Deadline } from "../../soap/http/deadline.js";
import type { Answer } from "../operations/answer.js";
import { lockFile } from "./file-lock.js";
import type { LoginFile } from "./login-file.js";

/** A login that outlives the client: another client, of this process or another, may have made it. */
export interface SharedLogin {
  /**
   * Takes over the login that is kept, unless this client has used it already: then it is gone, and `send` makes another.
   *
   * @returns the answer of the login; one without a literal where it was taken over, which the service has not confirmed.
   */
  ensure(cookies: Cookies, deadline: Deadline, send: () => Promise<Answer>): Promise<Answer>;
  /** The login has been ended. */
  end(): Promise<void>;
}

const TAKEN_OVER: Answer = { values: {}, code: "OK", literal: "" };

/** In a jar of the caller's, over any Store: whoever shares the jar shares the login. */
export class LoginInJar implements SharedLogin {
  readonly #address: URL;
  #used = "";

  constructor(address: URL) {
    this.#address = address;
  }

  async ensure(cookies: Cookies, deadline: Deadline, send: () => Promise<Answer>): Promise<Answer> {
    const kept = await deadline.race(cookies.header(this.#address));
    if (kept !== "" && kept !== this.#used) {
      this.#used = kept;
      return TAKEN_OVER;
    }
    try {
      return await send();
    } finally {
      // Also of a refused login, whose answer sets a cookie too: it is none to take over.
      this.#used = await deadline.race(cookies.header(this.#address)).catch(() => kept);
    }
  }

  async end(): Promise<void> {}
}

/** In a file, whose lock is held while a login is made: however many processes need one, one of them makes it. */
export class LoginInFile implements SharedLogin {
  readonly #address: URL;
  readonly #file: LoginFile;
  #used: string | undefined;

  constructor(address: URL, file: LoginFile) {
    this.#address = address;
    this.#file = file;
  }

  async ensure(cookies: Cookies, deadline: Deadline, send: () => Promise<Answer>): Promise<Answer> {
    const file = await this.#file.resolve();
    // Without the lock at first: what is kept is enough for most.
    const kept = await this.#take(file, cookies, deadline);
    if (kept) return kept;
    const release = await lockFile(file, deadline);
    try {
      const made = await this.#take(file, cookies, deadline);
      if (made) return made;
      const answer = await send();
      await this.#keep(file, cookies, deadline);
      return answer;
    } finally {
      await release();
    }
  }

  async end(): Promise<void> {
    try {
      const file = await this.#file.resolve();
      if ((await this.#file.read(file))?.id === this.#used) await this.#file.clear(file);
    } catch {
      // Whoever takes it over finds out that it is gone.
    }
  }

  async #take(file: string, cookies: Cookies, deadline: Deadline): Promise<Answer | undefined> {
    const kept = await this.#file.read(file);
    if (!kept || kept.id === this.#used) return undefined;
    await cookies.replace(this.#address, kept.cookies, deadline);
    this.#used = kept.id;
    return TAKEN_OVER;
  }

  // The login is there, whether it can be kept or not.
  async #keep(file: string, cookies: Cookies, deadline: Deadline): Promise<void> {
    try {
      this.#used = await this.#file.write(file, await deadline.race(cookies.lines(this.#address)));
    } catch {
      process.emitWarning(
        "the jar file could not be written; other processes make logins of their own",
        "RescueJarWarning",
      );
    }
  }
}
