import type { ContractDiff, Finding, FindingKind, Verdict } from "./finding.js";
import { VERDICTS } from "./verdict.js";

/** The names of the two sides in a report. */
export interface ReportTitles {
  readonly old: string;
  readonly new: string;
}

/** Findings of one verdict, by operation or type: the first name of their subject; "" for the service as a whole. */
export interface ReportSection {
  readonly verdict: Verdict;
  readonly count: number;
  readonly groups: readonly { readonly name: string; readonly findings: readonly Finding[] }[];
}

/** The findings in reading order: by verdict, the worst first, then by operation or type. */
export function reportSections({ findings }: ContractDiff): readonly ReportSection[] {
  return VERDICTS.toReversed().flatMap((verdict) => {
    const own = findings.filter((finding) => finding.verdict === verdict);
    if (own.length === 0) return [];
    const groups = new Map<string, Finding[]>();
    for (const finding of own) {
      const name = finding.subject[0] ?? "";
      const group = groups.get(name);
      if (group) group.push(finding);
      else groups.set(name, [finding]);
    }
    return [{ verdict, count: own.length, groups: byName(groups) }];
  });
}

function byName(groups: ReadonlyMap<string, readonly Finding[]>): ReportSection["groups"] {
  const names = [...groups.keys()].sort();
  return names.map((name) => ({ name, findings: groups.get(name) ?? [] }));
}

/** The old and the new value, unless the subject already says it. */
export function change({ subject, before, after }: Finding): { readonly before?: string; readonly after?: string } {
  const isKnown = (text: string | undefined) => text === undefined || text === subject.at(-1);
  if (isKnown(before) && after === undefined) return {};
  if (isKnown(after) && before === undefined) return {};
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** The headline of a finding: "request parameter removed". */
export function headline({ kind, side }: Finding): string {
  const sided = kind.startsWith("parameter") || kind === "element-changed" ? `${side} ` : "";
  return `${sided}${WORDS[kind] ?? kind.replaceAll("-", " ")}`;
}

const WORDS: Partial<Readonly<Record<FindingKind, string>>> = {
  "operation-renamed": "operation renamed (guessed)",
  "parameter-renamed": "parameter renamed (guessed)",
  "member-renamed": "member renamed (guessed)",
  "type-renamed": "type renamed (guessed)",
  "parameter-min-occurs-changed": "parameter minOccurs changed",
  "parameter-max-occurs-changed": "parameter maxOccurs changed",
  "member-min-occurs-changed": "member minOccurs changed",
  "member-max-occurs-changed": "member maxOccurs changed",
  "soap-action-changed": "SOAPAction changed",
};

/** What a finding may break: "wire and types"; undefined for neither. */
export function touched({ touches }: Finding): string | undefined {
  if (touches.wire && touches.types) return "wire and types";
  return touches.wire ? "wire" : touches.types ? "types" : undefined;
}

/** The last line of a report: the verdict, the number of findings, and the version step. */
export function conclusion({ verdict, semver, findings }: ContractDiff): string {
  if (verdict === "same") return "same: no difference in meaning.";
  const counts = VERDICTS.toReversed().flatMap((one) => {
    const count = findings.filter((finding) => finding.verdict === one).length;
    return count === 0 ? [] : [`${count} ${one}`];
  });
  return `${verdict} (${counts.join(", ")}). Version step: ${semver}.`;
}
