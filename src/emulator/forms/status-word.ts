import { type Contract, type ContractOperation, lookUp } from "../../soap/contract/contract.js";
import { saysCode } from "../../soap/contract/result-element.js";
import type { OperationResult } from "../operations/call/call.js";
import { answeringElement } from "../operations/results/response-values.js";

/** The status word of a failure for which the guide has no other word, including timeouts (guide: closeSession). */
export const ERROR = "ERROR";

/**
 * The code of a result; from the literal of a handler, the prefix of the enumeration's OK is removed.
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
 * The status word for a code: in capitals, and without the `ID` at the end of the SOAP literals of parameters
 * (`InvalidParam_NodeID` is `INVALIDPARAM_NODE`; guide: getUser).
 */
export function statusWord(code: string): string {
  return (/^InvalidParam_\w*ID$/.test(code) ? code.slice(0, -2) : code).toUpperCase();
}
