import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import {
  type Contract,
  type ContractField,
  type ContractMessage,
  isRepeated,
  isRequired,
  lookUp,
  namespaceOf,
} from "../contract/contract.js";
import { escapeXml, forbiddenCharacterAt } from "../text/xml-text.js";
import { scalarOf } from "./scalar.js";

/** A message body on its way out: element names in contract order; text escaped already, `null` for `xsi:nil`. */
export interface EncodedFields {
  [element: string]: EncodedValue | EncodedValue[];
}
export type EncodedValue = string | null | EncodedFields;

/**
 * Checks `values` against the contract and puts them into the order and the lexical forms of the schema.
 * A member that is `undefined` counts as absent.
 *
 * @param operation named in errors.
 * @throws {InvalidArgumentError} for a name the contract does not know, a missing required value, a value outside its
 *   type, and text with characters that XML 1.0 forbids. The message names the path, never the value.
 */
export function encodeMessage(
  contract: Contract,
  message: ContractMessage,
  values: unknown,
  operation: string,
): EncodedFields {
  return new Encoder(contract, operation).fields(message.fields, values ?? {}, "");
}

/**
 * The XML of an encoded message: its wrapper element, with its namespace as the default one, as ASMX writes it. An
 * element of another namespace declares its own.
 */
export function writeMessage(contract: Contract, message: ContractMessage, encoded: EncodedFields): string {
  const namespace = namespaceOf(contract, message);
  const content = hasOneNamespace(contract)
    ? writeFields(encoded)
    : writeQualified(contract, message.fields, encoded, namespace);
  const start = `<${message.element} xmlns="${escapeXml(namespace)}"`;
  return content === "" ? `${start} />` : `${start}>${content}</${message.element}>`;
}

const oneNamespace = new WeakMap<Contract, boolean>();

/** True where nothing has a namespace of its own: the rule, and the fast way. */
function hasOneNamespace(contract: Contract): boolean {
  let known = oneNamespace.get(contract);
  if (known === undefined) {
    const messages = Object.values(contract.operations).flatMap(({ request, response }) => [request, response]);
    const fields = [...messages.map((message) => message.fields), ...Object.values(contract.types)].flat();
    known = [...messages, ...fields].every(({ namespace }) => namespace === undefined);
    oneNamespace.set(contract, known);
  }
  return known;
}

function writeFields(fields: EncodedFields): string {
  let xml = "";
  for (const [name, value] of Object.entries(fields)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === null) {
        xml += `<${name} xsi:nil="true" />`;
        continue;
      }
      const content = typeof item === "string" ? item : writeFields(item);
      xml += content === "" ? `<${name} />` : `<${name}>${content}</${name}>`;
    }
  }
  return xml;
}

function writeQualified(
  contract: Contract,
  fields: readonly ContractField[],
  encoded: EncodedFields,
  inherited: string,
): string {
  let xml = "";
  for (const field of fields) {
    const value = Object.hasOwn(encoded, field.name) ? encoded[field.name] : undefined;
    if (value === undefined) continue;
    const namespace = namespaceOf(contract, field);
    const start = `<${field.name}${namespace === inherited ? "" : ` xmlns="${escapeXml(namespace)}"`}`;
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === null) {
        xml += `${start} xsi:nil="true" />`;
        continue;
      }
      const inner = typeof item === "string" ? [] : (lookUp(contract.types, field.type) ?? []);
      const content = typeof item === "string" ? item : writeQualified(contract, inner, item, namespace);
      xml += content === "" ? `${start} />` : `${start}>${content}</${field.name}>`;
    }
  }
  return xml;
}

/** How deep arguments may nest; with the envelope around them, as deep as a reply may be. */
const DEPTH_LIMIT = 60;

class Encoder {
  readonly #contract: Contract;
  readonly #operation: string;

  constructor(contract: Contract, operation: string) {
    this.#contract = contract;
    this.#operation = operation;
  }

  fields(fields: readonly ContractField[], values: unknown, path: string): EncodedFields {
    if (typeof values !== "object" || values === null || Array.isArray(values)) {
      this.#refuse(path, `expected an object with ${this.#names(fields)}`);
    }
    const given = values as Record<string, unknown>;
    for (const name of Object.keys(given)) {
      if (given[name] !== undefined && !fields.some((field) => field.name === name)) {
        this.#refuse(join(path, name), `is not known here; expected ${this.#names(fields)}`);
      }
    }
    const encoded: EncodedFields = {};
    for (const field of fields) {
      const value = Object.hasOwn(given, field.name) ? given[field.name] : undefined;
      const at = join(path, field.name);
      if (value === undefined) {
        if (isRequired(field)) this.#refuse(at, `is missing; expected ${this.#expects(field)}`);
      } else if (isRepeated(field)) {
        if (!Array.isArray(value)) this.#refuse(at, "expected an array");
        // Array.from also visits the holes that map would leave.
        encoded[field.name] = Array.from(value as unknown[], (item, index) =>
          this.#value(field, item, `${at}[${index}]`),
        );
      } else {
        encoded[field.name] = this.#value(field, value, at);
      }
    }
    return encoded;
  }

  #value(field: ContractField, value: unknown, path: string): EncodedValue {
    if (value === null) {
      if (!field.nillable) this.#refuse(path, `must not be null; expected ${this.#expects(field)}`);
      return null;
    }
    const complex = lookUp(this.#contract.types, field.type);
    if (complex) {
      // A value of a cyclic type may hold itself.
      if (path.split(".").length > DEPTH_LIMIT) this.#refuse(path, `nests deeper than ${DEPTH_LIMIT} levels`);
      return this.fields(complex, value, path);
    }

    const literals = lookUp(this.#contract.enums, field.type);
    if (literals) {
      if (typeof value !== "string" || !literals.includes(value)) {
        this.#refuse(path, `is not a member of ${field.type}; expected ${this.#expects(field)}`);
      }
      return escapeXml(value as string);
    }
    const lexical = scalarOf(field.type)?.format(value);
    if (lexical === undefined)
      return this.#refuse(path, `expected ${this.#expects(field)}, got ${kindOf(value, field.type)}`);
    const forbidden = forbiddenCharacterAt(lexical);
    if (forbidden >= 0) {
      const codePoint = (lexical.codePointAt(forbidden) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      this.#refuse(path, `holds a character that XML 1.0 forbids (U+${codePoint} at ${forbidden}); remove it`);
    }
    return escapeXml(lexical);
  }

  #expects(field: ContractField): string {
    const literals = lookUp(this.#contract.enums, field.type);
    if (literals) return `one of ${literals.slice(0, 12).join(", ")}${literals.length > 12 ? ", …" : ""}`;
    return scalarOf(field.type)?.expects ?? `an object of type ${field.type}`;
  }

  #names(fields: readonly ContractField[]): string {
    return fields.length === 0 ? "no members" : fields.map((field) => field.name).join(", ");
  }

  #refuse(path: string, problem: string): never {
    const where = path === "" ? this.#operation : `${this.#operation}: ${path}`;
    throw new InvalidArgumentError(path, `${where}: ${problem}`, this.#operation);
  }
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

// What a value is, without showing it: it may be a secret.
function kindOf(value: unknown, type: string): string {
  if (Array.isArray(value)) return "an array";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid Date" : "a Date";
  if (typeof value === scalarOf(type)?.typescript) return `another ${typeof value}`;
  if (value === undefined) return "nothing";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
