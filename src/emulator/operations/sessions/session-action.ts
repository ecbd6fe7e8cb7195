import type { Desk } from "../../desk/desk.js";
import { administratorId, type Person, runsConsole, worksAs } from "../../desk/person.js";
import type { SessionAction } from "../../desk/session-action.js";
import { isClosable } from "../../desk/session-status.js";
import { settle } from "../../desk/settle-sessions.js";
import type { SupportSession } from "../../desk/support-session.js";
import type { UserCall } from "../call/call.js";
import { Refusal } from "../call/refusal.js";
import { sessionIdIn } from "../call/subject.js";

/**
 * The session that an administrator acts on: one that is still in the queue, and whose own `always` refuses nothing.
 *
 * @param missing what an unknown or ended session answers (inferred for ended ones from the guide's "id is wrong").
 * @throws {Refusal} `missing`, or the session's `always`.
 */
export function sessionOf(call: UserCall, missing = "InvalidParam_Session"): SupportSession {
  const session = call.desk.sessions.get(sessionIdIn(call.parameters));
  if (!session) throw new Refusal(missing);
  if (session.always !== undefined) throw new Refusal(session.always);
  settle(call.desk, session, call.now());
  if (!isClosable(session.status)) throw new Refusal(missing);
  return session;
}

/** The action of an administrator on a session, from which cancelAction restores the session. */
export function actionOn(
  { status, technician, channel, transfer }: SupportSession,
  administrator: Person,
): SessionAction {
  const by = administratorId(administrator);
  return {
    ...(by === undefined ? {} : { by }),
    from: {
      status,
      ...(technician === undefined ? {} : { technician }),
      ...(channel === undefined ? {} : { channel }),
      ...(transfer === undefined ? {} : { transfer }),
    },
  };
}

/** Whether the technician may act: the console is running. True if there is no technician. */
export function canAct(desk: Desk, technician: number | undefined): boolean {
  if (technician === undefined) return true;
  const person = desk.technician(technician)?.person;
  return person !== undefined && worksAs(person, "technician") && runsConsole(person);
}
