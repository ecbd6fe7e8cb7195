import { settleSessions } from "../../desk/settle-sessions.js";
import { type ReportScope, scopeOf } from "../../reports/report-scope.js";
import { writeReport } from "../../reports/write-report.js";
import type { OperationResult, UserCall } from "../call/call.js";
import { integerParameter, textParameter } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";
import { settingsOf } from "./settings-of-call.js";

/**
 * The sessions that a report is asked for. A node that does not exist is an `Error`, and such a call does not count
 * against the limit (inferred: a published client asks for a node as `NODE` and then at once as `CHANNEL`).
 */
export function reportScope({ desk, parameters }: UserCall): ReportScope {
  const ref = textParameter(parameters, "eNodeRef") || "NODE";
  const scope = scopeOf(desk, integerParameter(parameters, "iNodeID"), ref);
  if (!scope) throw new Refusal("Error");
  return scope;
}

/** The report that was set up, of a node or channel. */
export function getReport(call: UserCall, scope: ReportScope): OperationResult {
  const { desk } = call;
  const now = call.now();
  settleSessions(desk, now);
  return { code: "OK", out: { sReport: writeReport(desk, settingsOf(call), scope, now) } };
}
