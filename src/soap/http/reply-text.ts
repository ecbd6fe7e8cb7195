import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { ProtocolError } from "../../errors/protocol-error.js";
import { MEDIA_TYPE, type SoapVersion } from "../contract/soap-version.js";
import type { BodyBytes } from "./body-bytes.js";
import type { HttpReply } from "./http-transport.js";

// How much of a body is decoded at a time.
const PIECE = 64 * 1024;
/** More than the XML declaration takes. */
const DECLARATION = 512;

/**
 * Checks the HTTP side of a reply before any parser reads it, and returns its text: in pieces where the body came in
 * pieces, whose character set is checked as they are read.
 *
 * A SOAP answer has status 200, or 500 (SOAP 1.1 over HTTP) or 400 (SOAP 1.2) for a fault, the media type of the
 * version asked, and UTF-8 or UTF-16 with a byte order mark.
 *
 * @throws {ProtocolError} for anything else, an empty body included.
 */
export function replyText(operation: string, version: SoapVersion, reply: HttpReply): string | Iterable<string> {
  const { status } = reply;
  const contentType = reply.headers["content-type"] ?? "";
  const mediaType = /^[^;,]*/.exec(contentType)?.[0].trim().toLowerCase() ?? "";
  const refuse = (reason: string): never => {
    throw new ProtocolError(reason, { operation, status, retryAfter: retryAfter(reply) });
  };

  if (status >= 300 && status < 400) {
    return refuse(`HTTP ${status}, a redirect; a call is never sent on to another address`);
  }
  if (status !== 200 && status !== 500 && status !== 400) {
    return refuse(`HTTP ${status} with ${describe(mediaType)} instead of a SOAP answer`);
  }
  if (mediaType !== MEDIA_TYPE[version]) {
    return refuse(`HTTP ${status} with ${describe(mediaType)}; a SOAP ${version} answer is ${MEDIA_TYPE[version]}`);
  }
  if (reply.body.length === 0 && !reply.pieces) return refuse(`HTTP ${status} with an empty body`);

  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1]?.toLowerCase();
  if (reply.pieces) return decodePieces(reply.pieces, charset, () => refuse(UNREADABLE));
  return decodeText(reply.body, charset) ?? refuse(UNREADABLE);
}

const UNREADABLE =
  "the reply is not in the character set it claims, or in one that is not read (UTF-8, UTF-16 with a byte order mark)";

/** `Retry-After` in seconds, from either of its forms (RFC 9110 section 10.2.3). */
function retryAfter(reply: HttpReply): number | undefined {
  const value = reply.headers["retry-after"];
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value);
  // Not everything that Date.parse takes is a date of HTTP: it reads "-1" and "1.5" as years and months. The asctime
  // form names no zone and is in GMT all the same (RFC 9110 section 5.6.7).
  if (!/^[A-Z][a-z]{2,8},? .*\d$|^[A-Z][a-z]{2,8},? .* GMT$/.test(value)) return undefined;
  const date = Date.parse(value.endsWith("GMT") ? value : `${value} GMT`);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}

// Only well-known names are repeated: a header is the sender's text.
function describe(mediaType: string): string {
  if (mediaType === "") return "no content type";
  return /^(?:text|application)\/(?:html|plain|xml|json|soap\+xml|xhtml\+xml|octet-stream)$/.test(mediaType)
    ? mediaType
    : "another content type";
}

// With UTF-8 bytes the XML declaration must not say otherwise.
const DECLARED_OTHERWISE =
  /^\uFEFF?<\?xml[^>]{0,200}?\sencoding\s*=\s*(?!["'](?:utf-?8|us-ascii)["'])["'][^"'>]{1,40}["']/i;

function decodeText(body: Buffer, charset: string | undefined): string | undefined {
  const first = body.length >= 2 ? body.readUInt16BE(0) : 0;
  if (first === 0xfffe || first === 0xfeff) {
    if (charset !== undefined && !/^utf-16(?:le|be)?$/.test(charset)) return undefined;
    try {
      return new TextDecoder(first === 0xfffe ? "utf-16le" : "utf-16be", { fatal: true }).decode(body);
    } catch {
      return undefined;
    }
  }
  if (charset !== undefined && !/^(?:utf-?8|us-ascii)$/.test(charset)) return undefined;
  if (!isUtf8(body)) return undefined;
  const text = body.toString("utf8");
  if (DECLARED_OTHERWISE.test(text)) return undefined;
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** Decodes a long body as `decodeText` does a short one, as far as somebody reads. */
function* decodePieces(body: BodyBytes, charset: string | undefined, refuse: () => never): Iterable<string> {
  let decoder: TextDecoder | undefined;
  // Up to the end of the XML declaration.
  let head: Buffer | undefined = Buffer.alloc(0);
  const decode = (bytes?: Buffer): string => {
    try {
      return decoder?.decode(bytes, { stream: bytes !== undefined }) ?? "";
    } catch {
      return refuse();
    }
  };
  for (const block of body.take()) {
    for (let at = 0; at < block.length; at += PIECE) {
      let bytes = block.subarray(at, at + PIECE);
      if (head) {
        bytes = Buffer.concat([head, bytes]);
        head = bytes.length < DECLARATION ? bytes : undefined;
        if (head) continue;
        decoder = decoderOf(bytes, charset) ?? refuse();
        if (decoder.encoding === "utf-8" && DECLARED_OTHERWISE.test(bytes.toString("utf8", 0, DECLARATION))) refuse();
      }
      yield decode(bytes);
    }
  }
  yield decode();
}

/** Undefined for a character set that is not read. A byte order mark is left out of the text. */
function decoderOf(beginning: Buffer, charset: string | undefined): TextDecoder | undefined {
  const first = beginning.readUInt16BE(0);
  const isWide = first === 0xfffe || first === 0xfeff;
  const expected = isWide ? /^utf-16(?:le|be)?$/ : /^(?:utf-?8|us-ascii)$/;
  if (charset !== undefined && !expected.test(charset)) return undefined;
  return new TextDecoder(isWide ? (first === 0xfffe ? "utf-16le" : "utf-16be") : "utf-8", { fatal: true });
}
