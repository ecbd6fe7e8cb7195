import type { Desk } from "../../desk/desk.js";
import type { DeskNode } from "../../desk/desk-node.js";
import { isLinked, linkTo } from "../../desk/organisation.js";
import type { Person } from "../../desk/person.js";
import { mayManage } from "../../desk/rights.js";
import { removeSubtree } from "../../desk/seat.js";
import type { Behaviour } from "../call.js";
import { callerOf } from "../caller.js";
import { integerOf } from "../parameters.js";

/**
 * What dragging a node onto another does (guide, moveNode). An administrator, or a group of them, dragged onto a
 * technician group is assigned to it and stays where it is (administration documents, on the organization tree); once
 * only (inferred). `Invalid_Move` for what the target cannot hold (guide), for a target under the node, and for a caller
 * without rights on either (inferred both).
 */
export const moveNode: Behaviour = (call) => {
  const caller = callerOf(call);
  if ("refused" in caller) return { result: caller.refused };
  const { desk, parameters } = call;
  const { organisation } = desk;
  const node = organisation.node(integerOf(parameters, "iNodeID"));
  if (!node) return { result: "InvalidParam_NodeID" };
  const target = organisation.node(integerOf(parameters, "iTargetNodeID"));
  if (!target) return { result: "InvalidParam_TargetNodeID" };
  const permitted = mayManage(desk, caller.user, node) && mayManage(desk, caller.user, target);
  if (!permitted || organisation.isWithin(target.id, node.id)) return { result: "Invalid_Move" };
  if (isLinked(node.type) && organisation.mayHold(target, "AdministratorLink")) {
    if (organisation.children(target.id).some((child) => child.target === node.id)) return { result: "Invalid_Move" };
    organisation.add(linkTo(organisation, node.id, target.id, desk.newNodeId()));
  } else {
    if (!organisation.mayHold(target, node.type)) return { result: "Invalid_Move" };
    // Where it is already, nothing changes (inferred).
    if (node.parent === target.id) return { result: "OK" };
    organisation.move(node, target.id);
  }
  return { result: "OK", changed: String(node.id) };
};

/**
 * Deletes a node with everything under it (that a group takes its members along is inferred). `Invalid_Delete` for want
 * of rights and for who would delete itself (guide, deleteNode); also for the account holder, the four branches and
 * channels, which no operation can make again (inferred).
 */
export const deleteNode: Behaviour = (call) => {
  const caller = callerOf(call);
  if ("refused" in caller) return { result: caller.refused };
  const { desk } = call;
  const node = desk.organisation.node(integerOf(call.parameters, "iNodeID"));
  if (!node) return { result: "InvalidParam_NodeID" };
  if (!mayDelete(desk, caller.user, node)) return { result: "Invalid_Delete" };
  removeSubtree(desk, node, call.now());
  return { result: "OK", changed: String(node.id) };
};

function mayDelete(desk: Desk, user: Person, node: DeskNode): boolean {
  const isFixed = !node.person && !node.type.endsWith("Group") && node.target === undefined;
  if (isFixed || !mayManage(desk, user, node)) return false;
  for (const { person } of desk.organisation.subtree(node.id)) {
    if (person && (person === user || person.accountHolder)) return false;
  }
  return true;
}
