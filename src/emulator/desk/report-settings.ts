import type { DateFormat } from "./report-date.js";

/**
 * What the next report contains and looks like. The service keeps it per login; for calls by auth code per user
 * (inferred: published clients set a report up by auth code alone).
 */
export interface ReportSettings {
  /** One of `report-area.ts`, or another word that the WSDL lists. */
  area: string;
  /**
   * First and last moment, both included: milliseconds of the wall clock in the report's own zone, counted as if it
   * were UTC. Undefined until they are set: the report then covers the current day (inferred).
   */
  begin: number | undefined;
  end: number | undefined;
  /** The daily window, `HH:MM:SS`, both included. */
  beginTime: string;
  endTime: string;
  /** Minutes from UTC, west negative. No daylight saving (guide: setTimezone). */
  timezone: number;
  /** Follows every cell of a text report. */
  delimiter: string;
  output: "TEXT" | "XML";
  /** A row for each event, or totals. */
  type: ReportType;
  /** The order in which setReportDate and getReportDate write a day. */
  dateFormat: DateFormat;
}

export const REPORT_TYPES = ["LISTALL", "SUMMARY"] as const;

export type ReportType = (typeof REPORT_TYPES)[number];

/** The settings of a new login: bar and text are the guide's defaults, the others are inferred. */
export function defaultReportSettings(): ReportSettings {
  return {
    area: "SESSION",
    begin: undefined,
    end: undefined,
    ...WHOLE_DAY,
    timezone: 0,
    delimiter: "|",
    output: "TEXT",
    type: "LISTALL",
    dateFormat: "MMDDYY",
  };
}

/** The daily window that excludes nothing. */
export const WHOLE_DAY: Readonly<Pick<ReportSettings, "beginTime" | "endTime">> = {
  beginTime: "00:00:00",
  endTime: "23:59:59",
};

const DAY = 24 * 60 * 60 * 1000;

/** First and last moment of the report: those that were set, or those of the current day in the report's zone. */
export function periodOf({ begin, end, timezone }: ReportSettings, now: number): { begin: number; end: number } {
  const today = Math.floor((now + timezone * 60_000) / DAY) * DAY;
  return { begin: begin ?? today, end: end ?? endOfDay(today) };
}

/** The last moment of the day that begins at `day`. */
export function endOfDay(beginning: number): number {
  return beginning + DAY - 1;
}
