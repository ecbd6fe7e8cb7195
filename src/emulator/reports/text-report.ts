import type { ReportTable } from "./report-table.js";

/**
 * The report as text: a row of headings, then the rows. The delimiter stands after every cell, the last included, and is
 * not escaped inside a value, nor is a line break: a note can shift columns here as it does in the service (facts,
 * section 4).
 */
export function writeTextReport({ headings, rows }: ReportTable, delimiter: string): string {
  const lines = [lineOf(headings, delimiter)];
  for (const row of rows) lines.push(lineOf(row, delimiter));
  return lines.join("");
}

function lineOf(cells: readonly string[], delimiter: string): string {
  return `${cells.join(delimiter)}${delimiter}\n`;
}
