import { administratorId } from "../desk/person.js";
import type { SeedTransfer } from "../desk/seed.js";
import { TRANSFERABLE } from "../desk/session-transitions.js";
import type { SupportSession } from "../desk/support-session.js";
import { textOf } from "../wire/parameters.js";
import type { Behaviour } from "./behaviour.js";
import { canAct, nodeNumberOf, sessionAction } from "./session-action.js";

/**
 * Hands a waiting or active session to a technician (`NODE`) or a channel (`CHANNEL`); it is Transferring until
 * startSession picks it up (inferred). `InvalidParam_NodeID` for a target of the other kind or none (guide,
 * transferSession, whose note against channels contradicts its own parameters and tutorials). `ActionFailed` when the
 * target technician's console does not run, and, inferred, for the technician who has it and for every other session: the
 * guide lists no answer for a wrong session id here.
 */
export const transferSession: Behaviour = (call) => {
  const action = sessionAction(call, "ActionFailed");
  if ("refused" in action) return { result: action.refused };
  const { session, administrator } = action;
  const { desk, parameters } = call;
  const to = nodeNumberOf(parameters);
  const kind = textOf(parameters, "eNodeRef") === "CHANNEL" ? "CHANNEL" : "NODE";
  const target = kind === "NODE" ? desk.technician(to) : desk.organisation.nodeOf(to, "Channel");
  if (!target) return { result: "InvalidParam_NodeID" };
  if (!TRANSFERABLE.has(session.status)) return { result: "ActionFailed" };
  if (kind === "NODE" && (to === session.technician || !canAct(desk, to))) return { result: "ActionFailed" };

  const by = administratorId(administrator);
  const transfer: SeedTransfer = {
    to,
    kind,
    comment: textOf(parameters, "sComment"),
    ...(by === undefined ? {} : { by }),
    from: placeOf(session),
  };
  desk.sessions.change(session, { status: "TRANSFERINGBUTNOTPICKEDUP", transfer }, call.now());
  return { result: "OK", changed: String(session.id) };
};

/**
 * Takes back what the calling administrator last did to a session: a transfer that nobody has picked up; the session is
 * again as it was before (guide, cancelAction; that transfers are all that can be taken back is inferred). `ActionFailed`
 * when there is none, when another administrator did it, and when the console of the technician who had it does not run.
 */
export const cancelAction: Behaviour = (call) => {
  const action = sessionAction(call);
  if ("refused" in action) return { result: action.refused };
  const { session, administrator } = action;
  const { transfer } = session;
  if (!transfer || session.status !== "TRANSFERINGBUTNOTPICKEDUP") return { result: "ActionFailed" };
  const { by, from } = transfer;
  if (by !== undefined && by !== administratorId(administrator)) return { result: "ActionFailed" };
  if (!canAct(call.desk, from.technician)) return { result: "ActionFailed" };
  const { status, technician, channel } = from;
  call.desk.sessions.change(session, { status, technician, channel }, call.now());
  return { result: "OK", changed: String(session.id) };
};

function placeOf({ status, technician, channel }: SupportSession): SeedTransfer["from"] {
  return {
    status,
    ...(technician === undefined ? {} : { technician }),
    ...(channel === undefined ? {} : { channel }),
  };
}
