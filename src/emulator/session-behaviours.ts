import type { Behaviour, Call } from "./behaviour.js";
import { integerOf, textOf } from "./parameters.js";

/**
 * Closes a support session, once. An administrator's auth code or cookie login is needed; the session must be open
 * (inferred from the guide's "session id is wrong") and its technician's console must run.
 */
export const closeSession: Behaviour = (call) => {
  const refused = refusal(call);
  if (refused) return { result: refused };
  const id = integerOf(call.parameters, "iSession");
  const session = call.desk.session(id);
  if (!session) return { result: "InvalidParam_Session" };
  if (session.always) return { result: session.always };
  if (session.status === "closed") return { result: "InvalidParam_Session" };
  if (!session.technicianConsole) return { result: "ActionFailed" };
  session.status = "closed";
  return { result: "OK", changed: String(id) };
};

/**
 * Why the caller may not act on sessions, or undefined. An auth code stands in for a login; when one is sent, the cookie
 * is not looked at. An empty one counts as none: that is what generated proxies send for null.
 */
function refusal(call: Call): string | undefined {
  const code = textOf(call.parameters, "sAuthCode");
  if (code !== "") {
    const holder = call.desk.userByAuthCode(code);
    if (!holder) return "Invalid_SecretAuthCode";
    if (!holder.enabled) return "User_Deleted_Or_Disabled";
    return holder.role === "administrator" ? undefined : "NotLoggedInAsAdmin";
  }
  const email = call.session.user;
  const user = email === undefined ? undefined : call.desk.user(email);
  return user?.enabled && user.role === "administrator" ? undefined : "NotLoggedInAsAdmin";
}
