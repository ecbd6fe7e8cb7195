import { type Contract, type ContractField, isRepeated, lookUp, namespaceOf } from "../../soap/contract/contract.js";
import { XSI } from "../../soap/contract/namespaces.js";
import type { SoapVersion } from "../../soap/contract/soap-version.js";
import { scalarOf } from "../../soap/message/scalar.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { bareRefusal } from "../http/reply.js";
import { type Parameters, type ParameterValue, unknownLiteral } from "../operations/call/parameters.js";
import { defaultOf } from "../operations/results/default-value.js";
import { contentTypeOf, SoapRefusal } from "./soap-reply.js";
import type { SoapRequest } from "./soap-request.js";

/**
 * Reads the parameters as leniently as ASMX: in any order, the first of duplicates, unrecognised elements ignored
 * (unknown, unqualified or in another namespace), omitted ones set to .NET's default.
 *
 * @throws {SoapRefusal} for a value that is not of its type: an empty or nil int, a word that is not a member.
 * @throws {HttpRefusal} 400 for an element inside a simple value.
 */
export function readParameters(contract: Contract, request: SoapRequest): Parameters {
  return new ParameterReader(contract, request).fields(request.operation.request.fields, request.wrapper);
}

class ParameterReader {
  readonly #contract: Contract;
  readonly #document: string;
  readonly #version: SoapVersion;

  constructor(contract: Contract, request: SoapRequest) {
    this.#contract = contract;
    this.#document = request.document;
    this.#version = request.version;
  }

  fields(fields: readonly ContractField[], parent: XmlElement | undefined): Parameters {
    const values: Record<string, ParameterValue> = {};
    for (const field of fields) {
      const sent = (parent?.children ?? []).filter(
        (child) => child.name === field.name && child.namespace === namespaceOf(this.#contract, field),
      );
      if (isRepeated(field)) values[field.name] = sent.map((element) => this.#value(field, element));
      else values[field.name] = sent[0] ? this.#value(field, sent[0]) : defaultOf(this.#contract, field);
    }
    return values;
  }

  #value(field: ContractField, element: XmlElement): ParameterValue {
    const nil = ["true", "1"].includes(element.attributes.get(`{${XSI}}nil`)?.trim() ?? "");
    const complex = lookUp(this.#contract.types, field.type);
    if (nil && (complex || field.nillable || field.type === "xs:string")) return null;
    if (complex) return this.fields(complex, element);
    if (element.children.length > 0) throw bareRefusal(400, contentTypeOf(this.#version));

    const literals = lookUp(this.#contract.enums, field.type);
    if (literals) {
      const literal = element.text.trim();
      if (literals.includes(literal)) return literal;
      const reason = `Instance validation error: '${literal}' is not a valid value for ${field.type}.`;
      return this.#refuse(element, reason, `${field.name}: ${unknownLiteral(literal, literals)}`);
    }
    const scalar = scalarOf(field.type);
    if (!scalar) return element.text;
    const value = scalar.parse(element.text);
    if (value !== undefined) return value;
    const tooLarge = field.type === "xs:int" && /^\s*[+-]?\d+\s*$/.test(element.text);
    return this.#refuse(
      element,
      tooLarge ? "Value was either too large or too small for an Int32." : "Input string was not in a correct format.",
    );
  }

  // .NET's reader has advanced to the node after the value when it converts it, and reports that position.
  #refuse(element: XmlElement, reason: string, note?: string): never {
    const { line, column } = placeAfter(this.#document, element);
    throw new SoapRefusal(
      "Client",
      `Server was unable to read request. ---> There is an error in XML document (${line}, ${column}). ---> ${reason}`,
      false,
      note,
    );
  }
}

// Where the node after a simple element begins, counted from 1: text at its first character, a tag at its name.
// `element` names where its own start tag ended.
function placeAfter(document: string, element: XmlElement): { line: number; column: number } {
  let start = 0;
  for (let line = 1; line < element.line; line += 1) start = document.indexOf("\n", start) + 1;
  start += element.column - 1;
  const selfClosed = document.slice(0, start).endsWith("/>");
  const end = selfClosed ? start : document.indexOf(">", document.indexOf("</", start)) + 1;
  const mark = document.startsWith("</", end) ? 2 : document.startsWith("<", end) ? 1 : 0;
  const before = document.slice(0, end + mark);
  return { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
}
