import { type Contract, type ContractField, type ContractOperation, isRepeated, lookUp } from "./contract.js";

// The code's prefix is the name of the operation or of an older version of it, with or without `Ret`: closeSessionRet_,
// getSession_ (also in getSession_V3Result), setUserStatus_v7_1_. It may hold no further word, so that
// `closeSession_Not_OK` is not taken for OK, nor end in a word that reverses the meaning.
const PREFIX =
  /^(?!no_|[\p{L}\p{N}_]*(?:not|isnt|never|fail|failed|failure|error)_)_?\p{L}[\p{L}\p{N}]*(?:_v\d+(?:_\d+)*)?(?:Ret)?_$/iu;

/** True where a result literal is that code: bare, or after a prefix such as `closeSessionRet_`. */
export function saysCode(literal: string, code: string): boolean {
  return literal === code || hasPrefixedCode(literal, code);
}

/**
 * The element of a response that says how the call went, as an enumeration with a member that says OK does. It is
 * `<operation>Result`, as ASMX names what a method returns; where there is none of that name, the first element, when
 * the OK of its enumeration has a prefix. (A bare one may be data, such as the state of a device.)
 *
 * @returns undefined for an operation that returns data (a boolean, a text, an object) or nothing.
 */
export function resultElement(
  contract: Contract,
  name: string,
  { response: { fields } }: ContractOperation,
): ContractField | undefined {
  const named = fields.find((field) => field.name === `${name}Result`);
  const field = named ?? fields[0];
  if (!field || isRepeated(field)) return undefined;
  const says = named ? saysCode : hasPrefixedCode;
  return lookUp(contract.enums, field.type)?.some((literal) => says(literal, "OK")) ? field : undefined;
}

function hasPrefixedCode(literal: string, code: string): boolean {
  return literal.endsWith(code) && PREFIX.test(literal.slice(0, -code.length));
}
