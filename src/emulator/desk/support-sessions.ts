import { SessionQueues } from "./session-queues.js";
import type { SessionStatus } from "./session-status.js";
import { type SupportSession, statusChange, transfersAfter } from "./support-session.js";

/** A change of a session. Omitted members are unchanged; `undefined` means none. */
export interface SessionChange
  extends Partial<Pick<SupportSession, "technician" | "channel" | "transfer" | "transfers" | "lastAction">> {
  readonly status: SessionStatus;
}

/** The support sessions of the account, including ended ones, which reports contain. */
export class SupportSessions {
  readonly #sessions = new Map<number, SupportSession>();
  readonly #queues = new SessionQueues();
  #highest = 0;

  get(id: number): SupportSession | undefined {
    return this.#sessions.get(id);
  }

  /** In the order in which they came. */
  get all(): Iterable<SupportSession> {
    return this.#sessions.values();
  }

  get size(): number {
    return this.#sessions.size;
  }

  /** The sessions that are in a queue, by technician and channel. */
  get queues(): Pick<SessionQueues, "all" | "passing" | "ofTechnician" | "ofChannel"> {
    return this.#queues;
  }

  add(session: SupportSession): void {
    this.#sessions.set(session.id, session);
    this.#queues.enter(session);
    this.#highest = Math.max(this.#highest, session.id);
  }

  /**
   * Changes a session's status, and possibly its place. Any status other than TRANSFERINGBUTNOTPICKEDUP ends a
   * transfer, which is added to the past ones; the last action is that of the change, or none.
   *
   * @param now when it happened, in milliseconds since 1970.
   */
  change(session: SupportSession, change: SessionChange, now: number): void {
    this.#queues.leave(session);
    const transfer = change.status === "TRANSFERINGBUTNOTPICKEDUP" ? session.transfer : undefined;
    const transfers = transfersAfter(session, change.status, now);
    Object.assign(
      session,
      { transfer, transfers, lastAction: undefined },
      change,
      statusChange(session, change.status, now),
    );
    this.#queues.enter(session);
  }

  /** An id that no session has. Ids are counted up by one, as in public samples. */
  nextId(): number {
    // A seed has a session with the highest possible id: use the gaps.
    if (this.#highest < 2_147_483_647) return this.#highest + 1;
    let id = 1;
    while (this.#sessions.has(id)) id += 1;
    return id;
  }
}
