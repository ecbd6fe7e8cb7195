import {
  type Contract,
  type ContractField,
  type ContractMessage,
  type ContractOperation,
  isRepeated,
  isRequired,
  lookUp,
} from "../../soap/contract/contract.js";
import { resultElement, saysCode } from "../../soap/contract/result-element.js";
import { encodeMessage, writeMessage } from "../../soap/message/encode.js";
import type { Answer } from "../operations/call.js";
import { leastValue } from "../operations/results/least-value.js";

/** A response message as XML, and the result literal in it. */
export interface ResponseMessage {
  readonly xml: string;
  /** Undefined for an operation that returns data or nothing. */
  readonly result: string | undefined;
}

/**
 * Writes the response of an operation in the contract's terms. Out parameters that the contract does not know are left
 * out, so that one behaviour serves several versions of a WSDL; those that must be there get .NET's default.
 *
 * @throws {Error} for a result code that the operation cannot answer, as a method without a result throws an exception.
 */
export function writeResponse(
  contract: Contract,
  name: string,
  operation: ContractOperation,
  answer: Answer,
): ResponseMessage {
  const { values, result } = responseValues(contract, name, operation, answer);
  const answering = answeringElement(contract, name, operation);
  const message = answering ? withUnlisted(contract, operation.response, answering) : operation.response;
  return { xml: writeMessage(contract, message, encodeMessage(contract, message, values, name)), result };
}

/**
 * The elements of a response, and the result literal among them.
 *
 * @throws {Error} as `writeResponse`.
 */
export function responseValues(
  contract: Contract,
  name: string,
  operation: ContractOperation,
  { result: code, out = {} }: Answer,
): { readonly values: Readonly<Record<string, unknown>>; readonly result: string | undefined } {
  const answering = answeringElement(contract, name, operation);
  const isGiven = answering !== undefined && Object.hasOwn(out, answering.name);
  const answered = isGiven ? undefined : valueOfCode(contract, name, answering, code);
  const values: Record<string, unknown> = {};
  for (const field of operation.response.fields) {
    const isAnswer = field === answering && answered !== undefined;
    values[field.name] = isAnswer ? answered : outParameter(contract, field, out);
  }
  const told = answering && (answered ?? (lookUp(contract.enums, answering.type) && values[answering.name]));
  return { values, result: typeof told === "string" ? told : undefined };
}

/**
 * The element that a result code goes into: the one that says how a call went, or else `<operation>Result`, whatever its
 * type is.
 */
export function answeringElement(
  contract: Contract,
  name: string,
  operation: ContractOperation,
): ContractField | undefined {
  const named = operation.response.fields.find((field) => field.name === `${name}Result`);
  return named ?? resultElement(contract, name, operation);
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

/** A code as a value of the element; undefined for an OK that the element need not say. */
function valueOfCode(
  contract: Contract,
  name: string,
  element: ContractField | undefined,
  code: string,
): string | boolean | undefined {
  const literals = element && lookUp(contract.enums, element.type);
  if (literals) {
    const literal = literalOf(literals, code);
    if (literal === undefined) throw new Error(`The emulator finds no literal for ${code} in ${element.type}.`);
    return literal;
  }
  if (element && !isRepeated(element)) {
    if (element.type === "xs:string") return code;
    if (element.type === "xs:boolean" && YES_OR_NO.has(code)) return YES_OR_NO.get(code);
  }
  if (code === "OK") return undefined;
  throw new Error(`The emulator cannot answer ${code}: ${name} returns ${element?.type ?? "nothing"}.`);
}

const YES_OR_NO: ReadonlyMap<string, boolean> = new Map([
  ["OK", true],
  ["True", true],
  ["False", false],
]);

function outParameter(contract: Contract, field: ContractField, out: Readonly<Record<string, unknown>>): unknown {
  const value = Object.hasOwn(out, field.name) ? out[field.name] : undefined;
  if (value !== undefined && (value !== null || field.nillable)) return fitting(contract, field, value);
  return isRequired(field) ? leastValue(contract, field) : undefined;
}

/** A value with the members that its type has in this contract, however deep. */
function fitting(contract: Contract, field: ContractField, value: unknown): unknown {
  const members = lookUp(contract.types, field.type);
  if (!members || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => fitting(contract, field, item));
  const given = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(members.map((member) => [member.name, outParameter(contract, member, given)]));
}
