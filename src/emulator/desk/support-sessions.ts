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
  readonly #queues: SessionQueues;
  readonly #arrivals = new Map<number, number>();
  #highest = 0;
  #gap = 1;

  /** @param openedAt when the desk was opened, in milliseconds since 1970. */
  constructor(openedAt = 0) {
    this.#queues = new SessionQueues(openedAt);
  }

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

  /** The sessions by technician, channel, status and time. */
  get queues(): Omit<SessionQueues, "enter" | "leave"> {
    return this.#queues;
  }

  add(session: SupportSession): void {
    this.#sessions.set(session.id, session);
    this.#arrivals.set(session.id, this.#arrivals.size);
    this.#queues.enter(session);
    this.#highest = Math.max(this.#highest, session.id);
  }

  /** Sorts sessions into the order in which they came. */
  inOrder(sessions: Iterable<SupportSession>): SupportSession[] {
    const arrival = ({ id }: SupportSession) => this.#arrivals.get(id) ?? 0;
    return [...sessions].sort((one, other) => arrival(one) - arrival(other));
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
    // No session is ever removed.
    while (this.#sessions.has(this.#gap)) this.#gap += 1;
    return this.#gap;
  }
}
