import { isActive, isAdministrator, type Person } from "../desk/person.js";
import type { Call } from "./call.js";
import { textOf } from "./parameters.js";

/** Who calls: a user, or the result code that says why none does (`NotLoggedIn` for want of a login). */
export type Caller = { readonly user: Person } | { readonly refused: string };

/**
 * An auth code stands in for a login; when one is sent, the cookie is not looked at. An empty one counts as none: that is
 * what generated proxies send for null. The login of a user who was disabled or deleted is none from that moment on, and
 * that user's auth code says so (guide, getAccount; for the login inferred).
 */
export function callerOf(call: Call): Caller {
  const code = textOf(call.parameters, "sAuthCode");
  if (code !== "") {
    const holder = call.desk.people.withAuthCode(code);
    if (!holder) return { refused: "Invalid_SecretAuthCode" };
    if (!isActive(holder)) return { refused: "User_Deleted_Or_Disabled" };
    return holder.always === undefined ? { user: holder } : { refused: holder.always };
  }
  const user = call.session.user;
  return user && isActive(user) ? { user } : { refused: "NotLoggedIn" };
}

/** As `callerOf`, for operations that only administrators may use: who is none, and nobody, gets `NotLoggedInAsAdmin`. */
export function administratorOf(call: Call): Caller {
  const caller = callerOf(call);
  if ("user" in caller) return isAdministrator(caller.user) ? caller : { refused: "NotLoggedInAsAdmin" };
  return caller.refused === "NotLoggedIn" ? { refused: "NotLoggedInAsAdmin" } : caller;
}
