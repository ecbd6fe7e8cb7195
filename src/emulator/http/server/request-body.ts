import type { IncomingMessage } from "node:http";
import { BodyBytes } from "../../../soap/http/body-bytes.js";

/** The largest request body that is accepted, in bytes: 4 MiB, as ASP.NET's `maxRequestLength` is by default. */
export const BODY_LIMIT = 4 * 1024 * 1024;

// A body over the limit is read and discarded up to this multiple of the limit, so that a client that first sends and
// then reads gets a 413 rather than a reset.
const DISCARDED = 4;

/** The body of a request as bytes; undefined if it is larger than `limit`. Rejects if the client disconnects. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  let body: BodyBytes | undefined = new BodyBytes();
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > DISCARDED * limit) return undefined;
    if (size > limit) body = undefined;
    body?.add(piece);
  }
  return body?.bytes;
}

/**
 * The body's text. A byte order mark decides (UTF-8, UTF-16 either way round), else the content type's charset, else
 * UTF-8; an unknown charset counts as UTF-8, as in ASMX.
 */
export function decodeBody(body: Buffer, contentType: string | undefined): string {
  return new TextDecoder(byteOrderMark(body) ?? charsetOf(contentType)).decode(body);
}

function byteOrderMark(body: Buffer): string | undefined {
  if (body[0] === 0xff && body[1] === 0xfe) return "utf-16le";
  if (body[0] === 0xfe && body[1] === 0xff) return "utf-16be";
  return body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? "utf-8" : undefined;
}

function charsetOf(contentType: string | undefined): string {
  const label = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? "")?.[1] ?? "utf-8";
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return "utf-8";
  }
}
