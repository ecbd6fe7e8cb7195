import type { Contract, ContractOperation } from "../../soap/contract/contract.js";
import { lookUp } from "../../soap/contract/contract.js";
import { resultElement } from "../../soap/contract/result-element.js";
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
 * Checks the elements that a handler gives: a misspelt result would otherwise go out as OK. Members of types in them that
 * this contract does not have are left out.
 * @throws {NotedRefusal} for what is no object, and for an element that the response does not have.
 */
export function checkResponse(name: string, operation: ContractOperation, response: unknown): void {
  if (typeof response !== "object" || response === null) refuse(name, "expected the response element as an object");
  const known = operation.response.fields.map((field) => field.name);
  checkMembers(response, known, (member, problem) => refuse(name, `${member} ${problem}`));
}

function refuse(operation: string, problem: string): never {
  const message = `the handler of ${operation} gave another response: ${problem}`;
  throw new NotedRefusal(message, message);
}
