import type { Cookie } from "tough-cookie";

/** The most cookies that are kept for one host; what RFC 6265 section 6.1 wants of a browser at least. */
export const COOKIE_COUNT = 50;
/** The longest name and value of a cookie together, in bytes, as browsers have it. */
export const COOKIE_BYTES = 4096;
/** The longest `Cookie` header, in bytes: half of what IIS takes, and as much as Apache does. */
export const HEADER_BYTES = 8 * 1024;

/** A cookie's place in a jar: another one of the same replaces it. */
type Place = Pick<Cookie, "domain" | "path" | "key">;

/**
 * What one host may still add to its cookies. Those that are kept already stay and may be renewed; newcomers are refused
 * when there is no room for them, so that a flood of cookies cannot push out the one that is the login.
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

/** As the header has it: `key=value; `. */
function sizeOf({ key }: Place, value: string): number {
  return Buffer.byteLength(`${key}=${value}; `);
}
