import { integerParameter, type Parameters, type ParameterValue } from "./parameters.js";

// The samples disagree on the names (guide: holdSession has `iSessionID`, closeSession `iSession`).
const SESSION_NAMES: readonly string[] = ["iSession", "iSessionID"];
const NODE_NAMES: readonly string[] = ["iNodeID", "iNode"];

/** The parameters that name a session. */
export const SESSION_PARAMETERS = SESSION_NAMES;

/** The parameters that name a node. */
export const NODE_PARAMETERS: readonly string[] = [
  ...NODE_NAMES,
  ...["nodeId", "iTargetNodeID", "iParentID", "iChannelID", "iEntryID"],
];

/** The session that a call is about, as it was sent; undefined for a call about none. */
export function sessionNamed(parameters: Parameters): string | undefined {
  return sent(parameters, SESSION_NAMES);
}

/** The node that a call is about, as it was sent; undefined for a call about none. */
export function nodeNamed(parameters: Parameters): string | undefined {
  return sent(parameters, NODE_NAMES);
}

/** The id of the session that a call is about; 0 where it was not sent. */
export function sessionIdIn(parameters: Parameters): number {
  return integerParameter(parameters, nameIn(parameters, SESSION_NAMES) ?? "");
}

/** The id of the node that a call is about; 0 where it was not sent. */
export function nodeIdIn(parameters: Parameters): number {
  return integerParameter(parameters, nameIn(parameters, NODE_NAMES) ?? "");
}

function sent(parameters: Parameters, names: readonly string[]): string | undefined {
  const name = nameIn(parameters, names);
  const value: ParameterValue | undefined = name === undefined ? undefined : parameters[name];
  return value === undefined || value === null ? undefined : String(value);
}

function nameIn(parameters: Parameters, names: readonly string[]): string | undefined {
  return names.find((name) => Object.hasOwn(parameters, name));
}
