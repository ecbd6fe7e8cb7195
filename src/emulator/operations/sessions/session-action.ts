import type { Desk } from "../../desk/desk.js";
import { administratorId, type Person, runsConsole, worksAs } from "../../desk/person.js";
import type { SeedAction } from "../../desk/seed/seed.js";
import { isClosable } from "../../desk/session-status.js";
import { settle } from "../../desk/settle-sessions.js";
import type { SupportSession } from "../../desk/support-session.js";
import type { Call } from "../call.js";
import { administratorOf } from "../caller.js";
import { integerOf, type Parameters } from "../parameters.js";

/** Whom an action is about and who does it, or the result code that refuses it. */
export type SessionAction =
  | { readonly session: SupportSession; readonly administrator: Person }
  | { readonly refused: string };

/**
 * What every action on a session begins with: an administrator by auth code or cookie login (guide: all five actions), a
 * session that is still in the queue, and the session's own `always`.
 *
 * @param missing what an unknown or ended session answers (inferred for ended ones from the guide's "id is wrong").
 */
export function sessionAction(call: Call, missing = "InvalidParam_Session"): SessionAction {
  const caller = administratorOf(call);
  if ("refused" in caller) return caller;
  const session = call.desk.sessions.get(sessionNumberOf(call.parameters));
  if (!session) return { refused: missing };
  if (session.always !== undefined) return { refused: session.always };
  settle(call.desk, session, call.now());
  return isClosable(session.status) ? { session, administrator: caller.user } : { refused: missing };
}

/** What an administrator is about to do to a session, as cancelAction needs it to undo it. */
export function actionOn({ status, technician, channel, transfer }: SupportSession, administrator: Person): SeedAction {
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

/** The session a call names. The sources disagree on the parameter's name (facts, section 10). */
export function sessionNumberOf(parameters: Parameters): number {
  return integerOf(parameters, Object.hasOwn(parameters, "iSessionID") ? "iSessionID" : "iSession");
}

/** The node a call names, under either of its names. */
export function nodeNumberOf(parameters: Parameters): number {
  return integerOf(parameters, Object.hasOwn(parameters, "iNodeID") ? "iNodeID" : "iNode");
}

/** Whether that technician may act: its console runs. True where no technician is concerned. */
export function canAct(desk: Desk, technician: number | undefined): boolean {
  if (technician === undefined) return true;
  const person = desk.technician(technician)?.person;
  return person !== undefined && worksAs(person, "technician") && runsConsole(person);
}
