/**
 * What the next report will hold and look like. The service keeps it per login; for calls by auth code per user
 * (inferred: published clients set a report up by auth code alone).
 */
export interface ReportSettings {
  /** The area's name, such as `SESSION`. */
  area: string;
  /** First day or moment, as milliseconds since 1970 in the report's own zone. */
  begin: number | undefined;
  end: number | undefined;
  /** The daily window, `HH:MM:SS`. */
  beginTime: string;
  endTime: string;
  /** Minutes from UTC, west negative, as text, which is what setTimeZone takes. */
  timezone: string;
  delimiter: string;
  output: "TEXT" | "XML";
}

/** The settings of a login that has made none (defaults inferred). */
export function defaultReportSettings(): ReportSettings {
  return {
    area: "SESSION",
    begin: undefined,
    end: undefined,
    beginTime: "00:00:00",
    endTime: "23:59:59",
    timezone: "0",
    delimiter: "|",
    output: "TEXT",
  };
}
