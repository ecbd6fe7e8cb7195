import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import type { Contract, ContractMessage } from "../contract/contract.js";
import { escapeXml, forbiddenCharacterAt } from "../text/xml-text.js";
import { type FieldPlan, type FieldsPlan, planOf } from "./message-plan.js";
import { DEPTH_LIMIT } from "./xml-limits.js";

/** A message body on its way out: element names in contract order; text escaped already, `null` for `xsi:nil`. */
export interface EncodedFields {
  [element: string]: EncodedValue | EncodedValue[];
}
export type EncodedValue = string | null | EncodedFields;

/** The envelope's elements around the arguments: Envelope, Body, the wrapper, and the argument itself. */
const AROUND_ARGUMENTS = 4;
/** The most literals of an enumeration that an error lists. */
const LISTED_LITERALS = 12;

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
  return encodeFields(planOf(contract, message), values ?? {}, "", operation);
}

/**
 * The XML of an encoded message: its wrapper element, with its namespace as the default one, as ASMX writes it. An
 * element of another namespace declares its own.
 */
export function writeMessage(contract: Contract, message: ContractMessage, encoded: EncodedFields): string {
  const plan = planOf(contract, message);
  const content = plan.hasOneNamespace ? writeFields(encoded) : writeQualified(plan, encoded, plan.namespace);
  return content === "" ? `${plan.startTag} />` : `${plan.startTag}>${content}</${plan.element}>`;
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

function writeQualified({ inOrder }: FieldsPlan, encoded: EncodedFields, inherited: string): string {
  let xml = "";
  for (const { name, namespace, fields } of inOrder) {
    const value = Object.hasOwn(encoded, name) ? encoded[name] : undefined;
    if (value === undefined) continue;
    const start = `<${name}${namespace === inherited ? "" : ` xmlns="${escapeXml(namespace)}"`}`;
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === null) {
        xml += `${start} xsi:nil="true" />`;
        continue;
      }
      const inner = typeof item === "string" ? item : fields && writeQualified(fields(), item, namespace);
      const content = inner ?? "";
      xml += content === "" ? `${start} />` : `${start}>${content}</${name}>`;
    }
  }
  return xml;
}

function encodeFields(plan: FieldsPlan, values: unknown, path: string, operation: string): EncodedFields {
  if (typeof values !== "object" || values === null || Array.isArray(values)) {
    return refuse(path, `expected an object with ${namesOf(plan)}`, operation);
  }
  const given = values as Record<string, unknown>;
  const before = path === "" ? "" : `${path}.`;
  for (const name of Object.keys(given)) {
    if (given[name] !== undefined && !plan.byName.has(name)) {
      refuse(before + name, `is not known here; expected ${namesOf(plan)}`, operation);
    }
  }
  const encoded: EncodedFields = {};
  for (const field of plan.inOrder) {
    const value = Object.hasOwn(given, field.name) ? given[field.name] : undefined;
    const at = before + field.name;
    if (value === undefined) {
      if (field.required) refuse(at, `is missing; expected ${expectedOf(field)}`, operation);
    } else if (field.repeated) {
      if (!Array.isArray(value)) return refuse(at, "expected an array", operation);
      // Array.from also visits the holes that map would leave.
      encoded[field.name] = Array.from(value as unknown[], (item, index) =>
        encodeValue(field, item, `${at}[${index}]`, operation),
      );
    } else {
      encoded[field.name] = encodeValue(field, value, at, operation);
    }
  }
  return encoded;
}

function encodeValue(field: FieldPlan, value: unknown, path: string, operation: string): EncodedValue {
  if (value === null) {
    return field.nillable ? null : refuse(path, `must not be null; expected ${expectedOf(field)}`, operation);
  }
  if (field.fields) {
    // A value of a cyclic type may hold itself.
    const limit = DEPTH_LIMIT - AROUND_ARGUMENTS;
    if (path.split(".").length > limit) refuse(path, `nests deeper than ${limit} levels`, operation);
    return encodeFields(field.fields(), value, path, operation);
  }
  if (field.literals) {
    if (typeof value === "string" && field.literals.includes(value)) return escapeXml(value);
    return refuse(path, `is not a member of ${field.type}; expected ${expectedOf(field)}`, operation);
  }
  const lexical = field.scalar?.format(value);
  if (lexical === undefined) {
    return refuse(path, `expected ${expectedOf(field)}, got ${kindOf(value, field)}`, operation);
  }
  // The lexical forms of numbers, booleans and dates hold nothing that would have to be escaped.
  if (typeof value !== "string") return lexical;
  const forbidden = forbiddenCharacterAt(lexical);
  if (forbidden >= 0) {
    const codePoint = (lexical.codePointAt(forbidden) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    const problem = `holds a character that XML 1.0 forbids (U+${codePoint} at ${forbidden}); remove it`;
    refuse(path, problem, operation);
  }
  return escapeXml(lexical);
}

function expectedOf({ literals, scalar, type }: FieldPlan): string {
  if (!literals) return scalar?.expects ?? `an object of type ${type}`;
  return `one of ${literals.slice(0, LISTED_LITERALS).join(", ")}${literals.length > LISTED_LITERALS ? ", …" : ""}`;
}

function namesOf({ inOrder }: FieldsPlan): string {
  return inOrder.length === 0 ? "no members" : inOrder.map((field) => field.name).join(", ");
}

function refuse(path: string, problem: string, operation: string): never {
  const where = path === "" ? operation : `${operation}: ${path}`;
  throw new InvalidArgumentError(path, `${where}: ${problem}`, operation);
}

// What a value is, without showing it: it may be a secret.
function kindOf(value: unknown, { scalar }: FieldPlan): string {
  if (Array.isArray(value)) return "an array";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid Date" : "a Date";
  if (typeof value === scalar?.typescript) return `another ${typeof value}`;
  if (value === undefined) return "nothing";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
