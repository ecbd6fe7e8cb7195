import type { DeskNode } from "../../desk/desk-node.js";
import { isServing } from "../../desk/organisation.js";
import { mayManage } from "../../desk/rights.js";
import type { OperationResult, UserCall } from "../call/call.js";
import { integerParameter } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";

/**
 * Assigns a channel to a technician or a technician group. `Invalid_Assign` for a node of another kind (guide:
 * assignChannel) and for a caller without rights on it (inferred); a repeated call is `OK` and changes nothing
 * (inferred).
 */
export function assignChannel(call: UserCall): OperationResult {
  const { node, channel } = assignment(call, "Invalid_Assign");
  const changes = !channel.assignedTo.has(node.id);
  channel.assignedTo.add(node.id);
  return { code: "OK", ...(changes ? { changed: String(node.id) } : {}) };
}

/**
 * Unassigns a channel from a technician or a technician group. `Invalid_Deassign` if it is not assigned to that very
 * node (guide: unassignChannel); a channel of a group is not assigned to its technicians (inferred).
 */
export function unassignChannel(call: UserCall): OperationResult {
  const { node, channel } = assignment(call, "Invalid_Deassign");
  if (!channel.assignedTo.delete(node.id)) throw new Refusal("Invalid_Deassign");
  return { code: "OK", changed: String(node.id) };
}

/** @throws {Refusal} `refusal` for a node that serves no channels, and without rights on it. */
function assignment(call: UserCall, refusal: string): { readonly node: DeskNode; readonly channel: DeskNode } {
  const { desk, parameters } = call;
  const node = desk.organisation.node(integerParameter(parameters, "iNodeID"));
  if (!node) throw new Refusal("InvalidParam_NodeID");
  const channel = desk.organisation.nodeOf(integerParameter(parameters, "iEntryID"), "Channel");
  if (!channel) throw new Refusal("InvalidParam_EntryID");
  if (!isServing(node.type) || !mayManage(desk, call.user, node)) throw new Refusal(refusal);
  return { node, channel };
}
