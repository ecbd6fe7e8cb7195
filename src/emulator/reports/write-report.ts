import { replaceForbiddenCharacters } from "../../soap/xml-text.js";
import type { Desk } from "../desk/desk.js";
import type { ReportSettings } from "../desk/report-settings.js";
import { isLive } from "../desk/session-status.js";
import type { SupportSession } from "../desk/support-session.js";
import { performanceReport } from "./performance-report.js";
import { AREA_ROWS } from "./report-areas.js";
import { isWithinPeriod } from "./report-period.js";
import type { ReportScope } from "./report-scope.js";
import type { ReportTable } from "./report-table.js";
import { sessionRows } from "./session-columns.js";
import { writeTextReport } from "./text-report.js";
import { transferReport } from "./transfer-report.js";
import { writeXmlReport } from "./xml-report.js";

/**
 * The report that the settings describe, of the ended sessions in scope; a session belongs to the time it began
 * (inferred). One pass over the sessions.
 */
export function writeReport(desk: Desk, settings: ReportSettings, scope: ReportScope, now: number): string {
  const { delimiter, output } = settings;
  const table = tableOf(desk, settings, scope, now);
  const report = output === "XML" ? writeXmlReport(table) : writeTextReport(table, delimiter);
  // An HTTP form can bring in what a SOAP answer could not carry out again.
  return replaceForbiddenCharacters(report, "\uFFFD");
}

function tableOf(desk: Desk, settings: ReportSettings, scope: ReportScope, now: number): ReportTable {
  const { area, timezone } = settings;
  const isWithin = isWithinPeriod(settings, now);
  const isTold = (session: SupportSession) => !isLive(session.status) && scope(session) && isWithin(session.startedAt);
  if (area === "PERFORMANCE") return performanceReport(desk, those(desk, isTold));
  if (area === "TRANSFERRED_SESSIONS" || area === "TRANSFERRED_SESSIONS_EXTENDED") {
    return transferReport(desk, those(desk, isTold), timezone, area === "TRANSFERRED_SESSIONS_EXTENDED");
  }
  const { headings, includes } = AREA_ROWS[area];
  const sessions = those(desk, (session) => isTold(session) && includes(session));
  return { headings, rows: sessionRows(desk, headings, sessions, timezone) };
}

function* those({ sessions }: Desk, holds: (session: SupportSession) => boolean): Iterable<SupportSession> {
  for (const session of sessions.all) if (holds(session)) yield session;
}
