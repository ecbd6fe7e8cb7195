import type { CellKind } from "./areas.js";
import { ReportTime } from "./report-time.js";

/** What a cell holds: null where it is empty, the text as it came where it is not of the column's kind. */
export type CellValue = string | number | ReportTime | null;

const TIME = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d\d)(?::(\d\d))?(?: (AM|PM))?$/i;
const DURATION = /^(\d{1,7}):([0-5]\d):([0-5]\d)$/;
const WHOLE = /^-?\d{1,15}$/;

/**
 * Reads a cell.
 *
 * @param offset minutes from UTC that the report was asked for in.
 * @returns undefined where a cell that is not empty is not of its kind.
 */
export function readCell(kind: CellKind, cell: string, offset: number): CellValue | undefined {
  const text = cell.trim();
  if (text === "") return null;
  if (kind === "time") return readTime(text, offset);
  if (kind === "duration") return readDuration(text);
  return WHOLE.test(text) ? Number(text) : undefined;
}

/** M/D/YYYY with a time of day in either form; the order of day and month is the service's default. */
function readTime(text: string, offset: number): ReportTime | undefined {
  const [, month, day, year, hours, minutes, seconds = "0", half] = TIME.exec(text) ?? [];
  const hour = hourOf(Number(hours), half?.toUpperCase());
  if (hour === undefined || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(midnight);
  // Date.UTC turns 31 February into a day in March, and the years before 100 into later ones.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  if (date.getUTCFullYear() !== Number(year)) return undefined;
  const wall = midnight + ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return new ReportTime(text, new Date(wall - offset * 60_000), offset);
}

function hourOf(hours: number, half: string | undefined): number | undefined {
  if (half === undefined) return hours <= 23 ? hours : undefined;
  if (!(hours >= 1 && hours <= 12)) return undefined;
  return (hours % 12) + (half === "PM" ? 12 : 0);
}

/** Seconds; hours beyond 24 included. */
function readDuration(text: string): number | undefined {
  const [, hours, minutes, seconds] = DURATION.exec(text) ?? [];
  if (hours !== undefined) return (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return WHOLE.test(text) ? Number(text) : undefined;
}
