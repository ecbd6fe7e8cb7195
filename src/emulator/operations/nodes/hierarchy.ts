import type { DeskNode } from "../../desk/desk-node.js";
import { type Organisation, ROOT } from "../../desk/organisation.js";
import { nodeStatusOf } from "../../desk/seat.js";
import type { OperationResult, UserCall } from "../call/call.js";
import { booleanParameter, integerParameter } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";

/**
 * getHierarchy and getHierarchy_v2: the whole tree, the root first and each node before its children, or with bIsNode
 * one node of any type. bFilterOffline omits technicians that are Offline, and nothing else (guide: getHierarchy_v2).
 * That every user may call, and `Error` for an unknown node id, as there is no literal for it, is inferred.
 */
export function getHierarchy(call: UserCall): OperationResult {
  const { parameters, desk } = call;
  const { organisation } = desk;
  const one = booleanParameter(parameters, "bIsNode")
    ? organisation.node(integerParameter(parameters, "iNodeID"))
    : undefined;
  if (!one && booleanParameter(parameters, "bIsNode")) throw new Refusal("Error");
  const filtered = booleanParameter(parameters, "bFilterOffline");
  const entries = [];
  for (const node of one ? [one] : organisation.subtree(ROOT)) {
    if (filtered && node.type === "Technician" && nodeStatusOf(node) === "Offline") continue;
    entries.push(entryOf(organisation, node));
  }
  return { code: "OK", out: { aHierarchy: { HIERARCHY: entries } } };
}

function entryOf(organisation: Organisation, node: DeskNode) {
  // A link is shown as its target (inferred).
  const shown = (node.target === undefined ? undefined : organisation.node(node.target)) ?? node;
  const { person } = shown;
  return {
    iNodeID: node.id,
    iParentID: node.parent,
    sName: person?.name ?? shown.name,
    sEmail: person?.email ?? "",
    sDescription: person?.description ?? shown.description,
    eStatus: nodeStatusOf(shown),
    eType: node.type,
  };
}
