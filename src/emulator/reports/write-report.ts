import { replaceForbiddenCharacters } from "../../soap/text/xml-text.js";
import type { Desk } from "../desk/desk.js";
import { periodOf, type ReportSettings } from "../desk/report-settings.js";
import type { SupportSession } from "../desk/support-session.js";
import { performanceReport } from "./performance-report.js";
import { areaRows } from "./report-areas.js";
import { isWithinPeriod } from "./report-period.js";
import type { ReportScope } from "./report-scope.js";
import type { ReportTable } from "./report-table.js";
import { reportTechnicians } from "./report-technicians.js";
import { sessionRows } from "./session-columns.js";
import { writeTextReport } from "./text-report.js";
import { transferReport } from "./transfer-report.js";
import { writeXmlReport } from "./xml-report.js";

/**
 * The report that the settings describe, of the ended sessions in scope; a session belongs to the time at which it
 * began (inferred). It looks at those of the period only.
 */
export function writeReport(desk: Desk, settings: ReportSettings, scope: ReportScope, now: number): string {
  const { delimiter, output } = settings;
  const sessions = sessionsIn(desk, settings, scope, now);
  const table = (some: Iterable<SupportSession>) => tableOf(desk, settings, some);
  const report =
    output === "XML"
      ? writeXmlReport(table(sessions))
      : writeTextReport(byTechnicianGroup(desk, sessions).map(table), delimiter);
  // An HTTP form can store characters that a SOAP answer could not contain.
  return replaceForbiddenCharacters(report, "\uFFFD");
}

function tableOf(desk: Desk, { area, timezone }: ReportSettings, sessions: Iterable<SupportSession>): ReportTable {
  if (area === "PERFORMANCE") return performanceReport(desk, sessions);
  if (area === "TRANSFERRED_SESSIONS" || area === "TRANSFERRED_SESSIONS_EXTENDED") {
    return transferReport(desk, sessions, timezone, area === "TRANSFERRED_SESSIONS_EXTENDED");
  }
  const { headings, includes } = areaRows(area);
  return { headings, rows: sessionRows(desk, headings, those(sessions, includes), timezone) };
}

function sessionsIn(desk: Desk, settings: ReportSettings, scope: ReportScope, now: number): Iterable<SupportSession> {
  const isWithin = isWithinPeriod(settings, now);
  const { begin, end } = periodOf(settings, now);
  const zone = settings.timezone * 60_000;
  // The whole last second is included.
  const found = desk.sessions.inOrder(scope(begin - zone, end - zone + 1000));
  return those(found, ({ startedAt }) => isWithin(startedAt));
}

/**
 * The sessions of each technician group, in the order of their first; those of no group together. At least one list.
 */
function byTechnicianGroup(desk: Desk, sessions: Iterable<SupportSession>): readonly Iterable<SupportSession>[] {
  const technician = reportTechnicians(desk);
  const groups = new Map<string, SupportSession[]>();
  for (const session of sessions) {
    const { groupId } = technician(session.technician);
    const group = groups.get(groupId);
    if (group) group.push(session);
    else groups.set(groupId, [session]);
  }
  return groups.size === 0 ? [[]] : [...groups.values()];
}

function* those(
  sessions: Iterable<SupportSession>,
  holds: (session: SupportSession) => boolean,
): Iterable<SupportSession> {
  for (const session of sessions) if (holds(session)) yield session;
}
