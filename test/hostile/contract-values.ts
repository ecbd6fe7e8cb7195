import fc from "fast-check";
import { contract } from "../../generated/contract.js";
import { type ContractField, isRepeated, isRequired, lookUp } from "../../src/soap/contract.js";
import type { DecodedFields, DecodedValue } from "../../src/soap/decode-plan.js";
import { XSI } from "../../src/soap/namespaces.js";
import { scalarOf } from "../../src/soap/scalar.js";
import type { XmlElement } from "../../src/soap/xml-tree.js";
import { scalarValues } from "../soap/sample-values.js";

/** Values of a message of the contract, as a caller gives them: optional elements are there or not. */
export function messageValues(fields: readonly ContractField[]): fc.Arbitrary<DecodedFields> {
  const required = fields.filter(isRequired).map((field) => field.name);
  const members = Object.fromEntries(fields.map((field) => [field.name, fieldValues(field)]));
  return fc.record(members, { requiredKeys: required, noNullPrototype: true }) as fc.Arbitrary<DecodedFields>;
}

function fieldValues(field: ContractField): fc.Arbitrary<DecodedValue> {
  const one = typeValues(field.type);
  const value = field.nillable ? fc.option(one, { nil: null, freq: 5 }) : one;
  return isRepeated(field) ? fc.array(value, { maxLength: 4 }) : value;
}

function typeValues(type: string): fc.Arbitrary<DecodedValue> {
  const fields = lookUp(contract.types, type);
  if (fields) return messageValues(fields);
  const literals = lookUp(contract.enums, type);
  if (literals) return fc.constantFrom(...literals);
  const values = lookUp(scalarValues, type);
  if (!values) throw new Error(`no values for ${type}`);
  return values;
}

/** What `values` are when they have been read: a repeated element that is absent is an empty array. */
export function asRead(fields: readonly ContractField[], values: DecodedFields): DecodedFields {
  const read: DecodedFields = {};
  for (const field of fields) {
    const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
    const inner = lookUp(contract.types, field.type);
    const readOne = (one: DecodedValue) => (inner && one !== null ? asRead(inner, one as DecodedFields) : one);
    if (isRepeated(field)) read[field.name] = ((value ?? []) as DecodedValue[]).map(readOne);
    else if (value !== undefined) read[field.name] = readOne(value);
  }
  return read;
}

/** Reads a message back from its XML by the contract, with none of the code that reads replies. */
export function fromTree(fields: readonly ContractField[], element: XmlElement): DecodedFields {
  const read: DecodedFields = {};
  const known = new Set(fields.map((field) => field.name));
  for (const child of element.children) {
    if (child.namespace !== contract.namespace || !known.has(child.name)) throw new Error(`unknown: ${child.name}`);
  }
  for (const field of fields) {
    const values = element.children.filter((child) => child.name === field.name).map((child) => one(field, child));
    if (isRepeated(field)) read[field.name] = values;
    else if (values.length > 1) throw new Error(`twice: ${field.name}`);
    else if (values.length === 1) read[field.name] = values[0] as DecodedValue;
  }
  return read;
}

function one(field: ContractField, element: XmlElement): DecodedValue {
  if (element.attributes.get(`{${XSI}}nil`) === "true") return null;
  const inner = lookUp(contract.types, field.type);
  if (inner) return fromTree(inner, element);
  if (element.children.length > 0) throw new Error(`elements in ${field.name}`);
  return lookUp(contract.enums, field.type)
    ? element.text
    : (scalarOf(field.type)?.parse(element.text) as DecodedValue);
}
