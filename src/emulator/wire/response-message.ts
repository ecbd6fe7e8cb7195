import { type Contract, type ContractField, type ContractOperation, isRequired, lookUp } from "../../soap/contract.js";
import { encodeMessage, writeMessage } from "../../soap/encode.js";
import type { Answer } from "../behaviours/behaviour.js";
import { defaultOf } from "./parameters.js";

/** A response message as XML, and the result literal in it. */
export interface ResponseMessage {
  readonly xml: string;
  readonly result: string | undefined;
}

/**
 * Writes the response of an operation in the contract's terms. Out parameters that the contract does not know are left
 * out, so that one behaviour serves several versions of a WSDL; those that must be there get .NET's default.
 */
export function writeResponse(
  contract: Contract,
  name: string,
  operation: ContractOperation,
  answer: Answer,
): ResponseMessage {
  const { fields } = operation.response;
  const resultField = resultFieldOf(name, operation);
  const values: Record<string, unknown> = {};
  let result: string | undefined;
  for (const field of fields) {
    if (field === resultField) values[field.name] = result = answer.literal ?? resultOf(contract, field, answer.result);
    else values[field.name] = outParameter(contract, field, answer.out ?? {});
  }
  return {
    xml: writeMessage(contract, operation.response, encodeMessage(contract, operation.response, values, name)),
    result,
  };
}

/** The element that says how a call went: `<operation>Result`, which ASMX always names so, or else the first one. */
export function resultFieldOf(name: string, { response: { fields } }: ContractOperation): ContractField | undefined {
  return fields.find((field) => field.name === `${name}Result`) ?? fields[0];
}

/**
 * The literal that stands for a result code: the member of the result's type that is the code, or ends with `_` and the
 * code, for prefixes are irregular (`login_OK`, `closeSessionRet_OK`, a bare `OK`). An operation without such a member
 * answers `ActionFailed`, or else `Error`.
 */
export function literalOf(literals: readonly string[], code: string): string | undefined {
  for (const wanted of [code, "ActionFailed", "Error"]) {
    const literal = literals.find((member) => saysCode(member, wanted));
    if (literal !== undefined) return literal;
  }
  return undefined;
}

/** Whether a literal is that of a result code. */
export function saysCode(literal: string, code: string): boolean {
  return literal === code || literal.endsWith(`_${code}`);
}

function resultOf(contract: Contract, field: ContractField, code: string): string {
  const literals = lookUp(contract.enums, field.type);
  if (!literals) return code;
  const literal = literalOf(literals, code);
  if (literal === undefined) throw new Error(`The emulator finds no literal for ${code} in ${field.type}.`);
  return literal;
}

/** An out parameter as the contract has it: what was given of it, or .NET's default where it must be there. */
export function outParameter(
  contract: Contract,
  field: ContractField,
  out: Readonly<Record<string, unknown>>,
): unknown {
  const value = Object.hasOwn(out, field.name) ? out[field.name] : undefined;
  if (value !== undefined && (value !== null || field.nillable)) return fitting(contract, field, value);
  return isRequired(field) ? defaultOf(contract, field) : undefined;
}

/** A value with the members that its type has in this contract, however deep. */
function fitting(contract: Contract, field: ContractField, value: unknown): unknown {
  const members = lookUp(contract.types, field.type);
  if (!members || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => fitting(contract, field, item));
  const given = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(members.map((member) => [member.name, outParameter(contract, member, given)]));
}
