import type { Finding, FindingKind, Judgement, Side } from "./finding.js";
import { hurts, verdictOf } from "./verdict.js";

/** What a finding is made of. */
export interface FindingParts {
  readonly kind: FindingKind;
  readonly subject: readonly string[];
  /** `both` unless given. */
  readonly side?: Side;
  readonly operations?: Iterable<string>;
  readonly judgement: Judgement;
  readonly guess?: true;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

export function makeFinding(parts: FindingParts): Finding {
  const { kind, subject, side = "both", judgement, before, after } = parts;
  const { wire, types, reason } = judgement;
  // A parameter of that name may be on both sides of an operation.
  const sided = kind.startsWith("parameter") || kind === "element-changed" ? `${side}-` : "";
  return {
    id: `${sided}${kind}${subject.length === 0 ? "" : ":"}${subject.map(idPart).join(".")}`,
    kind,
    subject,
    side,
    operations: [...(parts.operations ?? [])].sort(),
    verdict: verdictOf(judgement),
    touches: { wire: hurts(wire), types: hurts(types) },
    impact: { wire, types },
    reason,
    ...(parts.guess ? { guess: true as const } : {}),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

// The dot too, which separates the parts: a name or literal that holds one must not read as two.
function idPart(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[\w-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}
