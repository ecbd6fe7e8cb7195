import {
  type Contract,
  type ContractMessage,
  type ContractOperation,
  leftOutOf,
  lookUp,
  namespaceOf,
} from "../../soap/contract/contract.js";
import { fieldFinding } from "./compare-fields.js";
import { type ComparedContracts, fieldChanges } from "./field-changes.js";
import type { FieldJudge } from "./field-judge.js";
import type { Finding } from "./finding.js";
import { guessRenames } from "./guess-renames.js";
import { makeFinding } from "./make-finding.js";

/** Findings on the set of operations in the contracts: removed, added, renamed or reordered. */
export function compareOperationSets(old: Contract, now: Contract): readonly Finding[] {
  const [oldNames, newNames] = [Object.keys(old.operations), Object.keys(now.operations)];
  const gone = oldNames.filter((name) => !isThere(now, name));
  const come = newNames.filter((name) => !isThere(old, name));
  const renames = guessRenames(gone, come, { removed: shapeIn(old), added: shapeIn(now) });
  const renamedTo = new Set(renames.values());
  const findings = gone.map((name) => {
    const after = renames.get(name);
    return after === undefined
      ? makeFinding({
          kind: "operation-removed",
          subject: [name],
          operations: [name],
          judgement: REMOVED,
          before: name,
        })
      : makeFinding({
          kind: "operation-renamed",
          subject: [name],
          operations: [name],
          judgement: RENAMED,
          guess: true,
          before: name,
          after,
        });
  });
  for (const name of come) {
    if (renamedTo.has(name)) continue;
    findings.push(makeFinding({ kind: "operation-added", subject: [name], judgement: ADDED, after: name }));
  }
  const oldOrder = oldNames.filter((name) => lookUp(now.operations, name));
  const newOrder = newNames.filter((name) => lookUp(old.operations, name));
  if (oldOrder.some((name, index) => name !== newOrder[index])) {
    const shown = { before: oldOrder.join(", "), after: newOrder.join(", ") };
    findings.push(makeFinding({ kind: "operations-reordered", subject: [], judgement: REORDERED, ...shown }));
  }
  return findings;
}

/** Findings on the operations that are in both: SOAPAction, wrapper elements, parameters, documentation. */
export function compareOperations(contracts: ComparedContracts, judge: FieldJudge): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [name, before] of Object.entries(contracts.old.operations)) {
    const after = lookUp(contracts.new.operations, name);
    if (after) findings.push(...compareOperation(contracts, judge, name, before, after));
  }
  return findings;
}

function compareOperation(
  contracts: ComparedContracts,
  judge: FieldJudge,
  name: string,
  before: ContractOperation,
  after: ContractOperation,
): readonly Finding[] {
  const findings: Finding[] = [];
  const about = { subject: [name], operations: [name] };
  if (before.soapAction !== after.soapAction && !followsNamespace(contracts, before.soapAction, after.soapAction)) {
    const shown = { before: before.soapAction, after: after.soapAction };
    findings.push(makeFinding({ ...about, kind: "soap-action-changed", side: "request", judgement: ACTION, ...shown }));
  }
  if (before.documentation !== after.documentation) {
    const shown = { before: before.documentation, after: after.documentation };
    findings.push(
      makeFinding({ ...about, kind: "operation-documentation-changed", judgement: DOCUMENTATION, ...shown }),
    );
  }
  for (const side of ["request", "response"] as const) {
    findings.push(...compareWrapper(contracts, name, side, before[side], after[side]));
    const owner = { noun: "parameter", name, side, operations: [name] } as const;
    for (const change of fieldChanges(contracts, before[side].fields, after[side].fields)) {
      findings.push(fieldFinding(owner, change, judge.judge(change, { side, within: "message" })));
    }
  }
  return findings;
}

function compareWrapper(
  contracts: ComparedContracts,
  name: string,
  side: "request" | "response",
  before: ContractMessage,
  after: ContractMessage,
): readonly Finding[] {
  const hasOwn = before.namespace !== undefined || after.namespace !== undefined;
  const [oldNamespace, newNamespace] = [namespaceOf(contracts.old, before), namespaceOf(contracts.new, after)];
  const isMoved = hasOwn && oldNamespace !== newNamespace;
  if (before.element === after.element && !isMoved) return [];
  // Without parameters the service misses nothing: it dispatches by the SOAPAction.
  const wire = side === "request" && before.fields.length === 0 ? "cosmetic" : "breaking";
  const types = before.element === after.element ? "cosmetic" : "breaking";
  const onWire =
    side === "request"
      ? "ASMX does not recognise the old one and treats every parameter in it as absent"
      : "the old client rejects a reply in the new one";
  const inCode =
    types === "breaking" ? "The generated type is named after the element; " : "The element has another namespace; ";
  return [
    makeFinding({
      kind: "element-changed",
      subject: [name],
      side,
      operations: [name],
      judgement: { wire, types, reason: `${inCode}${onWire}.` },
      before: isMoved ? `{${oldNamespace}}${before.element}` : before.element,
      after: isMoved ? `{${newNamespace}}${after.element}` : after.element,
    }),
  ];
}

function isThere(contract: Contract, name: string): boolean {
  return Object.hasOwn(contract.operations, name) || Object.hasOwn(leftOutOf(contract), name);
}

// ASMX builds the action from namespace, slash and name: a new namespace is reported once, not for each operation.
function followsNamespace({ old, new: now }: ComparedContracts, before: string, after: string): boolean {
  if (old.namespace === now.namespace || !before.startsWith(old.namespace)) return false;
  return after === now.namespace + before.slice(old.namespace.length);
}

// The operation's own name is blanked out inside other names: closeSessionResult, closeSessionRet.
function shapeIn(contract: Contract): (name: string) => string {
  return (name) => {
    const operation = lookUp(contract.operations, name);
    const blank = (text: string) => text.replaceAll(name, "*");
    const shape = ({ fields }: ContractMessage) =>
      fields.map((field) => [
        blank(field.name),
        blank(field.type),
        field.min ?? 1,
        field.max ?? 1,
        field.nillable ?? false,
      ]);
    return JSON.stringify(operation && [shape(operation.request), shape(operation.response)]);
  };
}

const REMOVED = {
  wire: "breaking",
  types: "breaking",
  reason: "Code that calls it no longer compiles, and the service replies to its SOAPAction with a fault.",
} as const;

const RENAMED = {
  wire: "breaking",
  types: "breaking",
  reason:
    "Guessed from the same parameters and a similar name: code that calls the old name no longer compiles, and the service replies to the old SOAPAction with a fault.",
} as const;

const ADDED = {
  wire: "cosmetic",
  types: "additive",
  reason: "Old code does not call it.",
} as const;

const REORDERED = {
  wire: "cosmetic",
  types: "cosmetic",
  reason: "Operations are looked up by name, not by position.",
} as const;

const ACTION = {
  wire: "breaking",
  types: "cosmetic",
  reason: "The service replies to the SOAPAction that the old client sends with a fault.",
} as const;

const DOCUMENTATION = {
  wire: "cosmetic",
  types: "cosmetic",
  reason: "Only comments in generated code change.",
} as const;
