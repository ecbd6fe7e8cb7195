import { escapeXml } from "../../soap/text/xml-text.js";
import type { ReportTable } from "./report-table.js";

/**
 * The report as XML: `header` and `data/row` hold a `field` for each column, tied together by its `id` (published
 * clients). The name of the root and the ids, which count from 1, are inferred.
 */
export function writeXmlReport({ headings, rows }: ReportTable): string {
  const parts = ["<report><header>", fieldsOf(headings), "</header><data>"];
  for (const row of rows) parts.push("<row>", fieldsOf(row), "</row>");
  parts.push("</data></report>");
  return parts.join("");
}

// An empty element in .NET's short form: half of a session's columns are empty, and the text is escaped once more.
function fieldsOf(cells: readonly string[]): string {
  return cells
    .map((cell, index) => {
      const id = index + 1;
      return cell === "" ? `<field id="${id}" />` : `<field id="${id}">${escapeXml(cell)}</field>`;
    })
    .join("");
}
