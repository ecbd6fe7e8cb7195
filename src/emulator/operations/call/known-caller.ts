import type { Desk } from "../../desk/desk.js";
import type { Person } from "../../desk/person.js";
import { type Parameters, textParameter } from "./parameters.js";

/**
 * The user in whose name a call is made: by its auth code, by the address or single sign-on id in its credentials, or
 * by its cookie login. The call may still be refused. Unlike `callerOf` this does not open the ASP.NET session, so that
 * the answer sets no cookie.
 *
 * @param loggedIn the user of the cookie login.
 */
export function knownCaller(desk: Desk, loggedIn: Person | undefined, parameters: Parameters): Person | undefined {
  const { people } = desk;
  const code = textParameter(parameters, "sAuthCode");
  if (code !== "") return people.withAuthCode(code);
  // The password of a login; the one that setUser writes is sPwd.
  if (!Object.hasOwn(parameters, "sPassword")) return loggedIn;
  return people.withEmail(textParameter(parameters, "sEmail")) ?? people.withSsoId(textParameter(parameters, "sSSOID"));
}
