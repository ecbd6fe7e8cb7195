import type { Delivery } from "../http/server/route.js";

/**
 * The headers of every answer of the page: only the page's own files run or are shown, no frames, no caching. The
 * referrer policy is `same-origin` because a stricter one makes browsers send `Origin: null` with the page's own forms
 * (Fetch standard, "append a request Origin header"), which are checked by it; other sites get none.
 */
export const DESK_PAGE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; " +
    "frame-ancestors 'none'; base-uri 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cache-Control": "no-store",
};

/** An answer of the page. @param type the media type; the text is UTF-8. */
export function pageReply(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
  type = "text/plain",
): Delivery {
  const all = { ...DESK_PAGE_HEADERS, ...headers };
  return { reply: { status, contentType: `${type}; charset=utf-8`, body, cacheControl: "no-store", headers: all } };
}
