import type { Desk } from "../../desk/desk.js";
import type { Person } from "../../desk/person.js";
import { type Parameters, textParameter } from "./parameters.js";

/**
 * In whose name a call comes: the user of its auth code, of the address or single sign-on id that it brings, or of its
 * cookie login. Says nothing of whether the call is let in. Unlike `callerOf` it does not look at the ASP.NET session, for
 * which the answer would set a cookie.
 *
 * @param loggedIn whose cookie login the call has.
 */
export function knownCaller(desk: Desk, loggedIn: Person | undefined, parameters: Parameters): Person | undefined {
  const { people } = desk;
  const code = textParameter(parameters, "sAuthCode");
  if (code !== "") return people.withAuthCode(code);
  // The password of who signs on; that of a user who is written is sPwd.
  if (!Object.hasOwn(parameters, "sPassword")) return loggedIn;
  return people.withEmail(textParameter(parameters, "sEmail")) ?? people.withSsoId(textParameter(parameters, "sSSOID"));
}
