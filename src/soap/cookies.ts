import type { CookieJar } from "tough-cookie";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import type { Deadline } from "./deadline.js";

/**
 * The cookies of one login, kept by tough-cookie. They are asked for and stored once per exchange, with the address of
 * that exchange, so that answers that arrive together cannot mix and no cookie goes to another host.
 */
export class Cookies {
  readonly #jar: CookieJar;

  constructor(jar: CookieJar) {
    this.#jar = jar;
  }

  /**
   * The `Cookie` header for `url`; empty when there is none.
   *
   * @throws {InvalidArgumentError} when the jar's Store fails: the caller's, and nothing has been sent.
   */
  async header(url: URL): Promise<string> {
    try {
      return await this.#jar.getCookieString(url.href);
    } catch {
      throw new InvalidArgumentError("jar", "jar: its Store failed when the cookies were asked for");
    }
  }

  /**
   * Takes in the `Set-Cookie` lines that came from `url`. One that the jar refuses (another domain) is dropped. A Store
   * that fails or does not answer in time costs the cookie, told as a warning, but never the answer that has come.
   */
  async store(url: URL, lines: readonly string[], deadline: Deadline): Promise<void> {
    const work = async () => {
      for (const line of lines) await this.#jar.setCookie(line, url.href, { ignoreError: true });
    };
    try {
      await deadline.race(work());
    } catch {
      process.emitWarning("the jar's Store did not keep a cookie; the login may be lost", "RescueCookieWarning");
    }
  }
}

/** The value in a `Set-Cookie` line. It is a secret. */
export function cookieValue(line: string): string {
  return /^[^=;]*=\s*"?([^;"]*)/.exec(line)?.[1]?.trim() ?? "";
}
