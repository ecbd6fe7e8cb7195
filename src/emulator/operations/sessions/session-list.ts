import { nodeName } from "../../desk/node-name.js";
import { ROOT } from "../../desk/organisation.js";
import { isClosable, statusText } from "../../desk/session-status.js";
import { settle } from "../../desk/settle-sessions.js";
import type { SupportSession } from "../../desk/support-session.js";
import { listTime } from "../../desk/time-text.js";
import type { OperationResult, UserCall } from "../call/call.js";
import { textParameter } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";
import { nodeIdIn } from "../call/subject.js";

/**
 * The sessions in the queue of a technician (`NODE`) or channel (`CHANNEL`), oldest first: live ones, and ended ones
 * that their technician has not closed.  The root's and the account's ids have none of their own (live test,
 * getSession_v3: OK and the header only); any other node, and one of the other kind, is `InvalidParam_NodeID`.
 *
 * @param everything whether node 0, the value of an omitted parameter, lists the whole account (guide: getSession).
 * @throws {Refusal} `InvalidParam_NodeID`.
 */
function listedSessions(call: UserCall, everything: boolean): readonly SupportSession[] {
  const queue = queueOf(call, everything);
  if (!queue) throw new Refusal("InvalidParam_NodeID");
  for (const session of queue) settle(call.desk, session, call.now());
  return queue.filter(({ status }) => isClosable(status));
}

function queueOf({ desk, parameters }: UserCall, everything: boolean): readonly SupportSession[] | undefined {
  const { organisation, sessions } = desk;
  const node = nodeIdIn(parameters);
  if (node === 0 && everything) return sessions.queues.all();
  if (textParameter(parameters, "eNodeRef") === "CHANNEL") {
    return organisation.nodeOf(node, "Channel") ? sessions.queues.ofChannel(node) : undefined;
  }
  if (organisation.nodeOf(node, "Technician")) return sessions.queues.ofTechnician(node);
  return node === ROOT || node === desk.account.id ? [] : undefined;
}

/** Lists sessions with the fields of the WSDL's SESSION. */
export function getSession(call: UserCall): OperationResult {
  const sessions = listedSessions(call, true);
  return { code: "OK", out: { aSessions: { SESSION: sessions.map((session) => rowOf(call, session)) } } };
}

/** Also lists custom fields 3 to 5 and the flags. */
export function getSession_V3(call: UserCall): OperationResult {
  const sessions = listedSessions(call, false);
  return { code: "OK", out: { aSessions: { SESSION_V3: sessions.map((session) => rowOf(call, session)) } } };
}

/**
 * A session as lists show it, with the fields of SESSION_V3; SESSION has fewer of them. The lead technician is the
 * session's technician: nobody collaborates here. A session is being handed off until the technician to whom it is
 * transferred has picked it up (inferred).
 */
export function rowOf(
  { desk, now }: UserCall,
  session: SupportSession,
): Readonly<Record<string, string | number | boolean>> {
  const { technician, channel, transfer, customFields } = session;
  return {
    iID: session.id,
    bStatus: `SESSION_${session.status}`,
    sStatus: statusText(session.status),
    iEntry: channel ?? 0,
    sEntry: nodeName(desk, channel),
    iTechnician: technician ?? 0,
    sTechnician: nodeName(desk, technician),
    sStartTime: listTime(session.startedAt),
    iWaitingTimeInSec: Math.max(0, Math.floor((now() - session.statusAt) / 1000)),
    sCustomField0: customFields[0] ?? "",
    sCustomField1: customFields[1] ?? "",
    sCustomField2: customFields[2] ?? "",
    sCustomField3: customFields[3] ?? "",
    sCustomField4: customFields[4] ?? "",
    sCustomField5: customFields[5] ?? "",
    sLanguage: session.language,
    sTransferredTo: nodeName(desk, transfer?.to),
    sTransferredComment: transfer?.comment ?? "",
    bIsLead: technician !== undefined,
    bHandingOff: transfer?.kind === "NODE",
  };
}
