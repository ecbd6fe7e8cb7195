import { type Contract, type ContractOperation, lookUp } from "../../soap/contract.js";
import { literalOf, outParameter, resultFieldOf } from "../wire/response-message.js";
import type { Answer } from "./behaviour.js";

/** An answer as the response element that a handler sees and gives, result literal included. */
export function responseOf(contract: Contract, name: string, operation: ContractOperation, answer: Answer): object {
  const resultField = resultFieldOf(name, operation);
  const literals = resultField && lookUp(contract.enums, resultField.type);
  const literal = answer.literal ?? (literals && literalOf(literals, answer.result)) ?? answer.result;
  const entries = operation.response.fields.map((field) => [
    field.name,
    field === resultField ? literal : outParameter(contract, field, answer.out ?? {}),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/**
 * Whether a response tells of a success: its result literal is the one for `OK`, or is left out. A response without such
 * literals always does, as an operation that returns data has no other way to refuse than a fault.
 */
export function saysOk(contract: Contract, name: string, operation: ContractOperation, response: object): boolean {
  const field = resultFieldOf(name, operation);
  const literals = field && lookUp(contract.enums, field.type);
  const literal = field && (response as Readonly<Record<string, unknown>>)[field.name];
  return !literals || literal === undefined || literal === literalOf(literals, "OK");
}
