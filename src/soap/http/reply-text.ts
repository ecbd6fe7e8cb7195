import { isUtf8 } from "node:buffer";
import { ProtocolError } from "../../errors/protocol-error.js";
import { MEDIA_TYPE, type SoapVersion } from "../contract/soap-version.js";
import type { HttpReply } from "./http-transport.js";

/**
 * Checks the HTTP side of a reply before any parser reads it, and returns its text.
 *
 * A SOAP answer has status 200, or 500 (SOAP 1.1 over HTTP) or 400 (SOAP 1.2) for a fault, the media type of the
 * version asked, and UTF-8 or UTF-16 with a byte order mark.
 *
 * @throws {ProtocolError} for anything else, an empty body included.
 */
export function replyText(operation: string, version: SoapVersion, reply: HttpReply): string {
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
  if (reply.body.length === 0) return refuse(`HTTP ${status} with an empty body`);

  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1]?.toLowerCase();
  return (
    decodeText(reply.body, charset) ??
    refuse(
      "the reply is not in the character set it claims, or in one that is not read (UTF-8, UTF-16 with a byte order mark)",
    )
  );
}

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
  // With UTF-8 bytes the XML declaration must not say otherwise.
  const declared = /^\uFEFF?<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([^"'>]{1,40})["']/.exec(text)?.[1]?.toLowerCase();
  if (declared !== undefined && !/^(?:utf-?8|us-ascii)$/.test(declared)) return undefined;
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
