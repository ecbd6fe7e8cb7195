import type { Desk } from "./desk.js";
import { TIME_OUTS } from "./session-transitions.js";
import type { SupportSession } from "./support-session.js";

/** Brings a session up to date: what timed out since it was last looked at did so at its time. Call it before looking. */
export function settle(desk: Desk, session: SupportSession, now: number): void {
  const timeOut = TIME_OUTS.get(session.status);
  if (!timeOut) return;
  const due = session.statusAt + timeOut.after;
  // A seed may show a session that has been connecting for long: then its time begins with the emulator's.
  const at = due > desk.openedAt ? due : desk.openedAt + timeOut.after;
  if (at <= now) desk.sessions.change(session, { status: timeOut.to }, at);
}

/** Brings every session up to date, before reports, exports and pages look at all of them. Visits only those in question. */
export function settleSessions(desk: Desk, now: number): void {
  for (const session of desk.sessions.queues.passing()) settle(desk, session, now);
}
