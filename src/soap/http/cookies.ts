import type { CookieJar } from "tough-cookie";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { COOKIE_BYTES, COOKIE_COUNT, CookieBudget, HEADER_BYTES } from "./cookie-budget.js";
import type { Deadline } from "./deadline.js";

/**
 * A CookieJar of tough-cookie, whose types differ between import and require by their private members: what is used of
 * it is the same.
 */
export type Jar = Pick<CookieJar, "getCookieString" | "getCookies" | "setCookie" | "removeAllCookies" | "store">;

/** How many `Set-Cookie` lines of one reply are read. */
export const LINE_LIMIT = COOKIE_COUNT;
/** The longest line that is read: a cookie and its attributes. */
const LINE_LENGTH = 2 * COOKIE_BYTES;

/**
 * The cookies of one login, kept by tough-cookie. They are read and stored once per exchange, with the address of that
 * exchange, so that answers that arrive together cannot mix and no cookie goes to another host.
 *
 * They are bounded as in a browser, whatever Store the jar uses: at most 50 cookies for the host, 4096 bytes each and
 * 8 KiB together. Cookies in the jar stay and can be renewed; a new one without room is dropped, with one warning.
 */
export class Cookies {
  #jar: Jar | undefined;
  readonly #callersStore: Jar["store"] | undefined;
  readonly #isOwn: boolean;
  readonly #onValues: ((values: readonly string[]) => void) | undefined;
  /** What the jar returned for the last header, and the header. */
  #last = { inJar: "", sent: "" };
  /** The values in force: those of the last header, and those stored since. They are secrets. */
  #values: readonly string[] = [];
  #lacksRoom = false;
  #stored = 0;
  readonly #warned = new Set<string>();

  /**
   * @param jar the caller's jar, or a Store for one, whose other cookies are left alone. Without it, a jar of its own is
   *   made when needed.
   * @param onValues receives the values in force whenever they have changed, before anything is sent with them. They
   *   are secrets.
   */
  constructor(jar?: Jar | { readonly store: Jar["store"] }, onValues?: (values: readonly string[]) => void) {
    this.#jar = jar && "getCookieString" in jar ? jar : undefined;
    this.#callersStore = jar?.store;
    this.#isOwn = jar === undefined;
    this.#onValues = onValues;
  }

  /**
   * Returns the `Cookie` header for `url`, of at most {@link HEADER_BYTES}; empty when there is no cookie.
   *
   * @throws {InvalidArgumentError} when the Store of the caller's jar fails. Nothing has been sent.
   */
  async header(url: URL): Promise<string> {
    const jar = this.#jar ?? (await this.#openJar());
    let inJar: string;
    try {
      inJar = await jar.getCookieString(url.href);
    } catch {
      throw new InvalidArgumentError("jar", "jar: its Store failed to return the cookies");
    }
    if (inJar === this.#last.inJar) return this.#last.sent;
    // A jar that others have filled may hold more than we would have stored.
    const sent: string[] = [];
    let bytes = 0;
    for (const pair of inJar === "" ? [] : inJar.split("; ")) {
      bytes += Buffer.byteLength(`${pair}; `);
      if (bytes > HEADER_BYTES) {
        this.#warn(`the jar holds more than ${HEADER_BYTES} bytes of cookies for the service; the rest is not sent`);
        break;
      }
      sent.push(pair);
    }
    this.#last = { inJar, sent: sent.join("; ") };
    this.#setValues(sent.map(cookieValue));
    return this.#last.sent;
  }

  /**
   * Stores the first {@link LINE_LIMIT} `Set-Cookie` lines that came from `url`. One that the jar refuses (another
   * domain) is dropped. A Store that fails or does not answer in time costs the cookie, reported as a warning, but
   * never the answer that has come.
   */
  async store(url: URL, lines: readonly string[], deadline: Deadline): Promise<void> {
    if (lines.length > LINE_LIMIT) this.#refused();
    await this.#attempt(() => this.#store(url, lines.slice(0, LINE_LIMIT)), deadline);
  }

  /** How many cookies have been stored, also such as were there before. */
  get stored(): number {
    return this.#stored;
  }

  /** The cookies that `url` gets, as `Set-Cookie` lines. They are secrets. */
  async lines(url: URL): Promise<string[]> {
    const jar = await this.#openJar();
    return (await jar.getCookies(url.href, { allPaths: true })).map(String);
  }

  /** Replaces the cookies of a jar of our own by those of `Set-Cookie` lines, as if `url` had sent them. */
  async replace(url: URL, lines: readonly string[], deadline: Deadline): Promise<void> {
    await (await this.#openJar()).removeAllCookies();
    await this.store(url, lines, deadline);
  }

  /**
   * Call it before a new login. Where cookies were dropped for lack of room, the login's could be dropped too, and
   * every call after it would fail: the host's old cookies are removed. Those of other hosts stay.
   */
  async makeRoom(url: URL, deadline: Deadline): Promise<void> {
    if (!this.#lacksRoom) return;
    this.#lacksRoom = false;
    await this.#attempt(() => this.#removeCookies(url), deadline);
  }

  async #store(url: URL, lines: readonly string[]): Promise<void> {
    const { Cookie, canonicalDomain, defaultPath } = await import("tough-cookie");
    const jar = await this.#openJar();
    const budget = new CookieBudget(await jar.getCookies(url.href, { allPaths: true }));
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
      if (!(await jar.setCookie(line, url.href, { ignoreError: true }))) continue;
      this.#stored += 1;
      budget.add(place, cookie.value);
      this.#setValues([...this.#values, cookie.value]);
    }
  }

  async #removeCookies(url: URL): Promise<void> {
    const { canonicalDomain } = await import("tough-cookie");
    const jar = await this.#openJar();
    if (this.#isOwn) return jar.removeAllCookies();
    const host = canonicalDomain(url.hostname);
    for (const { domain, path, key } of await jar.getCookies(url.href, { allPaths: true })) {
      if (domain !== host) continue;
      await new Promise<void>((resolve, reject) => {
        jar.store.removeCookie(domain, path, key, (error) => (error ? reject(error) : resolve()));
      });
    }
  }

  async #openJar(): Promise<Jar> {
    const { CookieJar } = await import("tough-cookie");
    this.#jar ??= new CookieJar(this.#callersStore);
    return this.#jar;
  }

  #setValues(values: readonly string[]): void {
    this.#values = values;
    this.#onValues?.(values);
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
