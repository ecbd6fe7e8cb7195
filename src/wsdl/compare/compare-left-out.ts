import { type Contract, leftOutOf, lookUp } from "../../soap/contract/contract.js";
import type { Finding, FindingKind, Judgement } from "./finding.js";
import { makeFinding } from "./make-finding.js";

/** Findings on operations that one or both contracts leave out. Their place in the document is not compared. */
export function compareLeftOut(old: Contract, now: Contract): readonly Finding[] {
  const names = new Set([...Object.keys(leftOutOf(old)), ...Object.keys(leftOutOf(now))]);
  return [...names].flatMap((name) => {
    const [was, is] = [lookUp(leftOutOf(old), name), lookUp(leftOutOf(now), name)];
    const [before, after] = [was, is].map((left) => left && `${left.place}: ${left.reason}`);
    const finding = (kind: FindingKind, judgement: Judgement) => [
      makeFinding({ kind, subject: [name], operations: wasThere(old, name) ? [name] : [], judgement, before, after }),
    ];
    if (was && is) return was.reason === is.reason ? [] : finding("unreadable-operation-changed", CHANGED);
    if (is) {
      return lookUp(old.operations, name)
        ? finding("operation-became-unreadable", UNREADABLE)
        : finding("unreadable-operation-added", ADDED);
    }
    return lookUp(now.operations, name)
      ? finding("operation-became-readable", READABLE)
      : finding("unreadable-operation-removed", REMOVED);
  });
}

function wasThere(old: Contract, name: string): boolean {
  return Object.hasOwn(old.operations, name) || Object.hasOwn(leftOutOf(old), name);
}

const UNREADABLE: Judgement = {
  wire: "breaking",
  types: "breaking",
  reason:
    "It now needs something unsupported and is left out: code that calls it no longer compiles, and the old client sends and reads its messages without that part.",
};

const READABLE: Judgement = {
  wire: "cosmetic",
  types: "additive",
  reason: "It was left out, so no old code calls it; it can be called now.",
};

const ADDED: Judgement = {
  wire: "additive",
  types: "cosmetic",
  reason: "The service offers it and the contract leaves it out: neither old code nor new code can call it.",
};

const REMOVED: Judgement = {
  wire: "cosmetic",
  types: "cosmetic",
  reason: "It was left out, so no code calls it.",
};

const CHANGED: Judgement = {
  wire: "cosmetic",
  types: "cosmetic",
  reason: "It is left out for another reason; no code calls it.",
};
