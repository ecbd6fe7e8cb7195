/** What a cell holds, as far as the heading of its column says. */
export type CellKind = "time" | "duration" | "id" | "count";

type Columns = Readonly<Record<string, CellKind>>;

const TIMES = { "Start Time": "time", "End Time": "time" } as const satisfies Columns;
const SESSION_ID = { "Session ID": "id" } as const satisfies Columns;
const TECHNICIAN = { "Technician ID": "id" } as const satisfies Columns;
const CHANNEL = { "Channel ID": "id" } as const satisfies Columns;
const SURVEY = { ...SESSION_ID, Date: "time", ...TECHNICIAN } as const satisfies Columns;

/**
 * The columns that hold more than text, by area and heading. All others are texts: names, statuses, custom fields, whose
 * headings the account has chosen.
 */
export const COLUMNS = {
  SESSION: {
    ...TIMES,
    "Last Action Time": "time",
    ...SESSION_ID,
    ...TECHNICIAN,
    ...CHANNEL,
    "Connecting Time": "duration",
    "Waiting Time": "duration",
    "Total Time": "duration",
    "Active Time": "duration",
    "Work Time": "duration",
    "Hold Time": "duration",
    "Time in Transfer": "duration",
    "Rebooting Time": "duration",
    "Reconnecting Time": "duration",
  },
  CUSTOMER_SURVEY: SURVEY,
  LOGIN: { ...TIMES, ...TECHNICIAN, "Total Login Time": "duration" },
  MISSED_SESSION: { ...TIMES, "Waiting Time": "duration", ...SESSION_ID, ...CHANNEL },
  PERFORMANCE: {
    ...TECHNICIAN,
    "Number of Sessions": "count",
    "Total Login Time": "duration",
    "Average Pick-up Speed": "duration",
    "Average Duration": "duration",
    "Average Work Time": "duration",
    "Total Active Time": "duration",
    "Total Work Time": "duration",
  },
  CHAT_LOG: { ...TIMES, ...SESSION_ID, ...TECHNICIAN },
  CUSTOM_FIELDS: { ...SESSION_ID, ...TIMES, ...TECHNICIAN },
  TRANSFERRED_SESSIONS: {
    ...SESSION_ID,
    "Time of Transfer": "time",
    "Waiting Time": "duration",
    "Transferred By – Technician ID": "id",
    "Transferred From – Technician/Channel ID": "id",
    "Transferred To – Technician/Channel ID": "id",
    "Time in Transfer": "duration",
  },
  TECHNICIAN_SURVEY: SURVEY,
  COLLABORATION_CHAT_LOG: { ...TIMES, ...SESSION_ID, ...TECHNICIAN },
  FAILED_SESSION: { ...TIMES, "Connecting Time": "duration", ...SESSION_ID, ...CHANNEL },
} as const satisfies Readonly<Record<string, Columns>>;

/** A report area whose columns are known. The service may have others, which are read as texts. */
export type ReportArea = keyof typeof COLUMNS;

/** The form in which the service writes a report. */
export type ReportOutput = "TEXT" | "XML";

interface Preference {
  readonly output: ReportOutput;
  readonly why: string;
}

const USED_AS_XML: Preference = {
  output: "XML",
  why: "a public client reads this area as XML, which escapes its cells",
};
const USED_AS_TEXT: Preference = { output: "TEXT", why: "the only output that a public client was seen to read of it" };

/**
 * In which output an area is asked for, where the caller does not say. XML needs no guess about where a cell ends, but
 * was only seen in use for some areas; the others were read as text by a client that ran daily.
 */
export const PREFERRED_OUTPUT: Readonly<Record<ReportArea, Preference>> = {
  SESSION: USED_AS_XML,
  CUSTOMER_SURVEY: USED_AS_TEXT,
  LOGIN: USED_AS_TEXT,
  MISSED_SESSION: USED_AS_TEXT,
  PERFORMANCE: USED_AS_TEXT,
  CHAT_LOG: USED_AS_TEXT,
  CUSTOM_FIELDS: USED_AS_TEXT,
  TRANSFERRED_SESSIONS: USED_AS_TEXT,
  TECHNICIAN_SURVEY: USED_AS_XML,
  COLLABORATION_CHAT_LOG: USED_AS_TEXT,
  FAILED_SESSION: USED_AS_TEXT,
};

/** The output in which an area is asked for. TEXT for an area that is not known: every account's default. */
export function preferredOutput(area: string): Preference {
  return isKnownArea(area)
    ? PREFERRED_OUTPUT[area]
    : { output: "TEXT", why: "nothing is known of this area, and text is the service's default" };
}

/** What the cells under each heading of an area hold. */
export function columnsOf(area: string): ReadonlyMap<string, CellKind> {
  return new Map(Object.entries(isKnownArea(area) ? COLUMNS[area] : {}));
}

/** True where a row is a total over the whole period: a part of the period has other totals. */
export function hasTotals(area: string): boolean {
  return area === "PERFORMANCE";
}

function isKnownArea(area: string): area is ReportArea {
  return Object.hasOwn(COLUMNS, area);
}
