import { type Contract, lookUp } from "../../soap/contract/contract.js";
import { type ComparedContracts, type FieldChange, fieldChanges } from "./field-changes.js";
import { type FieldPair, type FieldPlace, judgement } from "./field-place.js";
import type { Impact, Judgement, Verdict } from "./finding.js";
import { judgeReceivedField } from "./judge-received-field.js";
import { judgeSentField } from "./judge-sent-field.js";
import { isAssignable, typescriptOf, type ValueSet, wireFit } from "./value-fit.js";
import { verdictOf, worstVerdict } from "./verdict.js";

/** How deeply two types are compared; beyond that they count as incompatible. */
const COMPARED_DEPTH = 32;

const NO_IMPACT: Impact = { wire: "cosmetic", types: "cosmetic" };
const INCOMPATIBLE: Impact = { wire: "breaking", types: "breaking" };

/** Judges field changes between two contracts; where the complex type changed, by comparing the content of both. */
export class FieldJudge {
  readonly #contracts: ComparedContracts;
  readonly #deep = new Map<string, Impact>();

  constructor(contracts: ComparedContracts) {
    this.#contracts = contracts;
  }

  judge(change: FieldChange, place: FieldPlace): Judgement {
    return this.#judge(change, place, 0);
  }

  #judge(change: FieldChange, place: FieldPlace, depth: number): Judgement {
    if (change.what === "moved") return MOVED;
    if (change.what === "type-changed") return this.#typeChange(change, place, depth);
    return place.side === "request" ? judgeSentField(this.#contracts.new, change, place) : judgeReceivedField(change);
  }

  #typeChange({ before, after }: FieldPair, place: FieldPlace, depth: number): Judgement {
    const { old, new: now } = this.#contracts;
    const wasComplex = lookUp(old.types, before.type) !== undefined;
    const isComplex = lookUp(now.types, after.type) !== undefined;
    if (wasComplex && isComplex) {
      const impact = this.#complexChange(before.type, after.type, place.side, depth);
      return { ...impact, reason: COMPLEX_REASON[verdictOf(impact)] };
    }
    if (wasComplex || isComplex) {
      return {
        ...INCOMPATIBLE,
        reason: "A value with child elements and a simple value cannot replace each other.",
      };
    }
    return simpleChange(valuesOf(old, before.type), valuesOf(now, after.type), place);
  }

  #complexChange(before: string, after: string, side: FieldPlace["side"], depth: number): Impact {
    const key = JSON.stringify([before, after, side]);
    const known = this.#deep.get(key);
    if (known) return known;
    if (depth >= COMPARED_DEPTH) return INCOMPATIBLE;
    // For a cyclic type: a type inside itself adds nothing.
    this.#deep.set(key, NO_IMPACT);
    const { old, new: now } = this.#contracts;
    const changes = fieldChanges(this.#contracts, lookUp(old.types, before) ?? [], lookUp(now.types, after) ?? []);
    const impacts = changes.map((change) => this.#judge(change, { side, within: "type" }, depth + 1));
    const impact = {
      wire: worstVerdict(...impacts.map(({ wire }) => wire)),
      types: worstVerdict(...impacts.map(({ types }) => types)),
    };
    this.#deep.set(key, impact);
    return impact;
  }
}

const MOVED = judgement(
  "cosmetic",
  "cosmetic",
  "Neither ASMX nor this client depends on the order, and TypeScript has none.",
);

const COMPLEX_REASON: Readonly<Record<Verdict, string>> = {
  cosmetic: "Only the type's name changed; its content is the same.",
  additive: "The new type contains everything that the old one did, and more.",
  risky: "In the new type, parts of the old one may no longer be understood.",
  breaking: "The new type lacks or changes parts of the old one.",
};

function valuesOf(contract: Contract, type: string): ValueSet {
  const literals = lookUp(contract.enums, type);
  return literals ? { literals } : { scalar: type };
}

function simpleChange(before: ValueSet, after: ValueSet, { side, within }: FieldPlace): Judgement {
  const isSent = side === "request";
  const isParameter = isSent && within === "message";
  const wire = isSent ? wireFit(before, after) : wireFit(after, before);
  const types = isSent
    ? typesOfSent(typescriptOf(before, isParameter), typescriptOf(after, isParameter))
    : typesOfReceived(typescriptOf(before, isParameter), typescriptOf(after, isParameter));
  const code = CODE_REASON[types];
  return { wire, types, reason: `${code}; ${isSent ? SENT_REASON[wire] : RECEIVED_REASON[wire]}` };
}

function typesOfSent(before: readonly string[], after: readonly string[]): Verdict {
  if (!isAssignable(before, after)) return "breaking";
  return isAssignable(after, before) ? "cosmetic" : "additive";
}

// A narrower type can be read as before, unless a value is compared with what it can no longer be.
function typesOfReceived(before: readonly string[], after: readonly string[]): Verdict {
  if (isAssignable(before, after) && isAssignable(after, before)) return "cosmetic";
  if (isAssignable(after, before)) return before.includes("string") ? "risky" : "breaking";
  const grewOnly = before.every((type) => type.startsWith('"')) && isAssignable(before, after);
  return grewOnly && !after.includes("string") ? "risky" : "breaking";
}

const CODE_REASON: Readonly<Record<Verdict, string>> = {
  cosmetic: "The TypeScript type is the same",
  additive: "Old code compiles",
  risky: "Old code may not compile where it compares or enumerates values",
  breaking: "Old code no longer compiles",
};

const SENT_REASON: Readonly<Record<Verdict, string>> = {
  cosmetic: "the service reads every value that the old client sends.",
  additive: "the service reads every value that the old client sends.",
  risky: "the service replies with a fault to some values that the old client sends.",
  breaking: "the service replies with a fault to the values that the old client sends.",
};

const RECEIVED_REASON: Readonly<Record<Verdict, string>> = {
  cosmetic: "the old client reads every value that it may receive.",
  additive: "the old client reads every value that it may receive.",
  risky: "the old client rejects replies with some of the values that it may receive.",
  breaking: "the old client rejects the replies.",
};
