import { settleSessions } from "../../desk/settle-sessions.js";
import { scopeOf } from "../../reports/report-scope.js";
import { writeReport } from "../../reports/write-report.js";
import type { Behaviour } from "../call.js";
import { integerOf, textOf } from "../parameters.js";
import { isTooMany, REPORT_LIMIT } from "../rate-limit.js";
import { settingsCallerOf } from "./settings-of-call.js";

/**
 * The report that was set up, of a node or channel. Limited for each user; that a sooner one gets `PollRateExceeded` is
 * inferred, as the value is not visible. A node that is none is an `Error`, and counts for nothing (inferred: a published
 * client asks for a node as `NODE` and then at once as `CHANNEL`).
 */
export const getReport: Behaviour = (call) => {
  const caller = settingsCallerOf(call);
  if ("refused" in caller) return { result: caller.refused };
  const { desk, parameters } = call;
  const scope = scopeOf(desk, integerOf(parameters, "iNodeID"), textOf(parameters, "eNodeRef") || "NODE");
  if (!scope) return { result: "Error" };
  if (isTooMany(call, caller.user, REPORT_LIMIT)) return { result: "PollRateExceeded" };
  const now = call.now();
  settleSessions(desk, now);
  return { result: "OK", out: { sReport: writeReport(desk, caller.settings, scope, now) } };
};
