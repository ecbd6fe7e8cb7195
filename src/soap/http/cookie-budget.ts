import type { Cookie } from "tough-cookie";

/** The most cookies kept for one host: the minimum that RFC 6265 section 6.1 asks of a browser. */
export const COOKIE_COUNT = 50;
/** The longest name and value of a cookie together, in bytes, as in browsers. */
export const COOKIE_BYTES = 4096;
/** The longest `Cookie` header, in bytes: half of what IIS accepts, and as much as Apache does. */
export const HEADER_BYTES = 8 * 1024;

/** A cookie's place in a jar: another cookie with the same place replaces it. */
type Place = Pick<Cookie, "domain" | "path" | "key">;

/**
 * Decides what one host may still add to its cookies. Cookies already kept stay and may be renewed; new ones are
 * refused when there is no room for them, so that a flood of cookies cannot displace the login's.
 */
export class CookieBudget {
  readonly #sizes = new Map<string, number>();
  #bytes = 0;

  /** @param kept what the jar holds for the host. */
  constructor(kept: Iterable<Place & Pick<Cookie, "value">>) {
    for (const cookie of kept) this.add(cookie, cookie.value);
  }

  fits(cookie: Place, value: string): boolean {
    const size = sizeOf(cookie, value);
    const before = this.#sizes.get(placeOf(cookie));
    if (before === undefined && this.#sizes.size >= COOKIE_COUNT) return false;
    return size <= COOKIE_BYTES && this.#bytes - (before ?? 0) + size <= HEADER_BYTES;
  }

  add(cookie: Place, value: string): void {
    const place = placeOf(cookie);
    const size = sizeOf(cookie, value);
    this.#bytes += size - (this.#sizes.get(place) ?? 0);
    this.#sizes.set(place, size);
  }
}

function placeOf({ domain, path, key }: Place): string {
  return JSON.stringify([domain, path, key]);
}

/** Its size in the header: `key=value; `. */
function sizeOf({ key }: Place, value: string): number {
  return Buffer.byteLength(`${key}=${value}; `);
}
