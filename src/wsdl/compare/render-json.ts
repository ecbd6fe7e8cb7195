import { printableJson } from "../../soap/text/printable.js";
import type { ContractDiff } from "./finding.js";
import type { ReportTitles } from "./report.js";

/**
 * A comparison as JSON, one object:
 *
 * - `format`: 1; another number when a member changes its meaning or goes;
 * - `old`, `new`: what was compared, as named on the command line;
 * - `verdict`, `semver`, `findings`, and `leftOut` where there is any: as in {@link ContractDiff}.
 *
 * Controls and invisible characters are escaped, so that it is safe to print.
 */
export function renderJson(diff: ContractDiff, titles: ReportTitles): string {
  return `${printableJson({ format: 1, old: titles.old, new: titles.new, ...diff }, 2)}\n`;
}
