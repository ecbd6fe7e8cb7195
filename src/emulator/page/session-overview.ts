import { isClosable, type SessionStatus } from "../desk/session-status.js";
import type { SupportSession } from "../desk/support-session.js";
import { Newest } from "./newest.js";

/** The numbers of sessions, and the few sessions that are shown. */
export interface SessionOverview {
  /** By status; statuses without a session are left out. */
  readonly counts: ReadonlyMap<SessionStatus, number>;
  readonly total: number;
  /** The number of sessions with the selected status. */
  readonly matching: number;
  /** First the sessions that a technician can close, the newest on top; then the others, the last to end on top. */
  readonly shown: readonly SupportSession[];
}

/**
 * Looks through all sessions once: there may be 100,000 of them several times a second.
 * @param status to show only sessions of it.
 */
export function overviewOf(
  sessions: Iterable<SupportSession>,
  status: SessionStatus | undefined,
  limit: number,
): SessionOverview {
  const counts = new Map<SessionStatus, number>();
  const open = new Newest<SupportSession>(limit);
  const ended = new Newest<SupportSession>(limit);
  let total = 0;
  for (const session of sessions) {
    total += 1;
    counts.set(session.status, (counts.get(session.status) ?? 0) + 1);
    if (status !== undefined && session.status !== status) continue;
    if (isClosable(session.status)) open.add(session, session.startedAt);
    else ended.add(session, session.statusAt);
  }
  const matching = status === undefined ? total : (counts.get(status) ?? 0);
  return { counts, total, matching, shown: [...open.items, ...ended.items].slice(0, limit) };
}
