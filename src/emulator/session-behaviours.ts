import type { Behaviour, Call } from "./behaviour.js";
import { callerOf } from "./caller.js";
import { integerOf } from "./parameters.js";

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

/** Why the caller may not act on sessions, or undefined. */
function refusal(call: Call): string | undefined {
  const caller = callerOf(call);
  if ("user" in caller) return caller.user.role === "administrator" ? undefined : "NotLoggedInAsAdmin";
  return caller.refused === "NotLoggedIn" ? "NotLoggedInAsAdmin" : caller.refused;
}
