import { checkNodeId } from "../options/node-id.js";
import { checkByTable, oneOf } from "../options/option-checks.js";
import type { CallOptions } from "../options/options.js";
import { readSession } from "./read-session.js";
import type { Service } from "./service.js";
import type { RescueSession, SessionQueue } from "./sessions.js";

const OPERATION = "getSession_V3";
const isRef = oneOf("node", "channel");

/** The reference as the service spells it. @throws {InvalidArgumentError} for another than `node` and `channel`. */
export function nodeRef(ref: SessionQueue["ref"]): "NODE" | "CHANNEL" {
  checkByTable<Pick<SessionQueue, "ref">>({ ref }, { ref: isRef });
  return ref === "channel" ? "CHANNEL" : "NODE";
}

/** The sessions in the queue of a technician or channel. */
export async function listSessions(
  { operations }: Service,
  { node, ref }: SessionQueue,
  options: CallOptions = {},
): Promise<readonly RescueSession[]> {
  checkNodeId(node, "node", OPERATION);
  const { aSessions } = await operations.getSession_V3({ iNodeID: node, eNodeRef: nodeRef(ref) }, options);
  return (aSessions?.SESSION_V3 ?? []).flatMap((row) => (row ? [readSession(row)] : []));
}
