import { runsConsole } from "../desk/person.js";
import { isClosable } from "../desk/session-status.js";
import { changeStatus } from "../desk/support-session.js";
import { integerOf } from "../wire/parameters.js";
import type { Behaviour } from "./behaviour.js";
import { administratorOf } from "./caller.js";

/**
 * Closes a support session, once. An administrator's auth code or cookie login is needed; the session must be open
 * (inferred from the guide's "session id is wrong") and its technician's console must run.
 */
export const closeSession: Behaviour = (call) => {
  const caller = administratorOf(call);
  if ("refused" in caller) return { result: caller.refused };
  const id = integerOf(call.parameters, "iSession");
  const session = call.desk.sessions.get(id);
  if (!session) return { result: "InvalidParam_Session" };
  if (session.always) return { result: session.always };
  if (!isClosable(session.status)) return { result: "InvalidParam_Session" };
  const technician = session.technician === undefined ? undefined : call.desk.technician(session.technician);
  if (technician && !runsConsole(technician.person)) return { result: "ActionFailed" };
  changeStatus(session, "CLOSEDBYTECHNICIAN", call.now());
  return { result: "OK", changed: String(id) };
};
