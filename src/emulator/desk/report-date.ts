// The first day that SQL Server's datetime holds; a date that was not sent is the year 1 in .NET (inferred).
const FIRST_YEAR = 1753;

const DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
const TIME = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/;

/**
 * The orders of day and month that setDateFormat takes. A client sends `DDMMYY`; the name of the default order is made
 * after it (inferred), and no other is known.
 */
export const DATE_FORMATS = ["MMDDYY", "DDMMYY"] as const;

export type DateFormat = (typeof DATE_FORMATS)[number];

/**
 * The beginning of a day written `M/D/YYYY`, or `D/M/YYYY`, leading zeros allowed (guide: setReportDate): milliseconds
 * as if it were UTC. Undefined for anything that is not a day.
 */
export function readDay(text: string, format: DateFormat = "MMDDYY"): number | undefined {
  const [, first, second, year] = DAY.exec(text.trim()) ?? [];
  const [month, day] = format === "MMDDYY" ? [first, second] : [second, first];
  return dayAt(Number(year), Number(month), Number(day));
}

/**
 * A moment as setReportDate_v2 takes it, an xsd:dateTime. One with a zone is put into the wall clock of `timezone`
 * (minutes from UTC), one without is that wall clock's already (inferred). Milliseconds as if it were UTC; undefined
 * for anything else.
 */
export function readMoment(text: string, timezone: number): number | undefined {
  const [, year, month, day, time = "", zone] = DATE_TIME.exec(text.trim()) ?? [];
  const moment = momentAt(dayAt(Number(year), Number(month), Number(day)), time);
  if (moment === undefined || zone === undefined) return moment;
  return moment + (timezone - offsetOf(zone)) * 60_000;
}

/** A time of day, `H:MM` or `H:MM:SS`, as `HH:MM:SS`; undefined for anything else. */
export function readTime(text: string): string | undefined {
  const [, hours, minutes, seconds = "00"] = TIME.exec(text.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return `${hours.padStart(2, "0")}:${minutes}:${seconds}`;
}

/** Minutes from UTC, west negative: UTC-12 to UTC+14, the zones that exist. Undefined for anything else. */
export function readTimezone(text: string): number | undefined {
  if (!/^\s*[+-]?\d{1,4}\s*$/.test(text)) return undefined;
  const minutes = Number(text) + 0; // "-0" is 0
  return minutes >= -12 * 60 && minutes <= 14 * 60 ? minutes : undefined;
}

/** An xsd:dateTime without zone. */
export function dateTimeText(moment: number): string {
  return new Date(moment).toISOString().slice(0, 19);
}

function dayAt(year: number, month: number, day: number): number | undefined {
  const moment = Date.UTC(year, month - 1, day);
  const date = new Date(moment);
  // Date turns 31 February into a day in March.
  if (Number.isNaN(moment) || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return year < FIRST_YEAR || date.getUTCFullYear() !== year ? undefined : moment;
}

function momentAt(day: number | undefined, clock: string): number | undefined {
  const time = clock === "24:00:00" ? clock : readTime(clock);
  if (day === undefined || time === undefined) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return day + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

function offsetOf(zone: string): number {
  if (zone === "Z") return 0;
  const [hours = 0, minutes = 0] = zone.slice(1).split(":").map(Number);
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
