import { styleText } from "node:util";
import { printable } from "../../soap/text/printable.js";
import type { ContractDiff, Finding, Verdict } from "./finding.js";
import { change, conclusion, headline, type ReportTitles, reportSections, touched } from "./report.js";

/** How a comparison is rendered as text. */
export interface TextReportOptions {
  /** Whether to use colours (ANSI escapes). Pass false where the output is not a terminal, or `NO_COLOR` is set. */
  readonly colour: boolean;
}

/** Renders a comparison as plain text: findings by verdict and operation, each with its reason, then the verdict. */
export function renderText(diff: ContractDiff, titles: ReportTitles, { colour }: TextReportOptions): string {
  const paint = (format: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const lines = [paint("dim", `old: ${printable(titles.old)}`), paint("dim", `new: ${printable(titles.new)}`), ""];
  for (const { verdict, count, groups } of reportSections(diff)) {
    lines.push(paint(["bold", COLOURS[verdict]], `${verdict.toUpperCase()} (${count})`));
    for (const { name, findings } of groups) {
      lines.push(`  ${paint("bold", name === "" ? "the service" : printable(name))}`);
      for (const finding of findings) lines.push(...findingLines(finding, (text) => paint("dim", text)));
    }
    lines.push("");
  }
  const leftOut = Object.entries(diff.leftOut ?? {});
  if (leftOut.length > 0) {
    lines.push(paint("bold", `LEFT OUT (${leftOut.length}), as they are not supported`));
    for (const [name, { place, reason }] of leftOut) {
      lines.push(`  ${paint("bold", printable(name))}`, `      ${printable(`${place}: ${reason}`)}`);
    }
    lines.push("");
  }
  const colourOfAll = diff.verdict === "same" ? "green" : COLOURS[diff.verdict];
  lines.push(`Verdict: ${paint(["bold", colourOfAll], conclusion(diff))}`, "");
  return lines.join("\n");
}

const COLOURS = {
  cosmetic: "gray",
  additive: "green",
  risky: "yellow",
  breaking: "red",
} as const satisfies Readonly<Record<Verdict, string>>;

function findingLines(finding: Finding, dim: (text: string) => string): readonly string[] {
  const rest = finding.subject.slice(1).map(printable).join(".");
  const touches = touched(finding);
  const { before, after } = change(finding);
  return [
    `    ${headline(finding)}${rest === "" ? "" : `: ${rest}`}${touches === undefined ? "" : dim(` [${touches}]`)}`,
    ...(before === undefined ? [] : [`      - ${printable(before)}`]),
    ...(after === undefined ? [] : [`      + ${printable(after)}`]),
    `      ${finding.reason}`,
    dim(`      ${printable(finding.id)}`),
  ];
}
