import { STATUS_CODES } from "node:http";
import { headersOf, type ServerReply } from "../reply.js";
import type { BreakPoint } from "./fault-effect.js";

const INTERIM = "HTTP/1.1 100 Continue\r\n\r\n";

/** A reply as the bytes that Node would send, for faults that no HTTP library can produce. */
export function rawReply(reply: ServerReply, setCookie: string | undefined): Buffer {
  const { head, body } = partsOf(reply, setCookie);
  return Buffer.concat([Buffer.from(head), body]);
}

/** The beginning of a reply, up to the point where it breaks off. */
export function brokenReply(reply: ServerReply, setCookie: string | undefined, at: BreakPoint): Buffer {
  const { head, body } = partsOf(reply, setCookie);
  const half = body.subarray(0, Math.floor(body.length / 2));
  switch (at) {
    case "start":
      return Buffer.alloc(0);
    case "interim":
      return Buffer.from(INTERIM);
    case "status-line":
      return Buffer.from(head.slice(0, "HTTP/1.1 20".length));
    case "headers":
      return Buffer.from(head.slice(0, head.indexOf("Content-Length") + 5));
    case "body":
      return Buffer.concat([Buffer.from(head), half]);
    case "chunk": {
      const chunked = head.replace(/Content-Length: \d+/, "Transfer-Encoding: chunked");
      return Buffer.concat([Buffer.from(`${chunked}${body.length.toString(16)}\r\n`), half]);
    }
  }
}

function partsOf(reply: ServerReply, setCookie: string | undefined): { head: string; body: Buffer } {
  const body = Buffer.from(reply.body);
  const headers = { ...headersOf(reply, setCookie), "Content-Length": String(body.length) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return { head: `HTTP/1.1 ${reply.status} ${STATUS_CODES[reply.status] ?? ""}\r\n${lines.join("")}\r\n`, body };
}
