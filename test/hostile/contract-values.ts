import fc from "fast-check";
import {
  type Contract,
  type ContractField,
  isRepeated,
  isRequired,
  lookUp,
  namespaceOf,
} from "../../src/soap/contract/contract.js";
import { XSI } from "../../src/soap/contract/namespaces.js";
import type { DecodedFields, DecodedValue } from "../../src/soap/message/message-plan.js";
import { scalarOf } from "../../src/soap/message/scalar.js";
import type { XmlElement } from "../../src/soap/message/xml-tree.js";
import { scalarValues } from "../soap/sample-values.js";

// How deep values of types that refer to themselves go.
const DEPTH = 4;

/** Values of a message of the contract, as a caller gives them: optional elements are there or not. */
export function messageValues(
  fields: readonly ContractField[],
  contract: Contract,
  depth = 0,
): fc.Arbitrary<DecodedFields> {
  const possible = fields.filter((field) => depth < DEPTH || isRequired(field) || !lookUp(contract.types, field.type));
  const required = possible.filter(isRequired).map((field) => field.name);
  const members = Object.fromEntries(possible.map((field) => [field.name, fieldValues(field, contract, depth)]));
  return fc.record(members, { requiredKeys: required, noNullPrototype: true }) as fc.Arbitrary<DecodedFields>;
}

function fieldValues(field: ContractField, contract: Contract, depth: number): fc.Arbitrary<DecodedValue> {
  const one = typeValues(field.type, contract, depth + 1);
  const value = field.nillable ? fc.option(one, { nil: null, freq: 5 }) : one;
  return isRepeated(field) ? fc.array(value, { maxLength: 4 }) : value;
}

function typeValues(type: string, contract: Contract, depth: number): fc.Arbitrary<DecodedValue> {
  const fields = lookUp(contract.types, type);
  if (fields) return messageValues(fields, contract, depth);
  const literals = lookUp(contract.enums, type);
  if (literals) return fc.constantFrom(...literals);
  const values = lookUp(scalarValues, type);
  if (!values) throw new Error(`no values for ${type}`);
  return values;
}

/** `values` after they were read: a repeated element that is absent is an empty array. */
export function asRead(fields: readonly ContractField[], values: DecodedFields, contract: Contract): DecodedFields {
  const read: DecodedFields = {};
  for (const field of fields) {
    const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
    const inner = lookUp(contract.types, field.type);
    const readOne = (one: DecodedValue) =>
      inner && one !== null ? asRead(inner, one as DecodedFields, contract) : one;
    if (isRepeated(field)) read[field.name] = ((value ?? []) as DecodedValue[]).map(readOne);
    else if (value !== undefined) read[field.name] = readOne(value);
  }
  return read;
}

/** Reads a message back from its XML by the contract, with none of the code that reads replies. */
export function fromTree(fields: readonly ContractField[], element: XmlElement, contract: Contract): DecodedFields {
  const read: DecodedFields = {};
  for (const child of element.children) {
    const field = fields.find(({ name }) => name === child.name);
    if (!field || child.namespace !== namespaceOf(contract, field)) throw new Error(`unknown: ${child.name}`);
  }
  for (const field of fields) {
    const values = element.children
      .filter((child) => child.name === field.name)
      .map((child) => one(field, child, contract));
    if (isRepeated(field)) read[field.name] = values;
    else if (values.length > 1) throw new Error(`twice: ${field.name}`);
    else if (values.length === 1) read[field.name] = values[0] as DecodedValue;
  }
  return read;
}

function one(field: ContractField, element: XmlElement, contract: Contract): DecodedValue {
  if (element.attributes.get(`{${XSI}}nil`) === "true") return null;
  const inner = lookUp(contract.types, field.type);
  if (inner) return fromTree(inner, element, contract);
  if (element.children.length > 0) throw new Error(`elements in ${field.name}`);
  return lookUp(contract.enums, field.type)
    ? element.text
    : (scalarOf(field.type)?.parse(element.text) as DecodedValue);
}
