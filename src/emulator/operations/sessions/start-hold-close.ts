import { HOLDABLE, STARTABLE } from "../../desk/session-transitions.js";
import type { OperationResult, UserCall } from "../call/call.js";
import { Refusal } from "../call/refusal.js";
import { nodeIdIn } from "../call/subject.js";
import { actionOn, canAct, sessionOf } from "./session-action.js";

/**
 * Picks a session up for a technician (guide: startSession). From Waiting, On Hold and Transferring it becomes Active
 * (inferred for the API, documented for the console's Start): a session in transfer to a channel is then in that
 * channel, unless the technician who transferred it resumes it. Any other status answers `ActionFailed` (inferred),
 * as does a technician whose console is not running; a node that is not a technician answers `InvalidParam_NodeID`.
 */
export function startSession(call: UserCall): OperationResult {
  const session = sessionOf(call);
  const technician = nodeIdIn(call.parameters);
  if (!call.desk.technician(technician)) throw new Refusal("InvalidParam_NodeID");
  if (!STARTABLE.has(session.status) || !canAct(call.desk, technician)) throw new Refusal("ActionFailed");
  const { transfer } = session;
  const isArriving = transfer?.kind === "CHANNEL" && technician !== session.technician;
  const channel = isArriving ? transfer.to : session.channel;
  const lastAction = actionOn(session, call.user);
  call.desk.sessions.change(session, { status: "PICKEDUP", technician, channel, lastAction }, call.now());
  return { code: "OK", changed: String(session.id) };
}

/**
 * Puts an active session on hold. `ActionFailed` for one that is on hold (guide: holdSession), that is not active
 * (inferred), or whose technician's console is not running.
 */
export function holdSession(call: UserCall): OperationResult {
  const session = sessionOf(call);
  if (!HOLDABLE.has(session.status) || !canAct(call.desk, session.technician)) throw new Refusal("ActionFailed");
  const lastAction = actionOn(session, call.user);
  call.desk.sessions.change(session, { status: "ONHOLD", lastAction }, call.now());
  return { code: "OK", changed: String(session.id) };
}

/**
 * Closes a support session, once. It must be in the queue: live, or ended and not closed by its technician yet (the
 * guide lists no statuses: inferred from the console documents). `ActionFailed` if its technician's console is not
 * running (guide: closeSession).
 */
export function closeSession(call: UserCall): OperationResult {
  const session = sessionOf(call);
  if (!canAct(call.desk, session.technician)) throw new Refusal("ActionFailed");
  call.desk.sessions.change(session, { status: "CLOSEDBYTECHNICIAN" }, call.now());
  return { code: "OK", changed: String(session.id) };
}
