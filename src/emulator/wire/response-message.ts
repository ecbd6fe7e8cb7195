import {
  type Contract,
  type ContractField,
  type ContractMessage,
  type ContractOperation,
  isRequired,
  lookUp,
} from "../../soap/contract.js";
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
  const message = resultField ? withUnlisted(contract, operation.response, resultField) : operation.response;
  return { xml: writeMessage(contract, message, encodeMessage(contract, message, values, name)), result };
}

/** The element that says how a call went: `<operation>Result`, which ASMX always names so, or else the first one. */
export function resultFieldOf(name: string, { response: { fields } }: ContractOperation): ContractField | undefined {
  return fields.find((field) => field.name === `${name}Result`) ?? fields[0];
}

/**
 * The literal of a result code: the member of the result's type that is the code, or ends with `_` and the code, as
 * prefixes are irregular (`login_OK`, `closeSessionRet_OK`, a bare `OK`). An operation without such a member answers
 * `ActionFailed`, or else `Error`.
 *
 * A list whose only member is the OK cannot be whole, as every operation can fail. There a refusal is the code with the
 * OK's prefix, in no list: `NotLoggedIn` beside the bare `OK` of setUserStatus_v7_1 (inferred from the other operations,
 * whose refusals have the prefix of their OK).
 */
export function literalOf(literals: readonly string[], code: string): string | undefined {
  for (const wanted of [code, "ActionFailed", "Error"]) {
    const literal = literals.find((member) => saysCode(member, wanted));
    if (literal !== undefined) return literal;
  }
  const prefix = okPrefix(literals);
  return prefix === undefined ? undefined : prefix + code;
}

/** What precedes `OK` in a list that holds nothing else; undefined for any other list. */
function okPrefix(literals: readonly string[]): string | undefined {
  const [only = "", ...others] = literals;
  return others.length === 0 ? /^(|.*_)OK$/.exec(only)?.[1] : undefined;
}

// The encoder refuses a literal that is in no list; of a list that cannot be whole, any text is written.
function withUnlisted(contract: Contract, message: ContractMessage, resultField: ContractField): ContractMessage {
  if (okPrefix(lookUp(contract.enums, resultField.type) ?? []) === undefined) return message;
  return {
    ...message,
    fields: message.fields.map((field) => (field === resultField ? { ...field, type: "xs:string" } : field)),
  };
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
