import { type Contract, type ContractOperation, lookUp } from "../../soap/contract/contract.js";
import { saysCode } from "../../soap/contract/result-element.js";
import type { OperationResult } from "../operations/call/call.js";
import { answeringElement } from "../operations/results/response-values.js";

/** The status word of a form that failed for no reason the guide names, timeouts included (guide: closeSession). */
export const ERROR = "ERROR";

/**
 * The code of an answer; the literal that a handler gave is cut down to it by the prefix that the enumeration's OK has.
 */
export function codeOf(
  contract: Contract,
  name: string,
  operation: ContractOperation,
  { code, out = {} }: OperationResult,
): string {
  const field = answeringElement(contract, name, operation);
  const literal = field && Object.hasOwn(out, field.name) ? out[field.name] : undefined;
  if (literal === undefined) return code;
  const literals = (field && lookUp(contract.enums, field.type)) ?? [];
  const prefix = literals.find((member) => saysCode(member, "OK"))?.slice(0, -2) ?? "";
  const text = String(literal);
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

/**
 * The word that a form shows for a code: in capitals, and without the `ID` that the SOAP literals of parameters end with
 * (`InvalidParam_NodeID` is `INVALIDPARAM_NODE`; guide: getUser).
 */
export function statusWord(code: string): string {
  return (/^InvalidParam_\w*ID$/.test(code) ? code.slice(0, -2) : code).toUpperCase();
}
