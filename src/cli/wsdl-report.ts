import { type ComparableWsdl, compareComparable } from "../wsdl/compare/compare-wsdls.js";
import { renderJson } from "../wsdl/compare/render-json.js";
import { renderMarkdown } from "../wsdl/compare/render-markdown.js";
import { renderText } from "../wsdl/compare/render-text.js";
import type { ReportTitles } from "../wsdl/compare/report.js";
import { takesColour } from "./colour.js";
import { WSDL_EXIT } from "./exit-codes.js";
import { output } from "./output.js";
import type { ReportFlags } from "./report-options.js";

/** Prints what the new WSDL changes, and sets the exit code of the verdict. */
export async function report(
  old: ComparableWsdl,
  now: ComparableWsdl,
  titles: ReportTitles,
  flags: ReportFlags,
): Promise<void> {
  const diff = compareComparable(old, now);
  await output.document(
    flags.json
      ? renderJson(diff, titles)
      : flags.markdown
        ? renderMarkdown(diff, titles)
        : renderText(diff, titles, { colour: takesColour(process.stdout, process.env) }),
  );
  process.exitCode = WSDL_EXIT[diff.verdict];
}
