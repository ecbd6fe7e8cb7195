import { printableJson } from "../../soap/text/printable.js";
import type { ContractDiff } from "./finding.js";
import type { ReportTitles } from "./report.js";

/**
 * Renders a comparison as one JSON object:
 *
 * - `format`: 1; incremented when a member is removed or changes its meaning;
 * - `old`, `new`: the titles of the two sides;
 * - `verdict`, `semver`, `findings` and, if there are any, `leftOut`: as in {@link ContractDiff}.
 *
 * Control and invisible characters are escaped: the text is safe to print.
 */
export function renderJson(diff: ContractDiff, titles: ReportTitles): string {
  return `${printableJson({ format: 1, old: titles.old, new: titles.new, ...diff }, 2)}\n`;
}
