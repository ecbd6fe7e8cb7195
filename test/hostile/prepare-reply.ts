import type { OutgoingHttpHeaders } from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { XSI } from "../../src/soap/contract/namespaces.js";
import { ENVELOPE_NAMESPACE, MEDIA_TYPE, type SoapVersion } from "../../src/soap/contract/soap-version.js";
import type { BodyPart, ReplySpec } from "./corpus.js";
import { row, SCHEMA_NAMESPACES, SERVICE, type Target } from "./roles.js";

/** A reply as the server sends it. */
export interface PreparedReply {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

const COMPRESS = { gzip: gzipSync, deflate: deflateSync, "deflate-raw": deflateRawSync, br: brotliCompressSync };

/** The bytes of a reply to `target` in `version`. `factor` multiplies how often the parts of a generator are repeated. */
export function prepareReply(spec: ReplySpec, target: Target, version: SoapVersion, factor = 1): PreparedReply {
  const fill = filler(target, version);
  const text = spec.generator ? generate(spec.generator, fill, factor) : fill(spec.body ?? "");
  let body = spec.bodyBase64 === undefined ? toBytes(text, spec.charset) : Buffer.from(spec.bodyBase64, "base64");
  for (const name of spec.compress ?? []) body = COMPRESS[name](body);
  if (spec.cut) body = body.subarray(0, -spec.cut);
  body = Buffer.concat([Buffer.from(spec.prepend ?? "", "base64"), body, Buffer.from(spec.append ?? "", "base64")]);

  const headers: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(spec.headers ?? { "Content-Type": "{{media}}; charset=utf-8" })) {
    headers[name] = typeof value === "string" ? fill(value) : value.map(fill);
  }
  if (!spec.chunked) headers["Content-Length"] = spec.declaredLength ?? body.length;
  return { status: spec.status ?? 200, headers, body };
}

/** Replaces a placeholder. */
export type Fill = (text: string) => string;

/**
 * The placeholders: `{{good}}`, a whole good reply; `{{open}}` and `{{close}}`, its envelope; `{{answer}}`, the element
 * between; `{{start}}`, `{{content}}` and `{{end}}`, that element's parts; `{{result}}`, `{{response}}`, `{{operation}}`,
 * `{{ok}}` and `{{okResult}}`, names and literals; `{{envelope}}`, `{{media}}` and, with `other`, those of the other
 * version; `{{row}}` or `{{row:iID=x}}` (`{{row:-iID}}`), a session changed (left out); `{{int:x}}`, a good reply
 * whose number is x; `{{fault}}`, a fault of the version; `{{service}}`, `{{xsi}}`.
 */
export function filler(target: Target, version: SoapVersion): Fill {
  const { operation, ok, rest } = target;
  const other: SoapVersion = version === "1.1" ? "1.2" : "1.1";
  const envelope = ENVELOPE_NAMESPACE[version];
  const open =
    `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${envelope}"` +
    ` ${SCHEMA_NAMESPACES}><soap:Body>`;
  const close = "</soap:Body></soap:Envelope>";
  const start = `<${operation}Response xmlns="${SERVICE}">`;
  const end = `</${operation}Response>`;
  const okResult = `<${operation}Result>${ok}</${operation}Result>`;
  const fault =
    version === "1.1"
      ? "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>Boom</faultstring><detail /></soap:Fault>"
      : "<soap:Fault><soap:Code><soap:Value>soap:Receiver</soap:Value></soap:Code>" +
        '<soap:Reason><soap:Text xml:lang="en">Boom</soap:Text></soap:Reason><soap:Detail /></soap:Fault>';
  const answer = `${start}${okResult}${rest}${end}`;
  const words = new Map(
    Object.entries({
      operation,
      response: `${operation}Response`,
      result: `${operation}Result`,
      ok,
      okResult,
      rest,
      content: okResult + rest,
      start,
      end,
      answer,
      open,
      close,
      good: open + answer + close,
      fault,
      envelope,
      otherEnvelope: ENVELOPE_NAMESPACE[other],
      media: MEDIA_TYPE[version],
      otherMedia: MEDIA_TYPE[other],
      version,
      service: SERVICE,
      xsi: XSI,
      row: row(),
    }),
  );
  const withNumber = (value: string) =>
    open + start + okResult + rest.replace(/(<iID>|<iPINCode>)\d+/, (_, tag: string) => tag + value) + end + close;
  const fill: Fill = (text) =>
    text.replace(/\{\{(\w+)(?::((?:(?!\}\}).)*))?\}\}/gs, (whole, word: string, argument: string | undefined) => {
      if (word === "i") return whole;
      if (word === "int" && argument !== undefined) return withNumber(argument);
      if (word === "row" && argument !== undefined) return fill(changedRow(argument));
      const value = words.get(word);
      if (value === undefined) throw new Error(`no such placeholder: ${whole}`);
      return value;
    });
  return fill;
}

function changedRow(change: string): string {
  if (change.startsWith("-")) return row({ [change.slice(1)]: null });
  const [name = "", ...value] = change.split("=");
  return row({ [name]: value.join("=") });
}

function generate(parts: readonly BodyPart[], fill: Fill, factor: number): string {
  const pieces = parts.map((part) => {
    if (typeof part === "string") return fill(part);
    const unit = fill(part.repeat);
    const times = part.times * factor;
    return unit.includes("{{i}}")
      ? Array.from({ length: times }, (_, i) => unit.replaceAll("{{i}}", String(i))).join("")
      : unit.repeat(times);
  });
  return pieces.join("");
}

function toBytes(text: string, charset: ReplySpec["charset"]): Buffer {
  if (charset === "utf-16le") return Buffer.from(text, "utf16le");
  if (charset === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  return Buffer.from(text, charset ?? "utf8");
}
