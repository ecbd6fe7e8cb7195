import type { ServerReply } from "./reply.js";

/**
 * What an HTML page of the service may do: use its own styles and submit forms to the emulator. No script, no image, no
 * frame around it, so that a hostile name on a page stays text even if an escape were forgotten.
 */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The headers that keep the pages of the service harmless in a browser. */
export const HTML_PAGE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
};

/** An HTML page. `html` is the whole document, with all foreign text escaped. */
export function htmlPage(status: number, html: string, headers: Readonly<Record<string, string>> = {}): ServerReply {
  return {
    status,
    contentType: "text/html; charset=utf-8",
    body: html,
    cacheControl: status === 200 ? "private, max-age=0" : "private",
    headers: { ...HTML_PAGE_HEADERS, ...headers },
  };
}

/** The page for an HTTP error. `title` is ours, never the client's. */
export function errorPage(status: number, title: string, headers: Readonly<Record<string, string>> = {}): ServerReply {
  const html = `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return htmlPage(status, html, headers);
}
