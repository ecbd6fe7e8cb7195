import type { SessionStatus } from "../desk/session-status.js";
import type { SupportSession } from "../desk/support-session.js";
import type { SupportSessions } from "../desk/support-sessions.js";
import type { SessionChoice } from "./session-choice.js";

/** The numbers of sessions, and the few sessions that are shown. */
export interface SessionOverview {
  /** By status, in the order of the WSDL; statuses without a session are left out. */
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
/** The most pages: a status is a better way to an old session. */
export const MOST_PAGES = 20;

/** The rows of a page, whatever the number of sessions: they are pushed several times a second. */
export function overviewOf(
  { queues, size: total }: Pick<SupportSessions, "queues" | "size">,
  { status, page: wanted }: SessionChoice,
): SessionOverview {
  const counts = queues.counts();
  const matching = status === undefined ? total : (counts.get(status) ?? 0);
  const pages = Math.min(MOST_PAGES, Math.max(1, Math.ceil(matching / PAGE_ROWS)));
  const page = Math.min(wanted, pages);
  return { counts, total, matching, shown: queues.newest(PAGE_ROWS, (page - 1) * PAGE_ROWS, status), page, pages };
}
