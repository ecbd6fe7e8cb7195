import { lookUp } from "../../../soap/contract/contract.js";
import { readReportArea, reportAreaWord } from "../../desk/report-area.js";
import { DATE_FORMATS, dateTimeText, readDay, readMoment, readTime, readTimezone } from "../../desk/report-date.js";
import {
  endOfDay,
  periodOf,
  REPORT_TYPES,
  type ReportSettings,
  type ReportType,
  WHOLE_DAY,
} from "../../desk/report-settings.js";
import { dayText } from "../../desk/time-text.js";
import type { Call, OperationResult, UserCall } from "../call/call.js";
import { textParameter } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";
import { settingsOf } from "./settings-of-call.js";

// Published clients send up to 32 characters. A delimiter of megabytes would follow each cell of the report.
const DELIMITER_LENGTH = 64;

/**
 * Sets the area, by name or by the HTTP form's number; if the WSDL lists words for areas, by one of those. An unknown
 * area is an `Error`; a report type that the new area does not have is reset to the list (both inferred).
 */
export const setReportArea = setter((call, { type }) => {
  const area = readReportArea(textParameter(call.parameters, "eReportArea"), listedAreas(call));
  if (area === undefined) throw new Refusal("Error");
  return { area, type: hasType(area, type) ? type : "LISTALL" };
});

/** The area, in the word that the WSDL lists for it. */
export const getReportArea = getter(({ area }, call) => ({ eReportArea: reportAreaWord(area, listedAreas(call)) }));

/** The words for areas in the operation's message; none if areas are plain text there. */
function listedAreas({ contract, operation }: Call): readonly string[] {
  const { request, response } = lookUp(contract.operations, operation) ?? {};
  const fields = [...(request?.fields ?? []), ...(response?.fields ?? [])];
  const type = fields.find(({ name }) => name === "eReportArea")?.type ?? "";
  return lookUp(contract.enums, type) ?? [];
}

/** First and last day, `M/D/YYYY` or as setDateFormat says, each as a whole. */
export const setReportDate = setter(({ parameters }, { dateFormat }) => {
  const begin = readDay(textParameter(parameters, "sBeginDate"), dateFormat);
  const lastDay = readDay(textParameter(parameters, "sEndDate"), dateFormat);
  return period(begin, lastDay === undefined ? undefined : endOfDay(lastDay));
});

/**
 * Begin and end as moments. They replace the daily window as well, which is reset to the whole day (guide:
 * setReportDate_v2).
 */
export const setReportDateV2 = setter(({ parameters }, { timezone }) => {
  const begin = readMoment(textParameter(parameters, "dBeginDate"), timezone);
  return { ...period(begin, readMoment(textParameter(parameters, "dEndDate"), timezone)), ...WHOLE_DAY };
});

export const getReportDate = getter((settings, { now }) => {
  const { begin, end } = periodOf(settings, now());
  const { dateFormat } = settings;
  return { sBeginDate: dayText(begin, dateFormat), sEndDate: dayText(end, dateFormat) };
});

export const getReportDateV2 = getter((settings, { now }) => {
  const { begin, end } = periodOf(settings, now());
  return { dBeginDate: dateTimeText(begin), dEndDate: dateTimeText(end) };
});

/** The window of each day. An invalid time, or an end before the begin, is an `Error` (inferred). */
export const setReportTime = setter(({ parameters }) => {
  const beginTime = readTime(textParameter(parameters, "sBeginTime"));
  const endTime = readTime(textParameter(parameters, "sEndTime"));
  if (beginTime === undefined || endTime === undefined || endTime < beginTime) throw new Refusal("Error");
  return { beginTime, endTime };
});

export const getReportTime = getter(({ beginTime, endTime }) => ({ sBeginTime: beginTime, sEndTime: endTime }));

/** The zone, in whole minutes from UTC, west negative. Anything else is an `Error` (inferred). */
export const setTimeZone = setter(({ parameters }) => {
  const timezone = readTimezone(textParameter(parameters, "sTimezone"));
  if (timezone === undefined) throw new Refusal("Error");
  return { timezone };
});

export const getTimeZone = getter(({ timezone }) => ({ sTimezone: String(timezone) }));

/** The text after each cell of a text report. An empty one, or more than 64 characters, is an `Error` (inferred). */
export const setDelimiter = setter(({ parameters }) => {
  const delimiter = textParameter(parameters, "sDelimiter");
  if (delimiter === "" || delimiter.length > DELIMITER_LENGTH) throw new Refusal("Error");
  return { delimiter };
});

export const getDelimiter = getter(({ delimiter }) => ({ sDelimiter: delimiter }));

export const setOutput = setter(({ parameters }) => {
  const output = textParameter(parameters, "eOutput");
  if (output !== "TEXT" && output !== "XML") throw new Refusal("Error");
  return { output };
});

export const getOutput = getter(({ output }) => ({ eOutput: output }));

/**
 * Chooses a list or totals. `NotSupported` for totals of an area that has none (guide: setReportType). Which areas have
 * them and what they look like is not known: here only performance, whose report consists of totals in either type.
 */
export const setReportType = setter(({ parameters }, { area }) => {
  const type = memberOf(REPORT_TYPES, textParameter(parameters, "sReportType"));
  if (type === undefined) throw new Refusal("Error");
  if (!hasType(area, type)) throw new Refusal("NotSupported");
  return { type };
});

export const getReportType = getter(({ type }) => ({ sReportType: type }));

/**
 * Sets the order in which setReportDate reads a day and getReportDate writes it. An unknown order is an `Error`. The
 * moments of setReportDate_v2 and the times in reports keep theirs (both inferred).
 */
export const setDateFormat = setter(({ parameters }) => {
  const dateFormat = memberOf(DATE_FORMATS, textParameter(parameters, "sDateFormat"));
  if (dateFormat === undefined) throw new Refusal("Error");
  return { dateFormat };
});

export const getDateFormat = getter(({ dateFormat }) => ({ sDateFormat: dateFormat }));

/** A behaviour that changes what `read` returns. */
function setter(
  read: (call: UserCall, settings: ReportSettings) => Partial<ReportSettings>,
): (call: UserCall) => OperationResult {
  return (call) => {
    const settings = settingsOf(call);
    Object.assign(settings, read(call, settings));
    return { code: "OK", changed: call.user.email };
  };
}

function getter(
  out: (settings: ReportSettings, call: UserCall) => Readonly<Record<string, string>>,
): (call: UserCall) => OperationResult {
  return (call) => ({ code: "OK", out: out(settingsOf(call), call) });
}

function hasType(area: string, type: ReportType): boolean {
  return type === "LISTALL" || area === "PERFORMANCE";
}

function memberOf<T extends string>(members: readonly T[], text: string): T | undefined {
  return members.find((member) => member === text.trim().toUpperCase());
}

function period(begin: number | undefined, end: number | undefined): Partial<ReportSettings> {
  if (begin === undefined || end === undefined) throw new Refusal("InvalidFormat");
  if (end < begin) throw new Refusal("InvalidDateRange");
  return { begin, end };
}
