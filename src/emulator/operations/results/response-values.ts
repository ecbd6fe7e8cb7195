import {
  type Contract,
  type ContractField,
  type ContractOperation,
  isRepeated,
  isRequired,
  lookUp,
} from "../../../soap/contract/contract.js";
import { resultElement, saysCode } from "../../../soap/contract/result-element.js";
import type { OperationResult } from "../call/call.js";
import { leastValue } from "./least-value.js";

/**
 * The elements of a response, and the result literal among them.
 *
 * @throws {Error} as `writeResponse`.
 */
export function responseValues(
  contract: Contract,
  name: string,
  operation: ContractOperation,
  { code, out = {} }: OperationResult,
): { readonly values: Readonly<Record<string, unknown>>; readonly literal: string | undefined } {
  const answering = answeringElement(contract, name, operation);
  const isGiven = answering !== undefined && Object.hasOwn(out, answering.name);
  const answered = isGiven ? undefined : valueOfCode(contract, name, answering, code);
  const values: Record<string, unknown> = {};
  for (const field of operation.response.fields) {
    const isAnswer = field === answering && answered !== undefined;
    values[field.name] = isAnswer ? answered : outParameter(contract, field, out);
  }
  const value = answering && (answered ?? (lookUp(contract.enums, answering.type) && values[answering.name]));
  return { values, literal: typeof value === "string" ? value : undefined };
}

/**
 * The element that carries the result code: `<operation>Result`, whatever its type, or else the element whose type is
 * an enumeration of results.
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
 * A list whose only member is the OK cannot be complete, as every operation can fail. A refusal is then the code with
 * the OK's prefix, which is in no list: `NotLoggedIn` for the bare `OK` of setUserStatus_v7_1 (inferred from the other
 * operations, whose refusals have the prefix of their OK).
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
export function okPrefix(literals: readonly string[]): string | undefined {
  const [only = "", ...others] = literals;
  return others.length === 0 ? /^(|.*_)OK$/.exec(only)?.[1] : undefined;
}

/** A code as a value of the element; undefined for an OK that the element cannot express. */
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

/** A value reduced to the members of its type in this contract, recursively. */
function fitting(contract: Contract, field: ContractField, value: unknown): unknown {
  const members = lookUp(contract.types, field.type);
  if (!members || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => fitting(contract, field, item));
  const given = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(members.map((member) => [member.name, outParameter(contract, member, given)]));
}
