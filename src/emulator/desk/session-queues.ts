import { isClosable } from "./session-status.js";
import { TIME_OUTS } from "./session-transitions.js";
import type { SupportSession } from "./support-session.js";

/**
 * The queues of technicians and channels: the sessions that are live, or wait for their technician to close them. A
 * session that is being transferred is both in the queue that it leaves and in the one that it goes to (console
 * documents: Outgoing and Incoming).
 */
export class SessionQueues {
  readonly #all = new Set<SupportSession>();
  readonly #passing = new Set<SupportSession>();
  readonly #byTechnician = new Map<number, Set<SupportSession>>();
  readonly #byChannel = new Map<number, Set<SupportSession>>();

  /** Adds the session to the queues of its status, technician and channel. It must not be in a queue. */
  enter(session: SupportSession): void {
    if (!isClosable(session.status)) return;
    this.#all.add(session);
    if (TIME_OUTS.has(session.status)) this.#passing.add(session);
    for (const [queues, id] of this.#placesOf(session)) {
      const queue = queues.get(id);
      if (queue) queue.add(session);
      else queues.set(id, new Set([session]));
    }
  }

  /** Removes the session from its queues, before its status or place changes. */
  leave(session: SupportSession): void {
    if (!this.#all.delete(session)) return;
    this.#passing.delete(session);
    for (const [queues, id] of this.#placesOf(session)) {
      const queue = queues.get(id);
      queue?.delete(session);
      if (queue?.size === 0) queues.delete(id);
    }
  }

  /** All sessions in a queue, oldest first. */
  all(): SupportSession[] {
    return oldestFirst(this.#all);
  }

  /** The sessions that will time out. */
  passing(): readonly SupportSession[] {
    return [...this.#passing];
  }

  /** The queue of a technician's node, oldest first. */
  ofTechnician(id: number): SupportSession[] {
    return oldestFirst(this.#byTechnician.get(id) ?? []);
  }

  /** The queue of a channel's node, oldest first. */
  ofChannel(id: number): SupportSession[] {
    return oldestFirst(this.#byChannel.get(id) ?? []);
  }

  *#placesOf({ technician, channel, transfer }: SupportSession): Iterable<[Map<number, Set<SupportSession>>, number]> {
    if (technician !== undefined) yield [this.#byTechnician, technician];
    if (channel !== undefined) yield [this.#byChannel, channel];
    if (transfer) yield [transfer.kind === "NODE" ? this.#byTechnician : this.#byChannel, transfer.to];
  }
}

// A session that returns to a queue is added at the end, but lists are sorted by age.
function oldestFirst(sessions: Iterable<SupportSession>): SupportSession[] {
  return [...sessions].sort((one, other) => one.startedAt - other.startedAt || one.id - other.id);
}
