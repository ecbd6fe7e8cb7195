import { pinText } from "../../desk/pin.js";
import { type Parameters, textParameter } from "./parameters.js";
import { nodeNamed, sessionNamed } from "./subject.js";

/**
 * The subject of a call, as the key under which `executions` counts it: the session, the node, or the user, by the
 * address of the caller or in `sEmail`. `""` if a call names nothing.
 *
 * @param caller the email address of the caller, if it is known.
 */
export function requestKey(parameters: Parameters, caller: string | undefined): string {
  return sessionNamed(parameters) ?? nodeNamed(parameters) ?? caller ?? textParameter(parameters, "sEmail");
}

/** As `requestKey`, but by the PIN or the node in the answer if there is one. */
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
