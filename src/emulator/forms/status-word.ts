import { type Contract, type ContractOperation, lookUp } from "../../soap/contract.js";
import type { Answer } from "../behaviours/behaviour.js";
import { resultFieldOf } from "../wire/response-message.js";

/** The status word of a form that failed for no reason the guide names, timeouts included (guide, closeSession). */
export const ERROR = "ERROR";

/** The code of an answer; a handler's literal is cut down to it by the prefix that the enumeration's OK has. */
export function codeOf(contract: Contract, name: string, operation: ContractOperation, answer: Answer): string {
  const { literal, result } = answer;
  if (literal === undefined) return result;
  const field = resultFieldOf(name, operation);
  const literals = (field && lookUp(contract.enums, field.type)) ?? [];
  const prefix = literals.find((member) => member === "OK" || member.endsWith("_OK"))?.slice(0, -2) ?? "";
  return literal.startsWith(prefix) ? literal.slice(prefix.length) : literal;
}

/**
 * The word that a form shows for a code: in capitals, and without the `ID` that the SOAP literals of parameters end with
 * (`InvalidParam_NodeID` is `INVALIDPARAM_NODE`; guide, getUser).
 */
export function statusWord(code: string): string {
  return (/^InvalidParam_\w*ID$/.test(code) ? code.slice(0, -2) : code).toUpperCase();
}
