import { stringify } from "csv-stringify/sync";
import { RescueError } from "../errors/rescue-error.js";
import { printableJson } from "../soap/text/printable.js";
import type { ReportRow } from "./report-row.js";

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

  constructor(options: RowWriterOptions, { rows, columns }: WriterState = { rows: 0 }) {
    this.#options = options;
    this.#rows = rows;
    this.#columns = columns;
  }

  get state(): WriterState {
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

  /** What ends the file. */
  end(): string {
    if (this.#options.format !== "json") return "";
    return this.#rows === 0 ? "[]\n" : "\n]\n";
  }

  #csv(rows: readonly ReportRow[]): string {
    const first = rows.find(({ cells }) => cells !== undefined)?.cells;
    const columns = this.#columns ?? Object.keys(first ?? refuse("cannot be split into rows"));
    const header = this.#columns ? [] : [[...columns, UNSPLIT_COLUMN]];
    const records = rows.map(({ cells, unsplit = "" }) => {
      if (cells && Object.keys(cells).some((heading) => !columns.includes(heading))) {
        refuse("has other headings than the part before it");
      }
      return [...columns.map((column) => String(cells?.[column] ?? "")), unsplit];
    });
    this.#columns = columns;
    this.#rows += rows.length;
    return stringify([...header, ...records], { escape_formulas: this.#options.escapeFormulas ?? false });
  }
}

function refuse(problem: string): never {
  const message = `the report ${problem}, and a CSV file has one line of headings: choose NDJSON or JSON`;
  throw new RescueError(message, { code: "REPORT_HEADINGS", outcome: "answered" });
}
