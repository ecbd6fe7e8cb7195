import type { Contract, ContractOperation } from "../../../soap/contract/contract.js";
import { lookUp } from "../../../soap/contract/contract.js";
import { resultElement } from "../../../soap/contract/result-element.js";
import type { OperationResult } from "../call/call.js";
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
