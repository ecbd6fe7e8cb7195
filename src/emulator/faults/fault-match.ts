import { unknownMember } from "../desk/known-members.js";
import type { KnownNames } from "./known-names.js";

/** The subject of a call, for rules that match only some calls of an operation. */
export interface CallFacts {
  /** The key under which `executions` counts it: the id of a session or node, or a user's address. */
  readonly key: string;
  /** The email address of the caller; undefined if it is not known. */
  readonly caller: string | undefined;
  /** Empty if they cannot be read. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The calls that a rule matches: all calls of its operation, or those for which every given condition holds. */
export interface FaultMatch {
  /** Only calls with this key, as `executions` counts them: the id of a session or node, or a user's address. */
  readonly key?: string | number;
  /**
   * Only calls of this user, by auth code, cookie login, or the address in a login. Compared without regard to case.
   */
  readonly caller?: string;
  /** Only calls with these parameters, by the contract's names, such as `{ iNode: 201 }`. */
  readonly parameters?: Readonly<Record<string, string | number | boolean>>;
}

/** Whether a rule matches a call. */
export function isHit({ key, caller, parameters = {} }: FaultMatch, facts: CallFacts): boolean {
  if (key !== undefined && !isSame(key, facts.key)) return false;
  if (caller !== undefined && !isSame(caller, facts.caller)) return false;
  return Object.entries(parameters).every(
    ([name, value]) => Object.hasOwn(facts.parameters, name) && String(facts.parameters[name]) === String(value),
  );
}

/**
 * Checks the conditions of a rule.
 * @param known the names that rules may use.
 * @param refuse throws, from the field's path and what is wrong with it.
 */
export function checkMatch(
  operation: string,
  { key, caller, parameters }: FaultMatch,
  known: KnownNames,
  refuse: (path: string, problem: string) => never,
): void {
  if (key !== undefined && typeof key !== "string" && !Number.isSafeInteger(key)) {
    refuse("key", "expected the id of a session or node, or a user's address");
  }
  if (caller !== undefined && typeof caller !== "string") refuse("caller", "expected a user's address");
  if (parameters === undefined) return;
  if (typeof parameters !== "object" || parameters === null) refuse("parameters", "expected an object of values");
  for (const [name, value] of Object.entries(parameters)) {
    const path = `parameters.${name.slice(0, 80)}`;
    const names = known.parametersOf(operation);
    if (!names.includes(name)) refuse(path, unknownMember(name, operation === "*" ? [] : names));
    if (!["string", "number", "boolean"].includes(typeof value))
      refuse(path, "expected a string, a number or true or false");
  }
}

// Addresses are compared without regard to case, and ids have none.
function isSame(wanted: string | number, actual: string | undefined): boolean {
  return String(wanted).toLowerCase() === actual?.toLowerCase();
}
