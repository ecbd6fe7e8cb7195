import type { ServerResponse } from "node:http";
import type { HttpReply } from "../soap/soap-reply.js";

/** What is told of an answer: all but its length. */
export function headersOf(reply: Omit<HttpReply, "body">, setCookie?: string): Record<string, string> {
  return {
    "Content-Type": reply.contentType,
    "X-AspNet-Version": "4.0.30319",
    "Cache-Control": reply.cacheControl,
    ...reply.headers,
    ...(setCookie === undefined ? {} : { "Set-Cookie": setCookie }),
  };
}

/** Answers with a whole reply, its length told beforehand, as IIS does. */
export function sendReply(
  response: ServerResponse,
  reply: Omit<HttpReply, "body"> & { readonly body: string | Buffer },
  setCookie?: string,
): void {
  const body = typeof reply.body === "string" ? Buffer.from(reply.body) : reply.body;
  response.writeHead(reply.status, { ...headersOf(reply, setCookie), "Content-Length": body.length });
  response.end(body);
}
