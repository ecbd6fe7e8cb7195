import type { CellKind, COLUMNS, ReportArea } from "./areas.js";
import type { CellValue } from "./cell-value.js";
import type { ReportTime } from "./report-time.js";

interface ValueOf {
  readonly time: ReportTime;
  readonly duration: number;
  readonly id: number;
  readonly count: number;
}

type TypedCells<Columns> = {
  readonly [Heading in keyof Columns]?: Columns[Heading] extends CellKind
    ? ValueOf[Columns[Heading]] | string | null
    : never;
};

/**
 * The cells of a row by their headings, as they came. In a known area, times, durations (in seconds), ids and counts are
 * values; a cell that is none of its kind is the text as it came, an empty one null. A heading that occurs again gets
 * ` (2)`.
 */
export type ReportCells<Area extends string = string> = (Area extends ReportArea
  ? TypedCells<(typeof COLUMNS)[Area]>
  : unknown) & { readonly [heading: string]: CellValue | undefined };

/** A row of a report. */
export interface SplitRow<Area extends string = string> {
  readonly cells: ReportCells<Area>;
  readonly unsplit?: never;
}

/** A part of a text report that cannot be split into cells for sure: as it came, possibly more than one row. */
export interface UnsplitRow {
  readonly cells?: never;
  readonly unsplit: string;
}

/** A row of a report: its columns, or the text that could not be split into columns. */
export type ReportRow<Area extends string = string> = SplitRow<Area> | UnsplitRow;

/** Something in a report that was not as expected. It has been given as it came. */
export interface ReportProblem {
  /**
   * `unsplit`: a part that cannot be split for sure. `unread`: a cell that is not of its column's kind. `outside`: a row
   * that began outside the period that was asked for, so that zone or date format are not as assumed. `output`: the
   * preferred output was refused, and the other one used.
   */
  readonly kind: "unsplit" | "unread" | "outside" | "output";
  readonly message: string;
}
