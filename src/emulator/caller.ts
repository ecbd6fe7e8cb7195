import type { Call } from "./behaviour.js";
import type { DeskUser } from "./desk.js";
import { textOf } from "./parameters.js";

/** Who calls: a user, or the result code that says why none does (`NotLoggedIn` for want of a login). */
export type Caller = { readonly user: DeskUser } | { readonly refused: string };

/**
 * An auth code stands in for a login; when one is sent, the cookie is not looked at. An empty one counts as none: that is
 * what generated proxies send for null.
 */
export function callerOf(call: Call): Caller {
  const code = textOf(call.parameters, "sAuthCode");
  if (code !== "") {
    const holder = call.desk.userByAuthCode(code);
    if (!holder) return { refused: "Invalid_SecretAuthCode" };
    return holder.enabled ? { user: holder } : { refused: "User_Deleted_Or_Disabled" };
  }
  const email = call.session.user;
  const user = email === undefined ? undefined : call.desk.user(email);
  return user?.enabled ? { user } : { refused: "NotLoggedIn" };
}
