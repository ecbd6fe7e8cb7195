import { visible } from "../soap/text/printable.js";

/** A row of results: the same columns in each row of a list, in the order in which they are shown. */
export type TableRow = Readonly<Record<string, string | number | boolean | undefined>>;

/** The most characters that a cell of a table shows; `--json` and `--csv` show all. */
const WIDEST = 40;

/** Lines of a table with a head, each column as wide as its widest cell. Foreign text is made visible first. */
export function tableLines(columns: readonly string[], rows: readonly TableRow[]): readonly string[] {
  const cells = rows.map((row) => columns.map((column) => shortened(textOf(row[column]))));
  const widths = columns.map((column, index) =>
    cells.reduce((widest, row) => Math.max(widest, (row[index] ?? "").length), column.length),
  );
  return [columns, ...cells].map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** A value as text; empty where there is none. */
export function textOf(value: TableRow[string]): string {
  return value === undefined ? "" : String(value);
}

function shortened(text: string): string {
  // A character may be two units of a string, and become several when it is made visible.
  const characters = [...visible(text.slice(0, 2 * WIDEST + 1))];
  return characters.length > WIDEST ? `${characters.slice(0, WIDEST - 1).join("")}…` : characters.join("");
}
