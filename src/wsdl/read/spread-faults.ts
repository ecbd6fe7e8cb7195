import type { ContractField } from "../../soap/contract/contract.js";
import type { WsdlFault } from "./wsdl-fault.js";

/** The fault of each type that has one, by name. */
export type TypeFaults = ReadonlyMap<string, WsdlFault>;

/** The faults of types, and of all types that contain such a type at any depth. Linear in the number of fields. */
export function spreadFaults(
  types: ReadonlyMap<string, readonly ContractField[]>,
  own: Iterable<readonly [type: string, fault: WsdlFault]>,
): TypeFaults {
  const holders = new Map<string, string[]>();
  for (const [name, fields] of types) {
    for (const { type } of fields) {
      const known = holders.get(type);
      if (known) known.push(name);
      else holders.set(type, [name]);
    }
  }
  const faults = new Map(own);
  // The map grows while it is walked.
  for (const [type, fault] of faults) {
    for (const holder of holders.get(type) ?? []) if (!faults.has(holder)) faults.set(holder, fault);
  }
  return faults;
}
