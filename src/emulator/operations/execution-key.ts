import { pinText } from "../desk/pin.js";
import { type Parameters, type ParameterValue, textOf } from "./parameters.js";

/** The parameters that name a session, and those that name a node; the sources disagree on the names (facts, section 10). */
const SESSION_PARAMETERS = ["iSession", "iSessionID"] as const;
const NODE_PARAMETERS = ["iNodeID", "iNode"] as const;

/**
 * What a call is about, under the key by which `executions` counts it: the session, the node, or the user, whose address
 * is that of a login's `sEmail` or the caller's. `""` where a call names nothing.
 *
 * @param caller the address of the user who calls, where that is known.
 */
export function requestKey(parameters: Parameters, caller: string | undefined): string {
  return (
    first(parameters, SESSION_PARAMETERS) ??
    first(parameters, NODE_PARAMETERS) ??
    caller ??
    textOf(parameters, "sEmail")
  );
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

function first(parameters: Parameters, names: readonly string[]): string | undefined {
  const name = names.find((candidate) => Object.hasOwn(parameters, candidate));
  const value: ParameterValue | undefined = name === undefined ? undefined : parameters[name];
  return value === undefined || value === null ? undefined : String(value);
}
