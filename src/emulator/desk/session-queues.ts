import { isClosable, isLive, SESSION_STATUSES, type SessionStatus } from "./session-status.js";
import { dueAt } from "./session-transitions.js";
import { Sorted } from "./sorted.js";
import type { SupportSession } from "./support-session.js";

type Places = Map<number, Sorted<SupportSession>>;

/**
 * The sessions by what is asked for: the queues of technicians and channels, that is the sessions that are live, or wait
 * for their technician to close them; those that will time out; those of each status; and those that have ended, for
 * reports. A session that is being transferred is both in the queue that it leaves and in the one that it goes to
 * (console documents: Outgoing and Incoming).
 */
export class SessionQueues {
  readonly #openedAt: number;
  readonly #all = byAge();
  readonly #gone = byChange();
  readonly #passing: Sorted<SupportSession>;
  readonly #byStatus = new Map<SessionStatus, Sorted<SupportSession>>();
  readonly #byTechnician: Places = new Map();
  readonly #byChannel: Places = new Map();
  readonly #ended = byAge();
  readonly #endedByTechnician: Places = new Map();
  readonly #endedByChannel: Places = new Map();

  constructor(openedAt: number) {
    this.#openedAt = openedAt;
    this.#passing = new Sorted((one, other) => this.#due(one) - this.#due(other) || one.id - other.id);
  }

  /** Adds the session where its status, technician and channel put it. It must not be in here. */
  enter(session: SupportSession): void {
    for (const sorted of this.#placesOf(session)) sorted.add(session);
  }

  /** Removes the session, before its status or place changes. */
  leave(session: SupportSession): void {
    for (const sorted of this.#placesOf(session)) sorted.delete(session);
  }

  /** All sessions in a queue, oldest first. */
  all(): SupportSession[] {
    return this.#all.items();
  }

  /** The sessions whose time-out is due, the first first. */
  due(now: number): readonly SupportSession[] {
    return until(this.#passing.from(), (session) => this.#due(session) > now);
  }

  /** The queue of a technician's node, oldest first. */
  ofTechnician(id: number): SupportSession[] {
    return this.#byTechnician.get(id)?.items() ?? [];
  }

  /** The queue of a channel's node, oldest first. */
  ofChannel(id: number): SupportSession[] {
    return this.#byChannel.get(id)?.items() ?? [];
  }

  /** The ended sessions that began from `begin` to `end`: all of them, or those of a technician or channel. */
  ended(begin: number, end: number, of?: "technician" | "channel", id = 0): readonly SupportSession[] {
    const places = of === "technician" ? this.#endedByTechnician : this.#endedByChannel;
    const sorted = of === undefined ? this.#ended : places.get(id);
    return until(sorted?.from(({ startedAt }) => startedAt >= begin) ?? [], ({ startedAt }) => startedAt > end);
  }

  /** How many sessions there are of each status that has one. */
  counts(): ReadonlyMap<SessionStatus, number> {
    const counts = new Map<SessionStatus, number>();
    for (const status of SESSION_STATUSES) {
      const size = this.#byStatus.get(status)?.size ?? 0;
      if (size > 0) counts.set(status, size);
    }
    return counts;
  }

  /**
   * Some sessions of a status or of all: first those in a queue, the newest on top; then the others, the last to end on
   * top.
   */
  newest(count: number, skipped: number, status?: SessionStatus): readonly SupportSession[] {
    if (status !== undefined) return this.#byStatus.get(status)?.last(count, skipped) ?? [];
    const open = this.#all.last(count, skipped);
    return [...open, ...this.#gone.last(count - open.length, Math.max(0, skipped - this.#all.size))];
  }

  #due(session: SupportSession): number {
    return dueAt(session, this.#openedAt) ?? Number.POSITIVE_INFINITY;
  }

  *#placesOf(session: SupportSession): Iterable<Sorted<SupportSession>> {
    const { status, technician, channel, transfer } = session;
    const isQueued = isClosable(status);
    yield placeIn(this.#byStatus, status, isQueued ? byAge : byChange);
    yield isQueued ? this.#all : this.#gone;
    if (dueAt(session, 0) !== undefined) yield this.#passing;
    if (isQueued) {
      if (technician !== undefined) yield placeIn(this.#byTechnician, technician);
      if (channel !== undefined) yield placeIn(this.#byChannel, channel);
      const isSame = transfer?.to === (transfer?.kind === "NODE" ? technician : channel);
      if (transfer && !isSame) {
        yield placeIn(transfer.kind === "NODE" ? this.#byTechnician : this.#byChannel, transfer.to);
      }
    }
    if (isLive(status)) return;
    yield this.#ended;
    if (technician !== undefined) yield placeIn(this.#endedByTechnician, technician);
    if (channel !== undefined) yield placeIn(this.#endedByChannel, channel);
  }
}

const byAge = () => new Sorted<SupportSession>((one, other) => one.startedAt - other.startedAt || one.id - other.id);
const byChange = () => new Sorted<SupportSession>((one, other) => one.statusAt - other.statusAt || one.id - other.id);

function placeIn<Key>(places: Map<Key, Sorted<SupportSession>>, key: Key, make = byAge): Sorted<SupportSession> {
  let place = places.get(key);
  if (!place) {
    place = make();
    places.set(key, place);
  }
  return place;
}

function until(sessions: Iterable<SupportSession>, ends: (session: SupportSession) => boolean): SupportSession[] {
  const found: SupportSession[] = [];
  for (const session of sessions) {
    if (ends(session)) break;
    found.push(session);
  }
  return found;
}
