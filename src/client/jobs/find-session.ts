import { NotAuthenticatedError } from "../../errors/not-authenticated-error.js";
import { RescueResultError } from "../../errors/result-error.js";
import type { CallOptions } from "../options/options.js";
import { listSessions } from "./list-sessions.js";
import type { Service } from "./service.js";
import type { RescueSession, SessionQueue } from "./sessions.js";

/** A session that a queue lists. */
export interface FoundSession {
  readonly session: RescueSession;
  readonly queue: SessionQueue;
}

/** What the queues show of some sessions. */
export interface FoundSessions {
  readonly found: ReadonlyMap<number, FoundSession>;
  /** Why one that was not found may be in a queue all the same; undefined where it cannot. */
  readonly doubt: string | undefined;
}

/**
 * Looks for sessions in all queues that the hierarchy names, first in `near`. All queues are read twice, the second
 * time in the opposite order: a session that is transferred meanwhile could be in none of them when each was read. It
 * reads no further once it has found all.
 *
 * @param options called for each call.
 */
export async function findSessions(
  service: Service,
  sessions: ReadonlySet<number>,
  near: SessionQueue | undefined,
  options: () => CallOptions,
): Promise<FoundSessions> {
  const found = new Map<number, FoundSession>();
  const read = async (queue: SessionQueue): Promise<void> => {
    for (const session of await listSessions(service, queue, options())) {
      if (sessions.has(session.id) && !found.has(session.id)) found.set(session.id, { session, queue });
    }
  };
  const isDone = () => found.size === sessions.size;
  if (near) await read(near);
  if (isDone()) return { found, doubt: undefined };
  const { aHierarchy } = await service.operations.getHierarchy_v2({}, options());
  const nodes = aHierarchy?.HIERARCHY ?? [];
  const queues = new Map<string, SessionQueue>();
  for (const node of nodes) {
    if (node?.eType !== "Technician" && node?.eType !== "Channel") continue;
    const ref = node.eType === "Channel" ? "channel" : "node";
    queues.set(`${ref} ${node.iNodeID}`, { node: node.iNodeID, ref });
  }
  let doubt = nodes.some((node) => node?.eType === "Root") ? undefined : "the hierarchy did not show its root";
  for (const queue of [...queues.values(), ...[...queues.values()].reverse()]) {
    try {
      await read(queue);
      if (isDone()) break;
    } catch (error) {
      if (!(error instanceof RescueResultError) || error instanceof NotAuthenticatedError) throw error;
      doubt = `the queue of node ${queue.node} could not be read (${error.code})`;
    }
  }
  return { found, doubt };
}
