import { XSD, XSI } from "../../soap/contract/namespaces.js";
import { ENVELOPE_NAMESPACE, MEDIA_TYPE, type SoapVersion } from "../../soap/contract/soap-version.js";
import { replaceForbiddenCharacters } from "../../soap/text/xml-text.js";
import { beginningOfPieces, type Pieces } from "../http/pieces.js";
import type { ServerReply } from "../http/reply.js";
import { NotedRefusal } from "../operations/call/noted-refusal.js";

/** The fault code in SOAP 1.1's words; SOAP 1.2 has its own for the first two. */
export type FaultCode = "Client" | "Server" | "MustUnderstand" | "VersionMismatch";

const SOAP_12_CODE: Readonly<Record<FaultCode, string>> = {
  Client: "Sender",
  Server: "Receiver",
  MustUnderstand: "MustUnderstand",
  VersionMismatch: "VersionMismatch",
};

/** The request cannot be served; the answer is a `soap:Fault` with this text. */
export class SoapRefusal extends NotedRefusal {
  readonly code: FaultCode;
  readonly entered: boolean;

  /**
   * @param entered whether ASMX had already entered the operation's method, which its Cache-Control shows.
   * @param note for the log: the nearest name that the emulator knows.
   */
  constructor(code: FaultCode, message: string, entered = false, note?: string) {
    super(message, note);
    this.code = code;
    this.entered = entered;
  }
}

/** The Content-Type of SOAP replies of that version. */
export function contentTypeOf(version: SoapVersion): string {
  return `${MEDIA_TYPE[version]}; charset=utf-8`;
}

/** A reply with this body content, in the envelope ASMX writes: attributes in this order, nothing between the tags. */
export function soapReply(version: SoapVersion, content: string | Pieces, status = 200, entered = true): ServerReply {
  const start = envelopeStart(version);
  const end = "</soap:Body></soap:Envelope>";
  const head = {
    status,
    contentType: contentTypeOf(version),
    cacheControl: entered ? "private, max-age=0" : "private",
  };
  if (typeof content === "string") return { ...head, body: start + content + end };
  const pieces = function* () {
    yield start;
    yield* content();
    yield end;
  };
  return { ...head, body: "", pieces, logged: beginningOfPieces(pieces) };
}

/** A fault as ASMX writes it. `soap:MustUnderstand` comes without a detail, all others with an empty one. */
export function faultReply(version: SoapVersion, { code, message, entered }: SoapRefusal): ServerReply {
  const text = escapeText(message);
  const bare = code === "MustUnderstand";
  const content =
    version === "1.1"
      ? `<faultcode>soap:${code}</faultcode><faultstring>${text}</faultstring>${bare ? "" : "<detail />"}`
      : `<soap:Code><soap:Value>soap:${SOAP_12_CODE[code]}</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang="en">` +
        `${text}</soap:Text></soap:Reason>${bare ? "" : "<soap:Detail />"}`;
  return soapReply(version, `<soap:Fault>${content}</soap:Fault>`, 500, entered);
}

/** How every reply of that version begins, up to the start of the body. */
export function envelopeStart(version: SoapVersion): string {
  return (
    `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="${ENVELOPE_NAMESPACE[version]}" ` +
    `xmlns:xsi="${XSI}" xmlns:xsd="${XSD}"><soap:Body>`
  );
}

// ASMX leaves quotes in text as they are. What XML forbids (a hostile SOAPAction may hold it) becomes a question mark.
function escapeText(text: string): string {
  return replaceForbiddenCharacters(text, "?").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
