import { type Person, worksAs } from "../desk/person.js";
import type { Call } from "./call.js";
import { callerOf } from "./caller.js";
import { textOf } from "./parameters.js";

/** A user with a technician seat, and the node id of that seat; or the result code that says why there is none. */
export type Technician = { readonly user: Person; readonly seat: number } | { readonly refused: string };

/**
 * As `callerOf`, for operations that need a technician seat: an administrator without one gets `NotTechnician` (guide,
 * requestPINCode). So does one whose seat is disabled (inferred from getAccount, where both have no technician's id).
 */
export function technicianOf(call: Call): Technician {
  const caller = callerOf(call);
  if ("refused" in caller) return caller;
  const seat = caller.user.nodes.technician;
  return seat === undefined || !worksAs(caller.user, "technician")
    ? { refused: "NotTechnician" }
    : { user: caller.user, seat };
}

/**
 * As `technicianOf`, for the operations that make a PIN: those have a code of their own for a deleted user's auth code.
 * That `User_Deleted_Or_Disabled` is left for a disabled one is inferred; the guide lists both.
 */
export function pinMakerOf(call: Call): Technician {
  const caller = technicianOf(call);
  if (!("refused" in caller) || caller.refused !== "User_Deleted_Or_Disabled") return caller;
  const holder = call.desk.people.withAuthCode(textOf(call.parameters, "sAuthCode"));
  return holder?.deleted ? { refused: "User_Is_Deleted" } : caller;
}
