import type { Contract, ContractField, ContractOperation } from "../../soap/contract.js";
import { lookUp } from "../../soap/contract.js";
import { resultElement } from "../../soap/result-element.js";
import { checkMembers } from "../known-members.js";
import { NotedRefusal } from "../wire/noted-refusal.js";
import { literalOf, responseValues } from "../wire/response-message.js";
import type { Answer } from "./behaviour.js";

/** An answer as the response element that a handler sees and gives, result literal included. */
export function responseOf(contract: Contract, name: string, operation: ContractOperation, answer: Answer): object {
  const { values } = responseValues(contract, name, operation, answer);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/**
 * Whether a response tells of a success: its result literal is the one for `OK`, or is left out. A response without such
 * literals always does, as an operation that returns data has no other way to refuse than a fault.
 */
export function saysOk(contract: Contract, name: string, operation: ContractOperation, response: object): boolean {
  const field = resultElement(contract, name, operation);
  const literal = field && (response as Readonly<Record<string, unknown>>)[field.name];
  return !field || literal === undefined || literal === literalOf(lookUp(contract.enums, field.type) ?? [], "OK");
}

/**
 * Checks the names in what a handler gives: a misspelt result would otherwise go out as OK.
 * @throws {NotedRefusal} for what is no object, and for a member that the response, or a type in it, does not have.
 */
export function checkResponse(contract: Contract, name: string, operation: ContractOperation, response: unknown): void {
  if (typeof response !== "object" || response === null) refuse(name, "expected the response element as an object");
  checkNames(contract, operation.response.fields, response, (problem) => refuse(name, problem));
}

function checkNames(
  contract: Contract,
  fields: readonly ContractField[],
  value: unknown,
  complain: (problem: string) => never,
): void {
  if (Array.isArray(value)) {
    for (const item of value) checkNames(contract, fields, item, complain);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const names = fields.map((field) => field.name);
  checkMembers(value, names, (name, problem) => complain(`${name} ${problem}`));
  const members = new Map<string, unknown>(Object.entries(value));
  for (const field of fields) {
    const type = lookUp(contract.types, field.type);
    if (type) checkNames(contract, type, members.get(field.name), (problem) => complain(`${field.name}.${problem}`));
  }
}

function refuse(operation: string, problem: string): never {
  const message = `the handler of ${operation} gave another response: ${problem}`;
  throw new NotedRefusal(message, message);
}
