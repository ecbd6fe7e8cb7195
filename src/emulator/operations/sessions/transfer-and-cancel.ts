import { administratorId } from "../../desk/person.js";
import type { SessionAction } from "../../desk/session-action.js";
import { TRANSFERABLE } from "../../desk/session-transitions.js";
import type { OperationResult, UserCall } from "../call/call.js";
import { textParameter } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";
import { nodeIdIn } from "../call/subject.js";
import { actionOn, canAct, sessionOf } from "./session-action.js";

/**
 * Transfers a waiting or active session to a technician (`NODE`) or a channel (`CHANNEL`); it is Transferring until
 * startSession picks it up (inferred). `InvalidParam_NodeID` for an unknown target or one of the other kind (guide:
 * transferSession, whose note against channels contradicts its own parameters and tutorials). `ActionFailed` if the
 * target technician's console is not running and, inferred, for the technician who has the session and for every other
 * session: the guide lists no answer for a wrong session id here.
 */
export function transferSession(call: UserCall): OperationResult {
  const session = sessionOf(call, "ActionFailed");
  const { desk, parameters } = call;
  const to = nodeIdIn(parameters);
  const kind = textParameter(parameters, "eNodeRef") === "CHANNEL" ? "CHANNEL" : "NODE";
  const target = kind === "NODE" ? desk.technician(to) : desk.organisation.nodeOf(to, "Channel");
  if (!target) throw new Refusal("InvalidParam_NodeID");
  if (!TRANSFERABLE.has(session.status)) throw new Refusal("ActionFailed");
  if (kind === "NODE" && (to === session.technician || !canAct(desk, to))) throw new Refusal("ActionFailed");

  const transfer = {
    ...actionOn(session, call.user),
    to,
    kind,
    comment: textParameter(parameters, "sComment"),
  } as const;
  desk.sessions.change(session, { status: "TRANSFERINGBUTNOTPICKEDUP", transfer }, call.now());
  return { code: "OK", changed: String(session.id) };
}

/**
 * Undoes the calling administrator's last action on a session, whether that was a start, a hold or a transfer, and
 * restores the session (guide: cancelAction, whose example is a transfer). `ActionFailed` if the session has changed
 * since in any other way, if another administrator did it, and if the console of the technician who has the session, or
 * gets it back, is not running. An undone action cannot be undone again, and a closed session, which has left the
 * queue, is not opened again (all inferred).
 */
export function cancelAction(call: UserCall): OperationResult {
  const session = sessionOf(call);
  const last = session.status === "TRANSFERINGBUTNOTPICKEDUP" ? session.transfer : session.lastAction;
  if (!last) throw new Refusal("ActionFailed");
  if (last.by !== undefined && last.by !== administratorId(call.user)) throw new Refusal("ActionFailed");
  const concerned = [session.technician, last.from.technician];
  if (!concerned.every((id) => canAct(call.desk, id))) throw new Refusal("ActionFailed");
  const { status, technician, channel, transfer }: SessionAction["from"] = last.from;
  // The undone start had ended this transfer.
  const transfers = transfer ? { transfers: session.transfers.slice(0, -1) } : {};
  call.desk.sessions.change(session, { status, technician, channel, transfer, ...transfers }, call.now());
  return { code: "OK", changed: String(session.id) };
}
