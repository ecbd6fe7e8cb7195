import { COLUMN_LIMIT, type ReportPiece } from "./report-piece.js";
import type { ReportText } from "./report-request.js";
import { piecesOf } from "./text-pieces.js";
import { type TextSegment, TextSegments } from "./text-segments.js";

/** Whether a cell can be the first of a row. Absent where nothing is known of the first column. */
export type FirstCellTest = (cell: string) => boolean;

/**
 * Splits a text report by its columns. The service ends each cell with the delimiter, the last included, and each row
 * with a line break; it escapes neither in a cell. A line break inside a cell is content, and so is one at its
 * beginning, where the number of columns says so. What the columns leave open is given as it came.
 *
 * As public clients found reports: the headings come again where the rows of another group begin; the last cell of a row
 * is missing, or an empty one follows it; a report without rows has other headings; a quotation mark is `#quot;`.
 *
 * @param mayBegin decides where the columns leave two possibilities.
 */
export function* splitText(text: ReportText, delimiter: string, mayBegin?: FirstCellTest): Iterable<ReportPiece> {
  const segments = new TextSegments(piecesOf(text), delimiter);
  const [header] = segments.take(1);
  if (!header) return;
  if (!header.isClosed || header.cells.some((cell) => cell.includes("\n"))) {
    const isWithout = !header.isClosed && header.cells.length === 1;
    const reason = isWithout
      ? "the report does not hold the delimiter that was set"
      : "the line of headings does not end with the delimiter";
    yield { kind: "unsplit", text: segments.textOf([header]) + segments.rest(), reason };
    return;
  }
  if (header.cells.length > COLUMN_LIMIT) {
    yield { kind: "unsplit", text: segments.textOf([header]) + segments.rest(), reason: "it has too many columns" };
    return;
  }
  yield { kind: "headings", cells: header.cells.map(withQuotes) };
  const rows = new TextRows(segments, header.cells, mayBegin);
  for (let piece = rows.next(); piece; piece = rows.next()) if (piece !== "headings") yield piece;
}

/** The rows after the first headings. */
class TextRows {
  readonly #segments: TextSegments;
  readonly #headings: readonly string[];
  readonly #columns: number;
  readonly #mayBegin: FirstCellTest | undefined;

  constructor(segments: TextSegments, headings: readonly string[], mayBegin: FirstCellTest | undefined) {
    this.#segments = segments;
    this.#headings = headings;
    this.#columns = headings.length;
    this.#mayBegin = mayBegin && ((cell) => cell === headings[0] || mayBegin(cell));
  }

  next(): ReportPiece | "headings" | undefined {
    const first = this.#segments.peek();
    if (!first) return undefined;
    if (this.#repeatsHeadings(first)) {
      this.#segments.take(1);
      return "headings";
    }
    const lengths = this.#lengthsAt(0);
    const fitting = lengths.length > 1 ? lengths.filter((length) => this.#isEnd(length)) : lengths;
    const [length] = fitting;
    if (fitting.length !== 1 || length === undefined) return this.#unsplit();
    return { kind: "row", cells: this.#cellsOf(this.#segments.take(length)) };
  }

  /** Also without the last, as reports without rows have them. */
  #repeatsHeadings({ cells, isClosed }: TextSegment): boolean {
    const isLong = cells.length === this.#columns || (cells.length === this.#columns - 1 && this.#columns > 2);
    return isClosed && isLong && cells.every((cell, index) => cell === this.#headings[index]);
  }

  /** Of how many segments the row can consist that begins `distance` segments from here. */
  #lengthsAt(distance: number): readonly number[] {
    const lengths: number[] = [];
    for (let [length, cells] = [1, 0]; cells < this.#columns; length += 1) {
      const segment = this.#segments.peek(distance + length - 1);
      if (!segment?.isClosed) break;
      cells += segment.cells.length;
      const hasOneMore = length === 1 && cells === this.#columns + 1 && segment.cells.at(-1) === "";
      if (cells === this.#columns || (cells === this.#columns - 1 && cells > 0) || hasOneMore) lengths.push(length);
    }
    return lengths;
  }

  /** Whether a row can end after that many segments: another can begin there. */
  #isEnd(length: number): boolean {
    const next = this.#segments.peek(length);
    if (!next || this.#repeatsHeadings(next)) return true;
    return this.#lengthsAt(length).length > 0 && (this.#mayBegin?.(next.cells[0] ?? "") ?? true);
  }

  #cellsOf(segments: readonly TextSegment[]): readonly string[] {
    const cells = segments.flatMap((segment, place) =>
      // The line break before a segment that is not the first belongs to its first cell.
      segment.cells.map((cell, index) => withQuotes(index === 0 && place > 0 ? segment.lineBreak + cell : cell)),
    );
    return cells.slice(0, this.#columns);
  }

  /** What stands before the next segment that is a whole row by itself. */
  #unsplit(): ReportPiece {
    const taken = [...this.#segments.take(1)];
    for (let next = this.#segments.peek(); next && !this.#isWhole(next); next = this.#segments.peek()) {
      taken.push(...this.#segments.take(1));
    }
    const text = this.#segments.textOf(taken);
    return { kind: "unsplit", text, reason: `the cells do not add up to rows of ${this.#columns} columns` };
  }

  #isWhole(segment: TextSegment): boolean {
    if (this.#repeatsHeadings(segment)) return true;
    return segment.cells.length === this.#columns && (this.#mayBegin?.(segment.cells[0] ?? "") ?? true);
  }
}

function withQuotes(cell: string): string {
  return cell.replaceAll("#quot;", '"');
}
