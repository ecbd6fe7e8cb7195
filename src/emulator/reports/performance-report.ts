import type { Desk } from "../desk/desk.js";
import type { SupportSession } from "../desk/support-session.js";
import { durationText } from "./duration-text.js";
import type { ReportTable } from "./report-table.js";
import { reportTechnicians } from "./report-technicians.js";
import { totalTime, workTime } from "./session-columns.js";

/** What a published client looks for in the headings; their whole wording and their order are inferred. */
const HEADINGS: readonly string[] = [
  "Technician Name",
  "Technician ID",
  "Technician Email",
  "Number of Sessions",
  "Total Login Time",
  "Average Pick-up Speed",
  "Average Duration",
  "Average Work Time",
  "Total Active Time",
  "Total Work Time",
];

interface Sum {
  sessions: number;
  waiting: number;
  duration: number;
  work: number;
  active: number;
}

/**
 * Totals for each technician who had a session, in the order of their first. The login time is not known here: empty.
 */
export function performanceReport(desk: Desk, sessions: Iterable<SupportSession>): ReportTable {
  const sums = new Map<number, Sum>();
  for (const session of sessions) if (session.technician !== undefined) add(sums, session.technician, session);
  const technician = reportTechnicians(desk);
  const rows = Array.from(sums, ([id, sum]): readonly string[] => {
    const { name, email } = technician(id);
    const averages = [sum.waiting, sum.duration, sum.work].map((seconds) => durationText(seconds / sum.sessions));
    const totals = [durationText(sum.active), durationText(sum.work)];
    return [name, String(id), email, String(sum.sessions), "", ...averages, ...totals];
  });
  return { headings: HEADINGS, rows };
}

function add(sums: Map<number, Sum>, technician: number, session: SupportSession): void {
  const sum = sums.get(technician) ?? { sessions: 0, waiting: 0, duration: 0, work: 0, active: 0 };
  sum.sessions += 1;
  sum.waiting += session.spent.waiting ?? 0;
  sum.duration += totalTime(session);
  sum.work += workTime(session);
  sum.active += session.spent.active ?? 0;
  sums.set(technician, sum);
}
