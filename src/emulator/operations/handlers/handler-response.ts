import type { Contract, ContractOperation } from "../../../soap/contract/contract.js";
import { lookUp } from "../../../soap/contract/contract.js";
import { resultElement } from "../../../soap/contract/result-element.js";
import { checkMembers } from "../../desk/known-members.js";
import type { OperationResult } from "../call/call.js";
import { NotedRefusal } from "../call/noted-refusal.js";
import { literalOf, responseValues } from "../results/response-values.js";

/** A result as the response element that a handler sees and gives, result literal included. */
export function responseOf(
  contract: Contract,
  name: string,
  operation: ContractOperation,
  result: OperationResult,
): object {
  const { values } = responseValues(contract, name, operation, result);
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/**
 * Whether a response reports success: its result literal is the one for `OK`, or is omitted. A response without such
 * literals always does, as an operation that returns data can only refuse with a fault.
 */
export function saysOk(contract: Contract, name: string, operation: ContractOperation, response: object): boolean {
  const field = resultElement(contract, name, operation);
  const literal = field && (response as Readonly<Record<string, unknown>>)[field.name];
  return !field || literal === undefined || literal === literalOf(lookUp(contract.enums, field.type) ?? [], "OK");
}

/**
 * Checks the elements that a handler gives: otherwise a misspelt result would go out as OK. Members of types in them that
 * this contract does not have are omitted.
 *
 * @throws {NotedRefusal} for a response that is not an object, and for an element that the response does not have.
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
