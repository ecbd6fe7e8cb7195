import { WRONG_HOST } from "../own-host.js";
import type { ServerReply } from "../reply.js";
import type { Route, RoutedRequest } from "./route.js";

/** The answer to a request whose `Host` is not the emulator's own (RFC 9110 section 15.5.20). */
export const MISDIRECTED: ServerReply = {
  status: 421,
  contentType: "text/plain; charset=utf-8",
  body: `${WRONG_HOST}\n`,
  cacheControl: "no-store",
  headers: { "X-Content-Type-Options": "nosniff" },
};

/** Refuses requests to a host name other than the emulator's own, before anything of them is read. */
export function wrongHostRoute(isOwn: (request: RoutedRequest) => boolean): Route {
  return { match: (request) => !isOwn(request), serve: () => ({ reply: MISDIRECTED }) };
}
