import type { Person } from "../desk/person.js";
import type { Call } from "./behaviour.js";

/**
 * Counts a call of `person` and tells whether it is one too many: more than `calls` within `window` milliseconds. A call
 * that is refused counts too (inferred). Never true where the limits are switched off.
 *
 * @param family what is limited together, such as all the operations that make a PIN.
 */
export function isTooMany(call: Call, person: Person, family: string, calls: number, window: number): boolean {
  if (!call.limits) return false;
  const now = call.now();
  const recent = [...(person.calls.get(family) ?? []).filter((at) => now - at < window), now].slice(-calls - 1);
  person.calls.set(family, recent);
  return recent.length > calls;
}
