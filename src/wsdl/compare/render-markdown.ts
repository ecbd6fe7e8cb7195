import { printable } from "../../soap/text/printable.js";
import type { ContractDiff, Finding } from "./finding.js";
import { change, conclusion, headline, type ReportTitles, reportSections, touched } from "./report.js";

/**
 * Renders a comparison as Markdown (CommonMark), for a changelog or a pull request. Untrusted text is put in code spans,
 * where it can neither be Markdown or HTML nor mention anyone or link anything.
 */
export function renderMarkdown(diff: ContractDiff, titles: ReportTitles): string {
  const lines = [`**${conclusion(diff)}**`, "", `From ${codeSpan(titles.old)} to ${codeSpan(titles.new)}.`, ""];
  for (const { verdict, groups } of reportSections(diff)) {
    lines.push(`#### ${verdict.charAt(0).toUpperCase()}${verdict.slice(1)}`, "");
    for (const { name, findings } of groups) {
      lines.push(`- ${name === "" ? "The service" : codeSpan(name)}`);
      for (const finding of findings) lines.push(...findingLines(finding));
    }
    lines.push("");
  }
  const leftOut = Object.entries(diff.leftOut ?? {});
  if (leftOut.length > 0) {
    lines.push("#### Left out, as they are not supported", "");
    for (const [name, { place, reason }] of leftOut)
      lines.push(`- ${codeSpan(name)}: ${codeSpan(`${place}: ${reason}`)}`);
    lines.push("");
  }
  return lines.join("\n");
}

function findingLines(finding: Finding): readonly string[] {
  const { subject, reason } = finding;
  const { before, after } = change(finding);
  const rest = subject.slice(1).map(codeSpan).join(".");
  const touches = touched(finding);
  const shown = [
    ...(before === undefined ? [] : [`was ${codeSpan(before)}`]),
    ...(after === undefined ? [] : [`is ${codeSpan(after)}`]),
  ].join(", ");
  const head = `${headline(finding)}${rest === "" ? "" : ` ${rest}`}${shown === "" ? "" : ` (${shown})`}`;
  return [`  - ${head}${touches === undefined ? "" : ` *[${touches}]*`}: ${reason}`];
}

// A fence longer than any run of backticks inside (CommonMark 0.31, section 6.1); blanks keep it from touching one.
function codeSpan(text: string): string {
  const shown = printable(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const isBare = shown !== "" && !/^[` ]|[` ]$/.test(shown);
  return isBare ? `${fence}${shown}${fence}` : `${fence} ${shown} ${fence}`;
}
