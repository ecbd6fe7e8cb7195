import { type Contract, type ContractField, isRequired, lookUp } from "../../../soap/contract/contract.js";
import { defaultOf } from "./default-value.js";

/** The most elements that are made up for one: types that hold one another several times would multiply beyond all memory. */
const ELEMENT_LIMIT = 1_000;

// Where .NET's default is null, or no value of the type, and something has to be there.
const LEAST: ReadonlyMap<string, string | bigint> = new Map<string, string | bigint>([["xs:positiveInteger", 1n]]);

/**
 * The least that an element which must be there can hold: .NET's default, an empty text where that is null, an object
 * with the least of each member that must be there.
 *
 * @throws {Error} for a type that would need more than 1,000 elements, as one that must hold itself does.
 */
export function leastValue(contract: Contract, field: ContractField): unknown {
  let room = ELEMENT_LIMIT;
  const least = (one: ContractField): unknown => {
    room -= 1;
    if (room < 0) throw new Error(`The emulator makes up no value of ${field.type}: it must hold too many elements.`);
    if (one.nillable) return null;
    const members = lookUp(contract.types, one.type);
    if (!members) return LEAST.get(one.type) ?? defaultOf(contract, one) ?? "";
    return Object.fromEntries(members.filter(isRequired).map((member) => [member.name, least(member)]));
  };
  return least(field);
}
