import { chatLog } from "../desk/chat-log.js";
import type { Desk } from "../desk/desk.js";
import { statusText } from "../desk/session-status.js";
import type { SupportSession } from "../desk/support-session.js";
import { listTime } from "../desk/time-text.js";
import { durationText } from "./duration-text.js";
import { type ReportTechnician, reportTechnicians } from "./report-technicians.js";

/** What the cells of a session's row are calculated from. */
interface Row {
  readonly session: SupportSession;
  readonly technician: ReportTechnician;
  readonly channelName: string;
  readonly time: (at: number) => string;
  readonly timezone: number;
}

type Cell = (row: Row) => string;

/**
 * How the cells of a session are calculated, by heading. A column of the service whose value the desk does not have is
 * in the lists of `report-areas.ts` and not here: its cells are empty.
 */
const CELLS: ReadonlyMap<string, Cell> = new Map<string, Cell>([
  ["Start Time", ({ session, time }) => time(session.startedAt)],
  ["End Time", ({ session, time }) => time(endOf(session))],
  ["Last Action Time", ({ session, time }) => time(session.statusAt)],
  ["Date", ({ session, time }) => time(session.startedAt)],
  ["Technician Name", ({ technician }) => technician.name],
  ["Technician ID", ({ technician }) => technician.id],
  ["Technician Email", ({ technician }) => technician.email],
  ["Technician Group", ({ technician }) => technician.group],
  ["Session ID", ({ session }) => String(session.id)],
  ["Session Type", ({ session }) => typeOf(session)],
  ["Status", ({ session }) => statusText(session.status)],
  ["Name", ({ session }) => session.customFields[0] ?? ""],
  ...[1, 2, 3, 4, 5].map((index): [string, Cell] => [
    `Custom field ${index}`,
    ({ session }) => session.customFields[index] ?? "",
  ]),
  ["Tracking ID", ({ session }) => session.tracking0],
  ["Channel ID", ({ session }) => String(session.channel ?? "")],
  ["Channel Name", ({ channelName }) => channelName],
  ["Connecting Time", ({ session }) => durationText(session.spent.connecting)],
  ["Waiting Time", ({ session }) => durationText(session.spent.waiting)],
  ["Total Time", ({ session }) => durationText(totalTime(session))],
  ["Active Time", ({ session }) => durationText(session.spent.active)],
  ["Work Time", ({ session }) => durationText(workTime(session))],
  ["Hold Time", ({ session }) => durationText(session.spent.hold)],
  ["Time in Transfer", ({ session }) => durationText(session.spent.transfer)],
  ["Rebooting Time", ({ session }) => durationText(session.spent.rebooting)],
  ["Reconnecting Time", ({ session }) => durationText(session.spent.reconnecting)],
  ["Chat Log", ({ session, timezone }) => chatLog(session, timezone)],
]);

/** A row of each session under the headings, one at a time. Times are in the zone (minutes from UTC). */
export function* sessionRows(
  desk: Desk,
  headings: readonly string[],
  sessions: Iterable<SupportSession>,
  timezone: number,
): Iterable<readonly string[]> {
  const cells = headings.map((heading): Cell => CELLS.get(heading) ?? (() => ""));
  const technician = reportTechnicians(desk);
  const time = (at: number) => listTime(at + timezone * 60_000);
  for (const session of sessions) {
    const channelName = desk.organisation.node(session.channel ?? 0)?.name ?? "";
    const row = { session, technician: technician(session.technician), channelName, time, timezone };
    yield cells.map((cell) => cell(row));
  }
}

/** Milliseconds since 1970 at which an ended session ended. */
function endOf({ closedAt, statusAt }: SupportSession): number {
  return closedAt ?? statusAt;
}

/** Seconds from the first moment to the end. */
export function totalTime(session: SupportSession): number {
  return (endOf(session) - session.startedAt) / 1000;
}

/** Seconds from the pick-up to the end; 0 if nobody picked it up (inferred). */
export function workTime(session: SupportSession): number {
  return session.pickedUpAt === undefined ? 0 : (endOf(session) - session.pickedUpAt) / 1000;
}

// The words are inferred.
function typeOf({ lens, channel }: SupportSession): string {
  if (lens) return "Lens";
  return channel === undefined ? "Private" : "Channel";
}
