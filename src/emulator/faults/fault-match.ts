import { unknownMember } from "../desk/known-members.js";
import type { KnownNames } from "./known-names.js";

/** What a call is about, for the rules that hit some calls of an operation only. */
export interface CallFacts {
  /** As `executions` counts it: the id of a session or node, or a user's address. */
  readonly key: string;
  /** The address of the user in whose name it comes; undefined where nobody is known. */
  readonly caller: string | undefined;
  /** Empty where they cannot be read. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Which calls a rule hits; all of its operation where nothing is given. What is given must all be so. */
export interface FaultMatch {
  /** Calls about this alone, as `executions` counts them: the id of a session or node, or a user's address. */
  readonly key?: string | number;
  /** Calls of this user alone, by auth code, by cookie login, or by the address that a login brings. In any case. */
  readonly caller?: string;
  /** Calls with these values of parameters, by the contract's names, such as `{ iNode: 201 }`. */
  readonly parameters?: Readonly<Record<string, string | number | boolean>>;
}

/** Whether a rule's conditions hold for a call. */
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
      refuse(path, "expected a text, a number or true or false");
  }
}

// Addresses are compared without regard to case, and ids have none.
function isSame(wanted: string | number, actual: string | undefined): boolean {
  return String(wanted).toLowerCase() === actual?.toLowerCase();
}
