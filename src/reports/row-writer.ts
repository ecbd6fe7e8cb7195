import { stringify } from "csv-stringify/sync";
import { RescueError } from "../errors/rescue-error.js";
import { printableJson } from "../soap/text/printable.js";
import type { ReportRow } from "./report-row.js";

/** The form in which rows are written. */
export type ReportFormat = "csv" | "json" | "ndjson";

export const REPORT_FORMATS: readonly ReportFormat[] = ["csv", "json", "ndjson"];

/** The last column of a CSV file: parts of the report that could not be split, as they came. */
export const UNSPLIT_COLUMN = "unsplit";

export interface RowWriterOptions {
  readonly format: ReportFormat;
  /** Of a CSV file: writes `'` before a cell that a spreadsheet would calculate. */
  readonly escapeFormulas?: boolean | undefined;
}

/** How far a file has been written: what is needed to go on. */
export interface WriterState {
  readonly rows: number;
  /** The headings of a CSV file; absent until it has them. */
  readonly columns?: readonly string[] | undefined;
}

/** Turns rows into the text of a file, a number of rows at a time. */
export class RowWriter {
  readonly #options: RowWriterOptions;
  #rows: number;
  #columns: readonly string[] | undefined;
  /** Parts that came before the first row, from which a CSV file has its headings. */
  #waiting: ReportRow[] = [];

  constructor(options: RowWriterOptions, { rows, columns }: WriterState = { rows: 0 }) {
    this.#options = options;
    this.#rows = rows;
    this.#columns = columns;
  }

  /** @throws {RescueError} where there are rows, but a CSV file has no headings yet. */
  get state(): WriterState {
    if (this.#waiting.length > 0) refuse("cannot be split into rows");
    return { rows: this.#rows, columns: this.#columns };
  }

  /** @throws {RescueError} for a row of other columns than a CSV file has. */
  write(rows: readonly ReportRow[]): string {
    if (rows.length === 0) return "";
    const { format } = this.#options;
    if (format === "csv") return this.#csv(rows);
    const lines = rows.map((row) => printableJson(row.cells ?? row));
    const before = format === "ndjson" ? "" : this.#rows === 0 ? "[\n" : ",\n";
    this.#rows += rows.length;
    return format === "ndjson" ? lines.map((line) => `${line}\n`).join("") : before + lines.join(",\n");
  }

  /**
   * What ends the file.
   *
   * @throws {RescueError} where there were rows, but a CSV file has got no headings.
   */
  end(): string {
    if (this.#waiting.length > 0) refuse("cannot be split into rows");
    if (this.#options.format !== "json") return "";
    return this.#rows === 0 ? "[]\n" : "\n]\n";
  }

  #csv(more: readonly ReportRow[]): string {
    const columns = this.#columns ?? headingsOf(more);
    if (!columns) {
      for (const row of more) this.#waiting.push(row);
      return "";
    }
    const rows = [...this.#waiting, ...more];
    this.#waiting = [];
    const known = new Set(columns);
    const header = this.#columns ? [] : [[...columns, UNSPLIT_COLUMN]];
    const records = rows.map(({ cells = {}, unsplit = "" }) => {
      if (Object.keys(cells).some((heading) => !known.has(heading)))
        refuse("has other headings than the part before it");
      // Not what every object has, such as a constructor.
      const cell = (column: string) => (Object.hasOwn(cells, column) ? String(cells[column] ?? "") : "");
      return [...columns.map(cell), unsplit];
    });
    this.#columns = columns;
    this.#rows += rows.length;
    return stringify([...header, ...records], { escape_formulas: this.#options.escapeFormulas ?? false });
  }
}

function headingsOf(rows: readonly ReportRow[]): readonly string[] | undefined {
  const first = rows.find(({ cells }) => cells !== undefined)?.cells;
  return first && Object.keys(first);
}

function refuse(problem: string): never {
  const message = `the report ${problem}, and a CSV file has one line of headings: choose NDJSON or JSON`;
  throw new RescueError(message, { code: "REPORT_HEADINGS", outcome: "answered" });
}
