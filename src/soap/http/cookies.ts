import type { CookieJar } from "tough-cookie";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { COOKIE_BYTES, COOKIE_COUNT, CookieBudget, HEADER_BYTES } from "./cookie-budget.js";
import type { Deadline } from "./deadline.js";

/** How many `Set-Cookie` lines of one reply are looked at. */
export const LINE_LIMIT = COOKIE_COUNT;
/** The longest line that is looked at: a cookie and its attributes. */
const LINE_LENGTH = 2 * COOKIE_BYTES;

/**
 * The cookies of one login, kept by tough-cookie. They are asked for and stored once per exchange, with the address of
 * that exchange, so that answers that arrive together cannot mix and no cookie goes to another host.
 *
 * They are bounded as in a browser, over whatever Store the jar has: at most 50 cookies for the host, 4096 bytes each and
 * 8 KiB together. What is in the jar stays and can be renewed; a newcomer without room is dropped, with one warning.
 */
export class Cookies {
  readonly #jar: CookieJar;
  readonly #isOwn: boolean;
  #values: readonly string[] = [];
  #lacksRoom = false;
  readonly #warned = new Set<string>();

  /** @param use `own` for a jar that holds nothing else; `shared` for one whose other cookies are not ours to touch. */
  constructor(jar: CookieJar, use: "own" | "shared" = "shared") {
    this.#jar = jar;
    this.#isOwn = use === "own";
  }

  /** The values in force: those of the last header, and those stored since. They are secrets. */
  get values(): readonly string[] {
    return this.#values;
  }

  /**
   * The `Cookie` header for `url`, of {@link HEADER_BYTES} at most; empty when there is none.
   *
   * @throws {InvalidArgumentError} when the jar's Store fails: the caller's, and nothing has been sent.
   */
  async header(url: URL): Promise<string> {
    let pairs: string[];
    try {
      const header = await this.#jar.getCookieString(url.href);
      pairs = header === "" ? [] : header.split("; ");
    } catch {
      throw new InvalidArgumentError("jar", "jar: its Store failed when the cookies were asked for");
    }
    // A jar that others have filled may hold more than we would have put into it.
    const sent: string[] = [];
    let bytes = 0;
    for (const pair of pairs) {
      bytes += Buffer.byteLength(`${pair}; `);
      if (bytes > HEADER_BYTES) {
        this.#warn(`the jar holds more than ${HEADER_BYTES} bytes of cookies for the service; the rest is not sent`);
        break;
      }
      sent.push(pair);
    }
    this.#values = sent.map(cookieValue);
    return sent.join("; ");
  }

  /**
   * Stores the first {@link LINE_LIMIT} `Set-Cookie` lines that came from `url`. One that the jar refuses (another domain)
   * is dropped. A Store that fails or does not answer in time costs the cookie, reported as a warning, but never the
   * answer that has come.
   */
  async store(url: URL, lines: readonly string[], deadline: Deadline): Promise<void> {
    if (lines.length > LINE_LIMIT) this.#refused();
    await this.#attempt(() => this.#store(url, lines.slice(0, LINE_LIMIT)), deadline);
  }

  /**
   * To be called before a new login. Where cookies were dropped for want of room, the login's could be dropped too, and
   * every call after it would fail: the old cookies of the host make room for it. Those of other hosts stay.
   */
  async makeRoom(url: URL, deadline: Deadline): Promise<void> {
    if (!this.#lacksRoom) return;
    this.#lacksRoom = false;
    await this.#attempt(() => (this.#isOwn ? this.#jar.removeAllCookies() : this.#removeCookiesOf(url)), deadline);
  }

  async #store(url: URL, lines: readonly string[]): Promise<void> {
    const { Cookie, canonicalDomain, defaultPath } = await import("tough-cookie");
    const budget = new CookieBudget(await this.#jar.getCookies(url.href, { allPaths: true }));
    for (const line of lines) {
      const cookie = line.length > LINE_LENGTH ? undefined : Cookie.parse(line, { loose: true });
      // Where the jar will put it (RFC 6265 section 5.3).
      const place = cookie && {
        key: cookie.key,
        domain: canonicalDomain(cookie.domain ?? url.hostname) ?? null,
        path: cookie.path?.startsWith("/") ? cookie.path : defaultPath(url.pathname),
      };
      if (!place || !budget.fits(place, cookie.value)) {
        if (place || line.length > LINE_LENGTH) this.#refused();
        continue;
      }
      if (!(await this.#jar.setCookie(line, url.href, { ignoreError: true }))) continue;
      budget.add(place, cookie.value);
      this.#values = [...this.#values, cookie.value];
    }
  }

  async #removeCookiesOf(url: URL): Promise<void> {
    const { canonicalDomain } = await import("tough-cookie");
    const host = canonicalDomain(url.hostname);
    for (const { domain, path, key } of await this.#jar.getCookies(url.href, { allPaths: true })) {
      if (domain !== host) continue;
      await new Promise<void>((resolve, reject) => {
        this.#jar.store.removeCookie(domain, path, key, (error) => (error ? reject(error) : resolve()));
      });
    }
  }

  async #attempt(work: () => Promise<unknown>, deadline: Deadline): Promise<void> {
    try {
      await deadline.race(work());
    } catch {
      process.emitWarning("the jar's Store did not keep a cookie; the login may be lost", WARNING);
    }
  }

  #refused(): void {
    this.#lacksRoom = true;
    const bounds = `${COOKIE_COUNT} for a host, ${COOKIE_BYTES} bytes each, ${HEADER_BYTES} bytes together`;
    this.#warn(`the service sets more cookies than are kept (${bounds}); those without room are dropped`);
  }

  #warn(message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    process.emitWarning(message, WARNING);
  }
}

const WARNING = "RescueCookieWarning";

/** The value in a `Set-Cookie` line, or in a pair of a `Cookie` header. It is a secret. */
export function cookieValue(line: string): string {
  const value = /^[^=;]*=([^;]*)/.exec(line)?.[1]?.trim() ?? "";
  return value.startsWith('"') ? value.replace(/^"|"$/g, "") : value;
}
