import type { ServerReply } from "../reply.js";
import type { FaultEffect } from "./fault-effect.js";

/** A reply whose body need not be text. */
export type BytesReply = Omit<ServerReply, "body"> & { readonly body: string | Buffer };

const PAGE = "<html><head><title>Service Unavailable</title></head><body><h1>Service Unavailable</h1></body></html>";
// RFC 9110 sections 15.3.5 and 15.4.5.
const BODILESS = new Set([204, 304]);
const DEEP = 10_000;
const FLOOD = 5_000;
const LONG = 100_000;

/** A page as a proxy or a web server would send it: for `status` and `garbage`. */
export function foreignPage({
  kind,
  status = 503,
  contentType = "text/html",
  body = PAGE,
  ...rest
}: FaultEffect): ServerReply {
  const { retryAfter, headers } = rest;
  const retry = retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) };
  return {
    status: kind === "garbage" ? 200 : status,
    contentType,
    body: kind === "status" && BODILESS.has(status) ? "" : body,
    cacheControl: "private",
    headers: { ...headers, ...retry },
  };
}

export const emptyReply = (reply: ServerReply): ServerReply => ({ ...reply, status: 200, body: "" });

/** Another operation's names in place of this one's. */
export function ofOtherOperation(
  reply: ServerReply,
  { answerOf = "logout" }: FaultEffect,
  operation: string,
): ServerReply {
  const other = answerOf === operation ? (operation === "login" ? "logout" : "login") : answerOf;
  return {
    ...reply,
    body: reply.body.replaceAll(new RegExp(`(</?)${operation}(?=Res(?:ponse|ult)\\b)`, "g"), `$1${other}`),
  };
}

export function ofOtherType(reply: ServerReply, { contentType = "application/json" }: FaultEffect): ServerReply {
  return { ...reply, contentType };
}

export function malformed(reply: ServerReply): ServerReply {
  return { ...reply, body: reply.body.replace(/<\/[^<]*>$/, "") };
}

/** 0xFF and 0xFE occur in no UTF-8 text. */
export function inNoCharset(reply: ServerReply): BytesReply {
  const middle = reply.body.lastIndexOf("</soap:Body>");
  const at = middle < 0 ? reply.body.length : middle;
  const parts = [Buffer.from(reply.body.slice(0, at)), Buffer.from([0xff, 0xfe]), Buffer.from(reply.body.slice(at))];
  return { ...reply, body: Buffer.concat(parts) };
}

export function withDoctype(reply: ServerReply): ServerReply {
  let entities = '<!ENTITY e0 "ha">';
  for (let level = 1; level <= 30; level += 1) entities += `<!ENTITY e${level} "&e${level - 1};&e${level - 1};">`;
  const doctype = `<!DOCTYPE bomb [${entities}]>`;
  return { ...withBody(reply, "<bomb>&e30;</bomb>", (xml) => xml.replace(/^(<\?xml[^>]*\?>)?/, `$1${doctype}`)) };
}

export function deep(reply: ServerReply): ServerReply {
  const start = /<soap:Body><[^>]*>/.exec(reply.body);
  const at = start ? start.index + start[0].length : 0;
  const nested = `${"<deep>".repeat(DEEP)}${"</deep>".repeat(DEEP)}`;
  return { ...reply, body: reply.body.slice(0, at) + nested + reply.body.slice(at) };
}

export const emptyEnvelope = (reply: ServerReply): ServerReply => withBody(reply, "");

export function damagedGzip(reply: ServerReply): ServerReply {
  return { ...reply, headers: { ...reply.headers, "Content-Encoding": "gzip" } };
}

export function flooded(reply: ServerReply): ServerReply {
  const flood = Array.from({ length: FLOOD }, (_, index) => [`X-Flood-${index}`, "water"]);
  return { ...reply, headers: { ...reply.headers, ...Object.fromEntries(flood) } };
}

export function withLongHeader(reply: ServerReply): ServerReply {
  return { ...reply, headers: { ...reply.headers, "X-Long": "a".repeat(LONG) } };
}

// The content of the envelope; the whole body if there is none, as in the HTTP forms.
function withBody(reply: ServerReply, content: string, then: (xml: string) => string = (xml) => xml): ServerReply {
  const match = /^([\s\S]*<soap:Body>)[\s\S]*(<\/soap:Body>[\s\S]*)$/.exec(reply.body);
  return { ...reply, body: then(`${match?.[1] ?? ""}${content}${match?.[2] ?? ""}`) };
}
