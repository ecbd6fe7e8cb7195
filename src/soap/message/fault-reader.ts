import type { SoapFault } from "../../errors/soap-fault-error.js";
import type { SoapVersion } from "../contract/soap-version.js";
import { cutText, SHOWN_LIMIT, ShownText } from "../text/cut-text.js";
import { escapeXml } from "../text/xml-text.js";
import type { Attributes } from "./namespace-scope.js";

/** Where an element is in a fault. `detail` is the element of that name with all its content. */
type Place = "fault" | "code" | "reason" | "detail" | "Code" | "Reason" | "other";

/** The places inside a place, by local name. Anything else is `other`. */
const PARTS: Readonly<Partial<Record<Place, ReadonlyMap<string, Place>>>> = {
  fault: new Map<string, Place>([
    ["faultcode", "code"],
    ["faultstring", "reason"],
    ["detail", "detail"],
    ["Code", "Code"],
    ["Reason", "Reason"],
    ["Detail", "detail"],
  ]),
  Code: new Map<string, Place>([
    ["Value", "code"],
    ["Subcode", "Code"],
  ]),
  Reason: new Map<string, Place>([["Text", "reason"]]),
};

interface OpenPart {
  readonly place: Place;
  /** Set inside `detail`, where the end tag is written again. */
  readonly name?: string;
}

const FAULT: OpenPart = { place: "fault" };

/**
 * Reads the inside of a `soap:Fault` as it streams by. SOAP 1.1 section 4.4: unqualified `faultcode`, `faultstring`,
 * `detail`. SOAP 1.2 part 1 section 5.4: `Code/Value`, `Code/Subcode/Value`, `Reason/Text`, `Detail`.
 *
 * Each text is cut at {@link SHOWN_LIMIT} before anything is done to it, and what an element costs does not depend on
 * the elements around it.
 */
export class FaultReader {
  readonly #version: SoapVersion;
  readonly #envelopeNamespace: string;
  readonly #open: OpenPart[] = [];
  #code: string | undefined;
  #reason: string | undefined;
  #text = new ShownText();
  readonly #detail = new ShownText();

  constructor(version: SoapVersion, envelopeNamespace: string) {
    this.#version = version;
    this.#envelopeNamespace = envelopeNamespace;
  }

  open(local: string, namespace: string, attributes: Attributes): void {
    const { place } = this.#top;
    this.#text = new ShownText();
    if (place === "detail") {
      this.#open.push({ place, name: local });
      if (!this.#detail.isCut) this.#addTag(local, attributes);
      return;
    }
    // SOAP 1.1 requires unqualified parts, but some services qualify them. And ASMX writes a
    // SoapException's detail as an unqualified `detail` in SOAP 1.2 too (asmx).
    const known =
      namespace === this.#envelopeNamespace || (namespace === "" && (this.#version === "1.1" || local === "detail"));
    this.#open.push({ place: (known && PARTS[place]?.get(local)) || "other" });
  }

  text(piece: string): void {
    const { place } = this.#top;
    if (place === "code" || place === "reason") this.#text.add(piece);
    else if (place === "detail" && !this.#detail.isCut) this.#detail.add(escapeXml(cutText(piece)));
  }

  close(): void {
    const { text } = this.#text;
    this.#text = new ShownText();
    const closed = this.#open.pop();
    if (closed?.place === "code") this.#addCode(text.trim());
    else if (closed?.place === "reason") this.#reason ??= text;
    else if (closed?.name !== undefined) this.#detail.add("</", closed.name, ">");
  }

  /** The fault read; undefined when it had no code. */
  fault(): SoapFault | undefined {
    if (this.#code === undefined) return undefined;
    const fault = { faultCode: this.#code, faultString: this.#reason ?? "" };
    const detail = this.#detail.text.trim();
    return detail === "" ? fault : { ...fault, detail };
  }

  get #top(): OpenPart {
    return this.#open[this.#open.length - 1] ?? FAULT;
  }

  // All of them end up in the error's message, so their length is bounded.
  #addCode(code: string): void {
    if (this.#code === undefined) this.#code = code;
    else if (this.#code.length < SHOWN_LIMIT) this.#code = cutText(`${this.#code}/${code}`);
  }

  #addTag(local: string, attributes: Attributes): void {
    this.#detail.add("<", local);
    for (const name in attributes) {
      this.#detail.add(" ", name, '="', escapeXml(cutText(attributes[name] as string)), '"');
    }
    this.#detail.add(">");
  }
}
