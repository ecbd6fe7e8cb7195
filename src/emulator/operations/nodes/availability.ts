import type { Desk } from "../../desk/desk.js";
import type { DeskNode } from "../../desk/desk-node.js";
import { nodeStatusOf } from "../../desk/seat.js";
import type { Behaviour } from "../call.js";
import { callerOf } from "../caller.js";
import { booleanOf, integerOf } from "../parameters.js";

/**
 * Whether a technician who serves the channel, by name or through a group, has a running console: `True` or `False`, which
 * the form shows in capitals (guide, tutorial; `FALSE` and the name of the SOAP parameters are inferred). Busy and away
 * ones count unless they are excluded (guide). Open to every user; `Error` for what is no channel (inferred both).
 */
export const isAnyTechAvailableOnChannel: Behaviour = (call) => {
  const caller = callerOf(call);
  if ("refused" in caller) return { result: caller.refused };
  const { desk, parameters } = call;
  const channel = desk.organisation.nodeOf(integerOf(parameters, "iChannelID"), "Channel");
  if (!channel) return { result: "Error" };
  const counting: readonly string[] = booleanOf(parameters, "bExcludingAwayAndBusy")
    ? ["Online"]
    : ["Online", "Busy", "Away"];
  for (const technician of servingTechnicians(desk, channel)) {
    if (counting.includes(nodeStatusOf(technician))) return { result: "True" };
  }
  return { result: "False" };
};

function* servingTechnicians({ organisation }: Desk, { assignedTo }: DeskNode): Iterable<DeskNode> {
  for (const id of assignedTo) {
    for (const node of organisation.subtree(id)) if (node.type === "Technician") yield node;
  }
}
