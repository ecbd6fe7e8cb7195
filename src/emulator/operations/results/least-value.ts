import { type Contract, type ContractField, isRequired, lookUp } from "../../../soap/contract/contract.js";
import { defaultOf } from "./default-value.js";

/**
 * The most elements that are generated for one: types that contain one another several times would exhaust the memory.
 */
const ELEMENT_LIMIT = 1_000;

// Required values for which .NET's default is null or not a value of the type.
const LEAST: ReadonlyMap<string, string | bigint> = new Map<string, string | bigint>([["xs:positiveInteger", 1n]]);

/**
 * The smallest value of a required element: .NET's default, an empty text if that is null, an object with the smallest
 * value of each required member.
 *
 * @throws {Error} for a type that would need more than 1,000 elements, such as one that must contain itself.
 */
export function leastValue(contract: Contract, field: ContractField): unknown {
  let room = ELEMENT_LIMIT;
  const least = (one: ContractField): unknown => {
    room -= 1;
    if (room < 0)
      throw new Error(`The emulator cannot make a value of ${field.type}: it must contain too many elements.`);
    if (one.nillable) return null;
    const members = lookUp(contract.types, one.type);
    if (!members) return LEAST.get(one.type) ?? defaultOf(contract, one) ?? "";
    return Object.fromEntries(members.filter(isRequired).map((member) => [member.name, least(member)]));
  };
  return least(field);
}
