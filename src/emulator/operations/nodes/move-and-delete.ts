import type { Desk } from "../../desk/desk.js";
import type { DeskNode } from "../../desk/desk-node.js";
import { isLinked, linkTo } from "../../desk/organisation.js";
import type { Person } from "../../desk/person.js";
import { mayManage } from "../../desk/rights.js";
import { removeSubtree } from "../../desk/seat.js";
import type { OperationResult, UserCall } from "../call/call.js";
import { integerParameter } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";

/**
 * Moves a node, like dragging it onto another (guide: moveNode). An administrator, or a group of them, dragged onto a
 * technician group is assigned to it and stays where it is (administration documents, on the organization tree), but
 * only once (inferred). `Invalid_Move` for a node that the target cannot hold (guide: moveNode), for a target below the
 * node, and for a caller without rights on either (both inferred).
 */
export function moveNode(call: UserCall): OperationResult {
  const { desk, parameters } = call;
  const { organisation } = desk;
  const node = organisation.node(integerParameter(parameters, "iNodeID"));
  if (!node) throw new Refusal("InvalidParam_NodeID");
  const target = organisation.node(integerParameter(parameters, "iTargetNodeID"));
  if (!target) throw new Refusal("InvalidParam_TargetNodeID");
  const permitted = mayManage(desk, call.user, node) && mayManage(desk, call.user, target);
  if (!permitted || organisation.isWithin(target.id, node.id)) throw new Refusal("Invalid_Move");
  if (isLinked(node.type) && organisation.mayHold(target, "AdministratorLink")) {
    if (organisation.children(target.id).some((child) => child.target === node.id)) throw new Refusal("Invalid_Move");
    organisation.add(linkTo(organisation, node.id, target.id, desk.newNodeId()));
  } else {
    if (!organisation.mayHold(target, node.type)) throw new Refusal("Invalid_Move");
    // A move to its own parent changes nothing (inferred).
    if (node.parent === target.id) return { code: "OK" };
    organisation.move(node, target.id);
  }
  return { code: "OK", changed: String(node.id) };
}

/**
 * Deletes a node with everything below it (that a group's members are deleted with it is inferred). `Invalid_Delete`
 * for a caller without rights and for one who would delete itself (guide: deleteNode); also for the account holder, the
 * four branches and channels, which no operation can create again (inferred).
 */
export function deleteNode(call: UserCall): OperationResult {
  const { desk } = call;
  const node = desk.organisation.node(integerParameter(call.parameters, "iNodeID"));
  if (!node) throw new Refusal("InvalidParam_NodeID");
  if (!mayDelete(desk, call.user, node)) throw new Refusal("Invalid_Delete");
  removeSubtree(desk, node, call.now());
  return { code: "OK", changed: String(node.id) };
}

function mayDelete(desk: Desk, user: Person, node: DeskNode): boolean {
  const isFixed = !node.person && !node.type.endsWith("Group") && node.target === undefined;
  if (isFixed || !mayManage(desk, user, node)) return false;
  for (const { person } of desk.organisation.subtree(node.id)) {
    if (person && (person === user || person.accountHolder)) return false;
  }
  return true;
}
