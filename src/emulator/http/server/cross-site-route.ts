import type { Route } from "./route.js";

/**
 * Refuses calls that a browser makes for a page of another site, before anything of them is read: an image, a link or a
 * form of any page could otherwise call the forms with a published code. Browsers say so themselves, and a page cannot
 * change what they say (Fetch Metadata, `Sec-Fetch-Site`). Other programs do not send the header.
 *
 * @param servicePath the lower-case path below which calls are made.
 */
export function crossSiteRoute(servicePath: string): Route {
  return {
    match: ({ headers, lowerPath }) => headers["sec-fetch-site"] === "cross-site" && lowerPath.startsWith(servicePath),
    serve: () => ({
      reply: {
        status: 403,
        contentType: "text/plain; charset=utf-8",
        body: "A page of another site made this call in a browser. The emulator does not serve such calls.\n",
        cacheControl: "no-store",
        headers: { "X-Content-Type-Options": "nosniff" },
      },
    }),
  };
}
