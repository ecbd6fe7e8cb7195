import { checkNodeId } from "../options/node-id.js";
import { refusal } from "../options/option-checks.js";
import type { CallOptions } from "../options/options.js";
import { listSessions } from "./list-sessions.js";
import type { Service } from "./service.js";
import type { RescueSession, SessionQueue, WatchOptions } from "./sessions.js";

/** The queues that are watched, each once. @throws {InvalidArgumentError} where a node is no id, or none is named. */
export function watchedQueues(node: WatchOptions["node"], ref: SessionQueue["ref"]): readonly SessionQueue[] {
  const nodes = typeof node === "number" ? [node] : node;
  if (!Array.isArray(nodes) || nodes.length === 0)
    throw refusal("node", "expected the id of a node, or several in an array");
  for (const one of nodes) checkNodeId(one, "node", "getSession_V3");
  return [...new Set<number>(nodes)].map((one) => ({ node: one, ref }));
}

/**
 * The sessions of several queues, read one after the other. A session that several of them list is one session, as the
 * first of them lists it. Where one that was `known` is missing, all are read again in the opposite order: it may have
 * moved, meanwhile, to a queue that had been read before.
 */
export async function listQueues(
  service: Service,
  queues: readonly SessionQueue[],
  known: ReadonlyMap<number, RescueSession>,
  options: CallOptions,
): Promise<ReadonlyMap<number, RescueSession>> {
  const sessions = new Map<number, RescueSession>();
  const read = async (queue: SessionQueue) => {
    for (const session of await listSessions(service, queue, options))
      if (!sessions.has(session.id)) sessions.set(session.id, session);
  };
  for (const queue of queues) await read(queue);
  const isMissing = [...known.keys()].some((id) => !sessions.has(id));
  if (isMissing && queues.length > 1) for (const queue of [...queues].reverse()) await read(queue);
  return sessions;
}
