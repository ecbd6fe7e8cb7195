import type { ReportTable } from "./report-table.js";

/**
 * The report as text: a row of headings, then the rows. The delimiter follows every cell, the last included, and is not
 * escaped inside a value, nor is a line break: a note can shift columns here as it does in the service (published
 * clients).
 *
 * As a published client found reports: the headings are repeated where the rows of another part begin; a report without
 * rows has other headings than one with rows (here, the last is absent: which ones differ is not known); a quotation
 * mark in a value was `#quot;` (that every one is, is inferred).
 *
 * @param parts tables with the same headings; those without rows are left out.
 */
export function writeTextReport(parts: Iterable<ReportTable>, delimiter: string): string {
  const lines: string[] = [];
  let emptyHeadings: readonly string[] = [];
  for (const { headings, rows } of parts) {
    let hasHeadings = false;
    for (const row of rows) {
      if (!hasHeadings) lines.push(lineOf(headings, delimiter));
      hasHeadings = true;
      lines.push(lineOf(row.map(withoutQuotes), delimiter));
    }
    emptyHeadings = headings.slice(0, -1);
  }
  return lines.length === 0 ? lineOf(emptyHeadings, delimiter) : lines.join("");
}

function lineOf(cells: readonly string[], delimiter: string): string {
  return `${cells.join(delimiter)}${delimiter}\n`;
}

function withoutQuotes(cell: string): string {
  return cell.replaceAll('"', "#quot;");
}
