import type { SoapFault } from "../errors/soap-fault-error.js";
import type { SoapVersion } from "./soap-version.js";
import { escapeXml } from "./xml-text.js";

const DETAIL_LIMIT = 16 * 1024;
const TEXT_LIMIT = 16 * 1024;

/**
 * Reads the inside of a `soap:Fault` as it streams by. SOAP 1.1 section 4.4: unqualified `faultcode`, `faultstring`,
 * `detail`. SOAP 1.2 part 1 section 5.4: `Code/Value`, `Code/Subcode/Value`, `Reason/Text`, `Detail`.
 */
export class FaultReader {
  readonly #version: SoapVersion;
  readonly #envelopeNamespace: string;
  readonly #path: string[] = [];
  #code: string | undefined;
  #reason: string | undefined;
  #text = "";
  #detail = "";

  constructor(version: SoapVersion, envelopeNamespace: string) {
    this.#version = version;
    this.#envelopeNamespace = envelopeNamespace;
  }

  open(local: string, namespace: string, attributes: Readonly<Record<string, string>>): void {
    const detail = this.#inDetail();
    // SOAP 1.1 wants its parts unqualified; services exist that qualify them all the same. And ASMX writes a
    // SoapException's detail as an unqualified `detail` in SOAP 1.2 too (measured).
    const known =
      namespace === this.#envelopeNamespace || (namespace === "" && (this.#version === "1.1" || local === "detail"));
    this.#path.push(detail || known ? local : "");
    this.#text = "";
    if (detail) {
      const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
      this.#addDetail(`<${local}${written.join("")}>`);
    }
  }

  text(piece: string): void {
    if (this.#inDetail()) this.#addDetail(escapeXml(piece));
    else if (this.#text.length < TEXT_LIMIT) this.#text += piece;
  }

  close(): void {
    const text = this.#text.slice(0, TEXT_LIMIT);
    this.#text = "";
    const local = this.#path.pop();
    if (local === undefined) return;
    if (this.#inDetail()) {
      this.#addDetail(`</${local}>`);
      return;
    }
    const at = [...this.#path, local].join("/");
    if (at === "faultcode" || /^Code(?:\/Subcode)*\/Value$/.test(at)) this.#addCode(text.trim());
    else if (at === "faultstring" || at === "Reason/Text") this.#reason ??= text;
  }

  /** The fault read; undefined when it had no code. */
  fault(): SoapFault | undefined {
    if (this.#code === undefined) return undefined;
    const fault = { faultCode: this.#code, faultString: this.#reason ?? "" };
    const detail = this.#detail.trim();
    return detail === "" ? fault : { ...fault, detail };
  }

  // However many there are, they end up in the error's message.
  #addCode(code: string): void {
    if (this.#code === undefined) this.#code = code;
    else if (this.#code.length < TEXT_LIMIT) this.#code = `${this.#code}/${code}`.slice(0, TEXT_LIMIT);
  }

  #inDetail(): boolean {
    return this.#path[0] === "detail" || this.#path[0] === "Detail";
  }

  #addDetail(xml: string): void {
    if (this.#detail.length < DETAIL_LIMIT) this.#detail = (this.#detail + xml).slice(0, DETAIL_LIMIT);
  }
}
