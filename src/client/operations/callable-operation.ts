import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { type Contract, type ContractOperation, leftOutText, lookUp } from "../../soap/contract/contract.js";
import { isSensitiveName } from "../../soap/watch/redactor.js";
import { type ResultRule, resultRule, unjudgeable } from "./answer.js";
import { type OperationTraits, traitsOf } from "./operation-table.js";

/** What a client knows of an operation, the same for each of its calls. */
export interface CallableOperation {
  readonly name: string;
  readonly operation: ContractOperation;
  readonly traits: OperationTraits;
  readonly result: ResultRule;
  /** True where an auth code goes with the call. */
  readonly takesAuthCode: boolean;
  /** The members of the arguments that are secrets: passwords, codes. */
  readonly secretMembers: readonly string[];
}

/**
 * Looks an operation up in a contract.
 *
 * @throws {InvalidArgumentError} when the contract does not have it, or a function of the client calls it and its
 *   answer could not say that it was done.
 */
export function callableOperation(contract: Contract, name: string): CallableOperation {
  const operation = lookUp(contract.operations, name);
  if (!operation) {
    const left = leftOutText(contract, name);
    const problem = left ? `${name}: ${left}` : `${name} is not an operation of this service`;
    throw new InvalidArgumentError("operation", problem, name);
  }
  const reason = unjudgeable(contract, name, operation);
  if (reason !== undefined) throw new InvalidArgumentError("contract", `${name}: ${reason}; nothing was sent`, name);
  const members = operation.request.fields.map((field) => field.name);
  return {
    name,
    operation,
    traits: traitsOf(name),
    result: resultRule(contract, name, operation),
    takesAuthCode: members.includes("sAuthCode"),
    secretMembers: members.filter(isSensitiveName),
  };
}
