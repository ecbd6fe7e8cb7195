import type { ContractDiff, Impact, Judgement, SemverStep, Side, Verdict } from "./finding.js";

/** From the mildest to the worst. */
export const VERDICTS: readonly Verdict[] = ["cosmetic", "additive", "risky", "breaking"];

const STEPS: Readonly<Record<ContractDiff["verdict"], SemverStep>> = {
  same: "none",
  cosmetic: "patch",
  additive: "minor",
  risky: "minor",
  breaking: "major",
};

/** The semver step that a verdict calls for. */
export function semverStep(verdict: ContractDiff["verdict"]): SemverStep {
  return STEPS[verdict];
}

/** The worst of several; `cosmetic` for none. */
export function worstVerdict(...verdicts: readonly Verdict[]): Verdict {
  return VERDICTS.findLast((verdict) => verdicts.includes(verdict)) ?? "cosmetic";
}

/** The verdict of an impact: the worse of the two. */
export function verdictOf({ wire, types }: Impact): Verdict {
  return worstVerdict(wire, types);
}

/** True for a verdict that may break something. */
export function hurts(verdict: Verdict): boolean {
  return verdict === "risky" || verdict === "breaking";
}

/** Judges each side and combines the worse impacts, with the reason of the worse side, which the reason names. */
export function judgeOnSides(side: Side, judge: (side: "request" | "response") => Judgement): Judgement {
  if (side !== "both") return judge(side);
  const [sent, received] = [judge("request"), judge("response")];
  const impact = { wire: worstVerdict(sent.wire, received.wire), types: worstVerdict(sent.types, received.types) };
  const isWorse = VERDICTS.indexOf(verdictOf(sent)) > VERDICTS.indexOf(verdictOf(received));
  if (sent.reason === received.reason) return { ...impact, reason: sent.reason };
  const worse = isWorse ? "sent, the worse side" : "received, the worse side";
  const reason = isWorse ? sent.reason : received.reason;
  return verdictOf(sent) === verdictOf(received)
    ? { ...impact, reason: `Sent: ${sent.reason} Received: ${received.reason}` }
    : { ...impact, reason: `Sent and received; as ${worse}: ${reason}` };
}
