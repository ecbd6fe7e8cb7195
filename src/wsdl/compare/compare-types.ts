import { lookUp } from "../../soap/contract/contract.js";
import { compareEnum } from "./compare-enum.js";
import { fieldFinding } from "./compare-fields.js";
import { type ComparedContracts, type FieldChange, fieldChanges } from "./field-changes.js";
import type { FieldJudge } from "./field-judge.js";
import type { Finding } from "./finding.js";
import { makeFinding } from "./make-finding.js";
import type { Reach } from "./reach.js";
import { type NamedTypes, typesIn } from "./rename-types.js";
import { judgeOnSides } from "./verdict.js";

/** Where types are reached from. */
export interface TypeReach {
  /** In the old contract, from every operation: decides the side on which a change is judged. */
  readonly old: Reach;
  /** From operations that are in both contracts, in the old and in the new one: a type that was added or removed with
   * its operation is not a finding of its own. */
  readonly oldShared: Reach;
  readonly newShared: Reach;
}

/** Findings on complex types and enumerations: removed, added, renamed, or changed inside. */
export function compareTypes(contracts: ComparedContracts, judge: FieldJudge, reach: TypeReach): readonly Finding[] {
  const [before, after] = [typesIn(contracts.old), typesIn(contracts.new)];
  const renamedTo = new Set(contracts.renamedTypes.values());
  const findings: Finding[] = [];
  for (const name of before.keys()) {
    const renamed = contracts.renamedTypes.get(name);
    if (renamed !== undefined) {
      const shown = { guess: true as const, before: name, after: renamed };
      findings.push(makeFinding({ ...about(reach, name), kind: "type-renamed", judgement: RENAMED, ...shown }));
    } else if (after.has(name)) {
      findings.push(...compareType(contracts, judge, reach, name, after));
    } else if (reach.oldShared.has(name)) {
      const shown = { before: kindText(before, name) };
      findings.push(makeFinding({ ...about(reach, name), kind: "type-removed", judgement: REMOVED, ...shown }));
    }
  }
  for (const name of after.keys()) {
    if (before.has(name) || renamedTo.has(name) || !reach.newShared.has(name)) continue;
    const side = reach.newShared.sideOf(name);
    const shown = { side, after: kindText(after, name) };
    findings.push(makeFinding({ kind: "type-added", subject: [name], judgement: ADDED, ...shown }));
  }
  return findings;
}

function compareType(
  contracts: ComparedContracts,
  judge: FieldJudge,
  reach: TypeReach,
  name: string,
  after: NamedTypes,
): readonly Finding[] {
  const [oldFields, newFields] = [lookUp(contracts.old.types, name), lookUp(contracts.new.types, name)];
  const [oldLiterals, newLiterals] = [lookUp(contracts.old.enums, name), lookUp(contracts.new.enums, name)];
  if (oldLiterals && newLiterals) return compareEnum(reach.old, name, oldLiterals, newLiterals);
  if (!oldFields || !newFields) {
    const shown = { before: oldFields ? COMPLEX : ENUMERATION, after: kindText(after, name) };
    return [makeFinding({ ...about(reach, name), kind: "type-kind-changed", judgement: KIND, ...shown })];
  }
  const changes = fieldChanges(contracts, oldFields, newFields);
  return changes.length === 0 ? [] : memberFindings(judge, reach.old, name, changes);
}

function memberFindings(
  judge: FieldJudge,
  reach: Reach,
  name: string,
  changes: readonly FieldChange[],
): readonly Finding[] {
  const owner = { noun: "member", name, side: reach.sideOf(name), operations: reach.operationsOf(name) } as const;
  return changes.map((change) => {
    const judgement = judgeOnSides(owner.side, (side) => judge.judge(change, { side, within: "type" }));
    return fieldFinding(owner, change, judgement);
  });
}

function about({ old }: TypeReach, name: string) {
  return { subject: [name], side: old.sideOf(name), operations: old.operationsOf(name) };
}

const COMPLEX = "a complex type";
const ENUMERATION = "an enumeration";

function kindText(types: NamedTypes, name: string): string {
  return types.get(name)?.kind === "complex" ? COMPLEX : ENUMERATION;
}

const REMOVED = {
  wire: "cosmetic",
  types: "breaking",
  reason: "Code that names the generated type no longer compiles; type names are not sent.",
} as const;

const RENAMED = {
  wire: "cosmetic",
  types: "breaking",
  reason:
    "Guessed from the same content: code that names the generated type no longer compiles; type names are not sent.",
} as const;

const ADDED = { wire: "cosmetic", types: "additive", reason: "Old code does not name it." } as const;

const KIND = {
  wire: "breaking",
  types: "breaking",
  reason: "A value with child elements and a literal cannot replace each other.",
} as const;
