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

/** Why a session that was not found may be in a queue all the same; undefined where it cannot. */
export interface NotFound {
  readonly doubt: string | undefined;
}

/**
 * Looks for a session in all queues that the hierarchy names, first in `near`. All queues are read twice, the second
 * time in the opposite order: a session that is transferred meanwhile could be in none of them when each was read.
 *
 * @param options called for each call.
 */
export async function findSession(
  service: Service,
  session: number,
  near: SessionQueue | undefined,
  options: () => CallOptions,
): Promise<FoundSession | NotFound> {
  const look = async (queue: SessionQueue): Promise<FoundSession | undefined> => {
    const found = (await listSessions(service, queue, options())).find(({ id }) => id === session);
    return found && { session: found, queue };
  };
  if (near) {
    const found = await look(near);
    if (found) return found;
  }
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
      const found = await look(queue);
      if (found) return found;
    } catch (error) {
      if (!(error instanceof RescueResultError) || error instanceof NotAuthenticatedError) throw error;
      doubt = `the queue of node ${queue.node} could not be read (${error.code})`;
    }
  }
  return { doubt };
}
