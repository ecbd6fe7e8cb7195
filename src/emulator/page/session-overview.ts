import { isClosable, type SessionStatus } from "../desk/session-status.js";
import type { SupportSession } from "../desk/support-session.js";
import { Newest } from "./newest.js";
import type { SessionChoice } from "./session-choice.js";

/** The numbers of sessions, and the few sessions that are shown. */
export interface SessionOverview {
  /** By status; statuses without a session are left out. */
  readonly counts: ReadonlyMap<SessionStatus, number>;
  readonly total: number;
  /** The number of sessions with the selected status. */
  readonly matching: number;
  /**
   * The rows of the page: first the sessions that a technician can close, the newest on top; then the others, the last to
   * end on top.
   */
  readonly shown: readonly SupportSession[];
  /** The number of the page, from 1: the last one if fewer sessions are left. */
  readonly page: number;
  readonly pages: number;
}

/** The rows of one page. */
export const PAGE_ROWS = 100;
/** The most pages: each is looked for among all sessions again and again while it is open. */
export const MOST_PAGES = 20;

/** Looks through all sessions once: there may be 100,000 of them several times a second. */
export function overviewOf(
  sessions: Iterable<SupportSession>,
  { status, page: wanted }: SessionChoice,
): SessionOverview {
  const counts = new Map<SessionStatus, number>();
  const reach = Math.min(wanted, MOST_PAGES) * PAGE_ROWS;
  const open = new Newest<SupportSession>(reach);
  const ended = new Newest<SupportSession>(reach);
  let total = 0;
  for (const session of sessions) {
    total += 1;
    counts.set(session.status, (counts.get(session.status) ?? 0) + 1);
    if (status !== undefined && session.status !== status) continue;
    if (isClosable(session.status)) open.add(session, session.startedAt);
    else ended.add(session, session.statusAt);
  }
  const matching = status === undefined ? total : (counts.get(status) ?? 0);
  const pages = Math.min(MOST_PAGES, Math.max(1, Math.ceil(matching / PAGE_ROWS)));
  const page = Math.min(wanted, pages);
  const shown = [...open.items, ...ended.items].slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
  return { counts, total, matching, shown, page, pages };
}
