import type { IncomingHttpHeaders } from "node:http";
import { TextDecoder } from "node:util";
import type { HttpReply } from "../../soap/http/http-transport.js";

/** A reply as it came, unread. It may hold secrets. */
export interface RawReply {
  /** The HTTP status. */
  readonly status: number;
  /** The HTTP headers, names in lower case; `set-cookie` may hold the login's cookie. */
  readonly headers: IncomingHttpHeaders;
  /** The body as text: in UTF-16 with a byte order mark, in the character set that the reply names, or in UTF-8. */
  readonly text: string;
}

export function asRawReply({ status, headers, body }: HttpReply): RawReply {
  return { status, headers, text: decoder(headers["content-type"] ?? "", body).decode(body) };
}

// What cannot be decoded becomes U+FFFD: nothing is refused here.
function decoder(contentType: string, body: Buffer): TextDecoder {
  const mark = body.length >= 2 ? body.readUInt16BE(0) : 0;
  if (mark === 0xfffe) return new TextDecoder("utf-16le");
  if (mark === 0xfeff) return new TextDecoder("utf-16be");
  const charset = /;\s*charset\s*=\s*"?([^";\s]{1,40})/i.exec(contentType)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
