import type { DeskNode } from "../../desk/desk-node.js";
import { isServing } from "../../desk/organisation.js";
import { mayManage } from "../../desk/rights.js";
import type { Answer, Behaviour, Call } from "../call.js";
import { callerOf } from "../caller.js";
import { integerOf } from "../parameters.js";

/**
 * Gives a channel to a technician or a technician group. `Invalid_Assign` for a node of another kind (guide,
 * assignChannel) and for a caller without rights on it (inferred); once more is `OK` and changes nothing (inferred).
 */
export const assignChannel: Behaviour = (call) =>
  change(call, "Invalid_Assign", (node, { assignedTo }) => {
    const changes = !assignedTo.has(node.id);
    assignedTo.add(node.id);
    return { result: "OK", ...(changes ? { changed: String(node.id) } : {}) };
  });

/**
 * Takes a channel from a technician or a technician group. `Invalid_Deassign` where it was not given to that very node
 * (guide, unassignChannel: cannot be taken from it); a technician of a group that has it does not have it (inferred).
 */
export const unassignChannel: Behaviour = (call) =>
  change(call, "Invalid_Deassign", (node, { assignedTo }) =>
    assignedTo.delete(node.id) ? { result: "OK", changed: String(node.id) } : { result: "Invalid_Deassign" },
  );

function change(call: Call, refusal: string, act: (node: DeskNode, channel: DeskNode) => Answer): Answer {
  const caller = callerOf(call);
  if ("refused" in caller) return { result: caller.refused };
  const { desk, parameters } = call;
  const node = desk.organisation.node(integerOf(parameters, "iNodeID"));
  if (!node) return { result: "InvalidParam_NodeID" };
  const channel = desk.organisation.nodeOf(integerOf(parameters, "iEntryID"), "Channel");
  if (!channel) return { result: "InvalidParam_EntryID" };
  if (!isServing(node.type) || !mayManage(desk, caller.user, node)) return { result: refusal };
  return act(node, channel);
}
