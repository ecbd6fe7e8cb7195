import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { hasTotals, type ReportArea, type ReportOutput } from "./areas.js";
import { readCursor } from "./cursor.js";
import type { ReportProblem } from "./report-row.js";
import type { ReportWindow } from "./windows.js";
import { windowsOf } from "./windows.js";
import { Zone } from "./zone.js";

/** What kind of node a report is of: a member of the WSDL's `NODEREF_V2`. */
export type ReportNodeRef = "NODE" | "CHANNEL" | "EXTERNALROOT" | "EXTERNALTECH" | "EXTERNALGROUP";

/** What is being done for a report. */
export type ReportProgress =
  /** The service answers one report a minute: this one waits. */
  | { readonly phase: "paced"; readonly milliseconds: number; readonly done: number; readonly total: number }
  | {
      readonly phase: "fetching";
      readonly from: Date;
      readonly to: Date;
      readonly done: number;
      readonly total: number;
    }
  /** All rows of a window have been given. */
  | {
      readonly phase: "read";
      readonly rows: number;
      readonly done: number;
      readonly total: number;
      /** Where to go on; undefined until a window was whole. */
      readonly cursor: string | undefined;
    };

/** Which report. */
export interface ReportQuery<Area extends string = string> {
  /** A word of the service, such as `SESSION`. Known ones have typed rows. */
  readonly area: Area | ReportArea;
  /** The id of a node or channel. */
  readonly node: number;
  /** @default "NODE" */
  readonly ref?: ReportNodeRef | undefined;
  /** The first moment: a Date, ISO 8601 with a zone, or a day or time of `zone`, such as `2026-03-01`. */
  readonly from: string | Date;
  /**
   * The end, not included.
   *
   * @default now
   */
  readonly to?: string | Date | undefined;
  /**
   * A zone of the IANA database: of days and times here, and of the times in the report.
   *
   * @default "UTC"
   */
  readonly zone?: string | undefined;
  /**
   * Days in one report. Each further report takes a minute. A report of totals (`PERFORMANCE`) is not split.
   *
   * @default 7
   */
  readonly days?: number | undefined;
  /**
   * How the service writes the report.
   *
   * @default what is known to work for the area
   */
  readonly output?: ReportOutput | undefined;
  /** Goes on after the last whole window of an earlier run of the same report. */
  readonly cursor?: string | undefined;
  /** Milliseconds for each call, not counting the wait for the report's minute. */
  readonly timeout?: number | undefined;
  /** Ends the report at once, also a fetch that was sent. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Ends the report as soon as nothing is lost by it: waits at once, and a fetch that was sent when its rows have been
   * given. The report then ends with an `AbortedError`, unless it is complete.
   */
  readonly stop?: AbortSignal | undefined;
  /** Called as the report is fetched and read. */
  readonly onProgress?: ((progress: ReportProgress) => void) | undefined;
  /** Called for each part of the report that was not as expected. */
  readonly onProblem?: ((problem: ReportProblem) => void) | undefined;
}

const NODE_REFS: readonly string[] = ["NODE", "CHANNEL", "EXTERNALROOT", "EXTERNALTECH", "EXTERNALGROUP"];
const MEMBERS: readonly string[] =
  "area node ref from to zone days output cursor timeout signal stop onProgress onProblem".split(" ");
const DEFAULT_DAYS = 7;
const SECOND = 1000;
// Older than the service, and what its dates can say.
const [EARLIEST, LATEST] = [Date.UTC(2000), Date.UTC(9998)];
/** A century of days: more would be a slip of the year. */
const LONGEST = 36_600 * 86_400 * SECOND;

/** A query that was checked. */
export interface CheckedQuery {
  readonly area: string;
  readonly node: number;
  readonly ref: ReportNodeRef;
  readonly zone: string;
  /** Whole seconds, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly output: ReportOutput | undefined;
  readonly windows: readonly ReportWindow[];
  /** How many of the windows an earlier run has read. */
  readonly done: number;
  /** Up to where an earlier run has read. */
  readonly until: number;
  readonly cursor: string | undefined;
}

/**
 * @param more further members that the query may have.
 * @throws {InvalidArgumentError} naming what is wrong. Nothing has been sent.
 */
export function checkQuery(query: ReportQuery, now: number, more: readonly string[] = []): CheckedQuery {
  if (typeof query !== "object" || query === null) throw wrong("query", "expected an object with area, node and from");
  for (const name of Object.keys(query)) {
    if (!MEMBERS.includes(name) && !more.includes(name))
      throw wrong(name, `is not known here; expected ${MEMBERS.join(", ")}`);
  }
  const { area, node, ref = "NODE", zone: zoneName = "UTC", days = DEFAULT_DAYS, output, cursor } = query;
  if (typeof area !== "string" || !/^\w{1,100}$/.test(area)) throw wrong("area", "expected a word such as SESSION");
  if (!Number.isInteger(node) || Math.abs(node) > 2_147_483_647) throw wrong("node", "expected the id of a node");
  if (!NODE_REFS.includes(ref)) throw wrong("ref", `expected ${NODE_REFS.join(", ")}`);
  if (!Number.isInteger(days) || days < 1 || days > 366) throw wrong("days", "expected a whole number from 1 to 366");
  if (output !== undefined && output !== "TEXT" && output !== "XML") throw wrong("output", "expected TEXT or XML");
  for (const name of ["onProgress", "onProblem"] as const) {
    if (query[name] !== undefined && typeof query[name] !== "function") throw wrong(name, "expected a function");
  }
  const zone = new Zone(zoneName);
  const from = moment(zone, "from", query.from);
  const to = moment(zone, "to", query.to ?? new Date(now));
  if (to <= from) throw wrong("to", "expected a moment after `from`: the end is not included");
  if (to - from > LONGEST) throw wrong("to", "expected a moment at most a century after `from`");
  const subject = { area, node, ref, zone: zoneName, from };
  const until = cursor === undefined ? from : readCursor(cursor, subject);
  const perWindow = hasTotals(area) ? undefined : days;
  const before = [...windowsOf(zone, from, Math.min(until, to), perWindow)];
  const windows = [...before, ...windowsOf(zone, Math.max(from, until), to, perWindow)];
  return { ...subject, to, output, windows, done: before.length, until, cursor };
}

function moment(zone: Zone, name: string, value: unknown): number {
  const instant = zone.read(value);
  if (instant === undefined) {
    throw wrong(name, "expected a Date, a day such as 2026-03-01, a time such as 2026-03-01T08:30, or one with a zone");
  }
  if (instant < EARLIEST || instant > LATEST) throw wrong(name, "expected a moment from the years 2000 to 9997");
  return Math.floor(instant / SECOND) * SECOND;
}

function wrong(path: string, problem: string): InvalidArgumentError {
  return new InvalidArgumentError(path, `${path}: ${problem}`);
}
