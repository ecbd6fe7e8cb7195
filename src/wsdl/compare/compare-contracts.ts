import { type Contract, lookUp } from "../../soap/contract/contract.js";
import type { WsdlDescription } from "../read/read-description.js";
import { compareDescriptions } from "./compare-descriptions.js";
import { compareLeftOut } from "./compare-left-out.js";
import { compareOperationSets, compareOperations } from "./compare-operations.js";
import { compareService } from "./compare-service.js";
import { compareTypes } from "./compare-types.js";
import type { ComparedContracts } from "./field-changes.js";
import { FieldJudge } from "./field-judge.js";
import type { ContractDiff, Finding } from "./finding.js";
import { Reach } from "./reach.js";
import { renamedTypes } from "./rename-types.js";
import { semverStep, VERDICTS, worstVerdict } from "./verdict.js";

/** What both WSDLs contain besides their contracts. */
export interface ComparedDescriptions {
  readonly old: WsdlDescription;
  readonly new: WsdlDescription;
}

/**
 * Compares two contracts by their meaning: whether the old client and the new service would understand each other, and
 * whether code written for the old generated types would compile against the new ones. Pure: equal contracts give equal
 * findings, in a fixed order.
 *
 * Only what the contracts contain is compared: two documents of different text may be the same.
 *
 * @param descriptions to also compare bindings, addresses, documentation and what generated types do not show.
 * @example
 * const diff = compareContracts(old, now);
 * if (diff.verdict === "breaking") console.log(diff.findings[0].reason);
 */
export function compareContracts(old: Contract, now: Contract, descriptions?: ComparedDescriptions): ContractDiff {
  const shared = Object.keys(old.operations).filter((name) => lookUp(now.operations, name));
  const reach = {
    old: new Reach(old, Object.keys(old.operations)),
    oldShared: new Reach(old, shared),
    newShared: new Reach(now, shared),
  };
  const contracts = { old, new: now, renamedTypes: renamedTypes(old, now, reach.oldShared, reach.newShared) };
  const judge = new FieldJudge(contracts);
  const findings = [
    ...compareService(old, now),
    ...compareOperationSets(old, now),
    ...compareLeftOut(old, now),
    ...compareOperations(contracts, judge),
    ...compareTypes(contracts, judge, reach),
    ...(descriptions ? compareDescriptions(descriptions.old, descriptions.new, describedBy(contracts, shared)) : []),
  ];
  const verdict = findings.length === 0 ? "same" : worstVerdict(...findings.map((finding) => finding.verdict));
  const leftOut = now.leftOut ? { leftOut: now.leftOut } : {};
  return { verdict, semver: semverStep(verdict), findings: findings.sort(byUrgency), ...leftOut };
}

function describedBy({ old, new: now, renamedTypes }: ComparedContracts, shared: readonly string[]) {
  const actionOf = (contract: Contract, name: string) => lookUp(contract.operations, name)?.soapAction ?? "";
  const actions = new Map(
    shared.map((name) => [name, { before: actionOf(old, name), after: actionOf(now, name) }] as const),
  );
  return { port: old.port, actions, renamedTypes };
}

// By code unit: localeCompare would make the order depend on the machine.
function byUrgency(a: Finding, b: Finding): number {
  return VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
