import { pinText } from "../../desk/pin.js";
import { type Parameters, textParameter } from "./parameters.js";
import { nodeNamed, sessionNamed } from "./subject.js";

/**
 * What a call is about, under the key by which `executions` counts it: the session, the node, or the user, whose address
 * is that of a login's `sEmail` or the caller's. `""` where a call names nothing.
 *
 * @param caller the address of the user who calls, where that is known.
 */
export function requestKey(parameters: Parameters, caller: string | undefined): string {
  return sessionNamed(parameters) ?? nodeNamed(parameters) ?? caller ?? textParameter(parameters, "sEmail");
}

/** As `requestKey`, with what an answer names: the PIN or the node that was made. */
export function executionKey(
  parameters: Parameters,
  out: Readonly<Record<string, unknown>>,
  caller: string | undefined,
): string {
  const { iPINCode, sPINCode, iNodeID } = out;
  if (typeof iPINCode === "number") return pinText(iPINCode);
  if (typeof sPINCode === "string") return sPINCode;
  return typeof iNodeID === "number" ? String(iNodeID) : requestKey(parameters, caller);
}
