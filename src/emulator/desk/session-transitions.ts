import type { SessionStatus } from "./session-status.js";
import type { SupportSession } from "./support-session.js";

type Statuses = ReadonlySet<SessionStatus>;

/**
 * The statuses from which startSession picks up: documented for the console's Start button; that the API does the same
 * is inferred.
 */
export const STARTABLE: Statuses = new Set<SessionStatus>(["WAITING", "ONHOLD", "TRANSFERINGBUTNOTPICKEDUP"]);

/** The statuses from which holdSession puts on hold (console documents: Active to On Hold). */
export const HOLDABLE: Statuses = new Set<SessionStatus>(["PICKEDUP"]);

/** The statuses from which transferSession transfers (console documents: Waiting and Active to Outgoing). */
export const TRANSFERABLE: Statuses = new Set<SessionStatus>(["WAITING", "PICKEDUP"]);

/**
 * The status of a session after its customer has ended it. Documented (console documents) for WAITING and PICKEDUP;
 * inferred from the names of the statuses for the rest.
 */
export const LEFT: ReadonlyMap<SessionStatus, SessionStatus> = new Map<SessionStatus, SessionStatus>([
  ["STARTING", "CUSTOMERLEFTSESSION_WASNOTPICKEDUP"],
  ["CONNECTING", "CUSTOMERLEFTSESSION_WASNOTPICKEDUP"],
  ["WAITING", "CLOSEDBYWAITINGCUSTOMER"],
  ["PICKEDUP", "CLOSEDBYACTIVECUSTOMER"],
  ["ONHOLD", "ONHOLDBUTCUSTOMERLEFT"],
  ["TRANSFERINGBUTNOTPICKEDUP", "CUSTOMERLEFTSESSION_DURINGTRANSFER"],
  ["REBOOTING", "CLOSED_DURINGREBOOTING"],
  ["CONNECTIONPROBLEM", "CLOSED_DURINGRECONNECTING"],
  ["OFFLINE", "CLOSEDBYCUSTOMER"],
]);

/** As `LEFT`, for a session that no technician has picked up, if there is a separate status for it. */
export const LEFT_BEFORE_PICKUP: ReadonlyMap<SessionStatus, SessionStatus> = new Map<SessionStatus, SessionStatus>([
  ["TRANSFERINGBUTNOTPICKEDUP", "CUSTOMERLEFTSESSION_DURINGTRANSFER_WITHOUTPICKUP"],
]);

/** A change of status that only depends on time. */
export interface TimeOut {
  /** Milliseconds in the status. */
  readonly after: number;
  readonly to: SessionStatus;
}

const CONNECTING: TimeOut = { after: 60_000, to: "SYSTEMTIMEOUT_NOTPICKEDUP" };
const AWAY: TimeOut = { after: 5 * 60_000, to: "OFFLINE" };

/**
 * Console documents: a customer has about a minute to run the applet, which is the groups' default, and then leaves the
 * queue (the status is inferred); one that does not return within five minutes is offline. The time-outs of waiting
 * customers and of idle technicians are settings of a group without a documented default, and do not occur here.
 */
export const TIME_OUTS: ReadonlyMap<SessionStatus, TimeOut> = new Map<SessionStatus, TimeOut>([
  ["STARTING", CONNECTING],
  ["CONNECTING", CONNECTING],
  ["REBOOTING", AWAY],
  ["CONNECTIONPROBLEM", AWAY],
]);

/**
 * When the session's time-out is due; undefined for a status without one. A seed may have a session that has been
 * connecting for a long time: its time-out counts from the emulator's start.
 */
export function dueAt({ status, statusAt }: SupportSession, openedAt: number): number | undefined {
  const timeOut = TIME_OUTS.get(status);
  if (!timeOut) return undefined;
  const due = statusAt + timeOut.after;
  return due > openedAt ? due : openedAt + timeOut.after;
}
