import { RESULT_CODES } from "../../errors/result-codes.js";
import { saysCode } from "../../soap/contract/result-element.js";

// Longest first: User_Deleted_Or_Disabled before any code that it might end with.
const CODES = Object.keys(RESULT_CODES).sort((a, b) => b.length - a.length);

// No literal of a service is as long. The patterns are meant for words, not for megabytes.
const LONGEST = 1000;

/**
 * Returns the code of a result literal, whatever its prefix: `closeSessionRet_OK`, `login_OK` and `OK` are all `OK`;
 * `closeSessionRet_InvalidParam_Session` is `InvalidParam_Session`.
 *
 * @param literals the members of the literal's enumeration, where the contract has it: a code that is new to this
 *   package is then recognised by the prefix of the enumeration's OK.
 * @example resultCode("closeSessionRet_ActionFailed") // "ActionFailed"
 * @returns undefined for an unknown literal, which is never a success.
 */
export function resultCode(literal: string, literals: readonly string[] = []): string | undefined {
  if (literal.length > LONGEST) return undefined;
  const known = CODES.find((code) => saysCode(literal, code));
  if (known !== undefined) return known;
  if (!literals.includes(literal)) return undefined;
  for (const member of literals) {
    const prefix = member.endsWith("OK") && resultCode(member) === "OK" ? member.slice(0, -2) : "";
    if (prefix !== "" && literal.startsWith(prefix) && literal.length > prefix.length)
      return literal.slice(prefix.length);
  }
  return undefined;
}
