import { didYouMean } from "../../errors/nearest-name.js";
import { type Contract, type ContractField, isRepeated, lookUp, namespaceOf } from "../../soap/contract/contract.js";
import { XSI } from "../../soap/contract/namespaces.js";
import type { SoapVersion } from "../../soap/contract/soap-version.js";
import { scalarOf } from "../../soap/message/scalar.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { bareRefusal } from "../http/reply.js";
import { contentTypeOf, SoapRefusal } from "../soap/soap-reply.js";
import type { SoapRequest } from "../soap/soap-request.js";

/** The value of a parameter as .NET's XmlSerializer would hand it to the method. */
export type ParameterValue = string | number | bigint | boolean | null | Parameters | readonly ParameterValue[];

/** The parameters of a call, by the names of the contract; all of them, sent or not. */
export interface Parameters {
  readonly [name: string]: ParameterValue;
}

/** A text parameter; null, absent and empty are all `""`. */
export function textOf(parameters: Parameters, name: string): string {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  return value === null || value === undefined ? "" : String(value);
}

/** A whole-number parameter; 0 when it was not sent, as an `int` is in .NET. */
export function integerOf(parameters: Parameters, name: string): number {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  return typeof value === "number" || typeof value === "bigint" || typeof value === "string" ? Number(value) : 0;
}

/** A yes-or-no parameter; false when it was not sent. The HTTP form of some is `1` or `0`. */
export function booleanOf(parameters: Parameters, name: string): boolean {
  return /^(?:true|1)$/i.test(textOf(parameters, name));
}

/**
 * Reads the parameters as leniently as ASMX: in any order, the first of doubles, what is not recognised passed over
 * (unknown, unqualified or in another namespace), what is absent filled with .NET's default.
 *
 * @throws {SoapRefusal} for a value that is not of its type: an empty or nil int, a word that is no enum member.
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

  // .NET's reader stands on the node after the value when it converts it, and names that place.
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

/** What to say in the log of a word that is no member of its enumeration. */
export function unknownLiteral(word: string, literals: readonly string[]): string {
  return `${JSON.stringify(word.slice(0, 80))} is no word of the contract${didYouMean(word, literals)}`;
}

// Value types in .NET, whose values are kept in their lexical form here.
const LEXICAL_DEFAULTS: ReadonlyMap<string, string> = new Map([
  ["xs:dateTime", "0001-01-01T00:00:00"],
  ["xs:date", "0001-01-01"],
  ["xs:time", "00:00:00"],
  ["xs:decimal", "0"],
]);

/**
 * What .NET gives a value that was never set: 0, false, the first enum member, null. One that need not be there is null
 * as well: .NET knows then that it was not set.
 */
export function defaultOf(contract: Contract, field: ContractField): ParameterValue {
  if (field.nillable || field.min === 0) return null;
  const literals = lookUp(contract.enums, field.type);
  if (literals) return literals[0] ?? null;
  const written = LEXICAL_DEFAULTS.get(field.type);
  if (written !== undefined) return written;
  const kind = scalarOf(field.type)?.typescript;
  return kind === "number" ? 0 : kind === "bigint" ? 0n : kind === "boolean" ? false : null;
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
