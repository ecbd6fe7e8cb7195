import type { CookieJar } from "tough-cookie";

/**
 * The cookies of one login, kept by tough-cookie. They are asked for and stored once per exchange, with the address of
 * that exchange, so that answers that arrive together cannot mix and no cookie goes to another host.
 */
export class Cookies {
  readonly #jar: CookieJar;

  constructor(jar: CookieJar) {
    this.#jar = jar;
  }

  /** The `Cookie` header for `url`; empty when there is none. */
  header(url: URL): Promise<string> {
    return this.#jar.getCookieString(url.href);
  }

  /** Takes in the `Set-Cookie` lines that came from `url`. One that the jar refuses (another domain) is dropped. */
  async store(url: URL, lines: readonly string[] | undefined): Promise<void> {
    for (const line of lines ?? []) await this.#jar.setCookie(line, url.href, { ignoreError: true });
  }

  /** The values now kept for `url`. They are secrets. */
  async values(url: URL): Promise<string[]> {
    return (await this.#jar.getCookies(url.href)).map((cookie) => cookie.value);
  }
}
