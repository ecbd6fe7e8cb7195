import type { Desk } from "../../desk/desk.js";
import type { DeskNode } from "../../desk/desk-node.js";
import { nodeStatusOf } from "../../desk/seat.js";
import type { OperationResult, UserCall } from "../call/call.js";
import { booleanParameter, integerParameter } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";

/**
 * Whether a technician who serves the channel, directly or through a group, has a running console: `True` or `False`,
 * which the form shows in capitals (guide: tutorial; `FALSE` and the names of the SOAP parameters are inferred). Busy
 * and away technicians count unless they are excluded (guide: isAnyTechAvailableOnChannel). That every user may call,
 * and `Error` for an unknown channel, is inferred.
 */
export function isAnyTechAvailableOnChannel(call: UserCall): OperationResult {
  const { desk, parameters } = call;
  const channel = desk.organisation.nodeOf(integerParameter(parameters, "iChannelID"), "Channel");
  if (!channel) throw new Refusal("Error");
  const counting: readonly string[] = booleanParameter(parameters, "bExcludingAwayAndBusy")
    ? ["Online"]
    : ["Online", "Busy", "Away"];
  for (const technician of servingTechnicians(desk, channel)) {
    if (counting.includes(nodeStatusOf(technician))) return { code: "True" };
  }
  return { code: "False" };
}

function* servingTechnicians({ organisation }: Desk, { assignedTo }: DeskNode): Iterable<DeskNode> {
  for (const id of assignedTo) {
    for (const node of organisation.subtree(id)) if (node.type === "Technician") yield node;
  }
}
