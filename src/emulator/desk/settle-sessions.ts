import type { Desk } from "./desk.js";
import { dueAt, TIME_OUTS } from "./session-transitions.js";
import type { SupportSession } from "./support-session.js";

/** Applies the time-outs that are due, each at its own time. Call it before reading the session. */
export function settle(desk: Desk, session: SupportSession, now: number): void {
  const timeOut = TIME_OUTS.get(session.status);
  const at = dueAt(session, desk.openedAt);
  if (timeOut && at !== undefined && at <= now) desk.sessions.change(session, { status: timeOut.to }, at);
}

/** Applies the time-outs that are due to all sessions, before reports, exports and pages read them. */
export function settleSessions(desk: Desk, now: number): void {
  for (const session of desk.sessions.queues.due(now)) settle(desk, session, now);
}
