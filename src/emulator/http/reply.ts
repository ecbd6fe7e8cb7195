import type { ServerResponse } from "node:http";

/** A reply to an HTTP request, before it is sent. */
export interface ServerReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** In place of `body`, for a long list. */
  readonly pieces?: () => Iterable<string>;
  /** The bytes of the pieces together. */
  readonly length?: number;
  /** ASMX says `private, max-age=0` once the operation was entered and `private` where it was not. */
  readonly cacheControl: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body for the log, where it holds secrets in a form that the log does not know. */
  readonly logged?: string;
}

/** The request cannot be served; the reply says so. */
export class HttpRefusal extends Error {
  readonly reply: ServerReply;

  constructor(reply: ServerReply) {
    super(`HTTP ${reply.status}`);
    this.reply = reply;
  }
}

/** A refusal without a page, as ASMX sends for what it does not even read. */
export function bareRefusal(status: number, contentType: string, body = ""): HttpRefusal {
  return new HttpRefusal({ status, contentType, body, cacheControl: "private" });
}

/** The headers of a reply, except for its length. */
export function headersOf(reply: Omit<ServerReply, "body">, setCookie?: string): Record<string, string> {
  return {
    "Content-Type": reply.contentType,
    "X-AspNet-Version": "4.0.30319",
    "Cache-Control": reply.cacheControl,
    ...reply.headers,
    ...(setCookie === undefined ? {} : { "Set-Cookie": setCookie }),
  };
}

/** Sends a whole reply with its `Content-Length`, as IIS does. */
export function sendReply(
  response: ServerResponse,
  reply: Omit<ServerReply, "body"> & { readonly body: string | Buffer },
  setCookie?: string,
): void {
  const body = typeof reply.body === "string" ? Buffer.from(reply.body) : reply.body;
  response.writeHead(reply.status, { ...headersOf(reply, setCookie), "Content-Length": body.length });
  response.end(body);
}
