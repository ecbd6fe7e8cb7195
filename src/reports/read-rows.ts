import { columnsOf, type ReportOutput } from "./areas.js";
import { type CellValue, readCell } from "./cell-value.js";
import type { ReportPiece } from "./report-piece.js";
import type { ReportText } from "./report-request.js";
import type { ReportProblem, ReportRow } from "./report-row.js";
import { ReportTime } from "./report-time.js";
import { type FirstCellTest, splitText } from "./split-text.js";
import { splitXml } from "./split-xml.js";
import type { ReportWindow } from "./windows.js";

/** A report as it was fetched. */
export interface FetchedReport {
  readonly text: ReportText;
  readonly output: ReportOutput;
  /** Of a text report. */
  readonly delimiter: string;
}

// A session is in the report of the second at which it began. More than that off means another zone or date format.
const TOLERANCE = 60_000;
// A report of the wrong date format would have a problem in each row.
const MOST_PROBLEMS = 100;

/**
 * Reads the rows of a report, one at a time.
 *
 * @param report is told what was not as expected.
 */
export function* readRows(
  area: string,
  fetched: FetchedReport,
  window: ReportWindow,
  report: (problem: ReportProblem) => void,
): Iterable<ReportRow> {
  const reader = new RowReader(area, window, report);
  for (const piece of piecesOf(area, fetched)) {
    if (piece.kind === "headings") reader.head(piece.cells);
    else if (piece.kind === "row") yield { cells: reader.cells(piece.cells) };
    else {
      reader.problem("unsplit", `a part of ${piece.text.length} characters is given as it came: ${piece.reason}`);
      yield { unsplit: piece.text };
    }
  }
}

function piecesOf(area: string, { text, output, delimiter }: FetchedReport): Iterable<ReportPiece> {
  return output === "XML" ? splitXml(text) : splitText(text, delimiter, firstCellOf(area));
}

/** Of areas whose first column is known. Lenient: it only decides between two readings. */
function firstCellOf(area: string): FirstCellTest | undefined {
  const [kind] = columnsOf(area).values();
  if (kind === "time") return (cell) => /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4} \d/.test(cell);
  return kind === "id" && area !== "PERFORMANCE" ? (cell) => /^-?\d{1,15}$/.test(cell) : undefined;
}

interface Column {
  readonly heading: string;
  readonly read: (cell: string) => CellValue;
}

class RowReader {
  readonly #area: string;
  readonly #window: ReportWindow;
  readonly #report: (problem: ReportProblem) => void;
  #columns: readonly Column[] = [];
  #problems = 0;

  constructor(area: string, window: ReportWindow, report: (problem: ReportProblem) => void) {
    this.#area = area;
    this.#window = window;
    this.#report = report;
  }

  head(headings: readonly string[]): void {
    const kinds = columnsOf(this.#area);
    const times = new Map<string, number>();
    this.#columns = headings.map((heading) => {
      const count = (times.get(heading) ?? 0) + 1;
      times.set(heading, count);
      // Only the first: another one of that name is a custom field, whose label the account has chosen.
      const kind = count === 1 ? kinds.get(heading) : undefined;
      const read = (cell: string): CellValue => {
        if (kind === undefined) return cell === "" ? null : cell;
        const value = readCell(kind, cell, this.#window.offset);
        if (value === undefined) this.problem("unread", `a cell under "${heading.slice(0, 100)}" is no ${kind}`);
        else if (heading === "Start Time") this.#check(value);
        return value ?? (value === null ? null : cell);
      };
      return { heading: count === 1 ? heading : `${heading} (${count})`, read };
    });
  }

  cells(cells: readonly string[]): Readonly<Record<string, CellValue>> {
    // A heading could be called __proto__: fromEntries defines it like any other.
    return Object.fromEntries(this.#columns.map(({ heading, read }, index) => [heading, read(cells[index] ?? "")]));
  }

  problem(kind: ReportProblem["kind"], message: string): void {
    this.#problems += 1;
    if (this.#problems <= MOST_PROBLEMS) this.#report({ kind, message });
  }

  #check(value: CellValue): void {
    if (!(value instanceof ReportTime)) return;
    const { from, to } = this.#window;
    const instant = value.instant.getTime();
    if (instant >= from - TOLERANCE && instant < to + TOLERANCE) return;
    this.problem("outside", `a row began at ${value}, outside the period of its report: zone or date format differ`);
  }
}
