import { type Command, Option } from "commander";
import { output } from "./output.js";
import { type TableRow, tableLines, textOf } from "./table.js";

/** How a list is to be printed. */
export interface ListFlags {
  readonly json?: true;
  readonly csv?: true;
}

export function withListOptions(command: Command): Command {
  return command
    .addOption(new Option("--json", "print one JSON object a line").conflicts("csv"))
    .addOption(new Option("--csv", "print comma-separated values with a head"));
}

/**
 * Prints a list as a table, as JSON or as CSV.
 *
 * @param columns of the table; JSON has all members of a row.
 * @param csvColumns of CSV, where it has more.
 */
export async function printList(
  columns: readonly string[],
  rows: readonly TableRow[],
  flags: ListFlags,
  csvColumns: readonly string[] = columns,
): Promise<void> {
  if (flags.json) {
    for (const row of rows) if (!(await output.json(row))) return;
    return;
  }
  const lines = flags.csv ? await csvLines(csvColumns, rows) : tableLines(columns, rows);
  for (const line of lines) if (!(await output.line(line))) return;
}

// A cell that a spreadsheet would run as a formula is escaped: names and comments are anybody's text.
async function csvLines(columns: readonly string[], rows: readonly TableRow[]): Promise<readonly string[]> {
  const { stringify } = await import("csv-stringify/sync");
  const records = [columns, ...rows.map((row) => columns.map((column) => textOf(row[column])))];
  return records.map((record) => stringify([[...record]], { eof: false, escape_formulas: true }));
}
