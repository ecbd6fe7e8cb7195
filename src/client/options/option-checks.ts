import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";

/** Says what is expected of a value; undefined where the value is as expected. */
export type Check = (value: unknown) => string | undefined;

/** A check for each member of an options type: the compiler reports one that is missing, or one too many. */
export type Checks<Options> = { readonly [Name in keyof Required<Options>]: Check };

/**
 * Checks an object of options. A member that is undefined counts as absent.
 *
 * @param path where the object stands in the client's options, such as `retry`; empty for the options themselves.
 * @throws {InvalidArgumentError} naming the member that is wrong or unknown, never its value.
 */
export function checkByTable<Options>(options: Options, checks: Checks<Options>, path = ""): void {
  const table: Readonly<Record<string, Check>> = checks;
  const names = Object.keys(table).join(", ");
  if (!isObject(options)) throw refusal(path || "options", `expected an object with ${names}`);
  for (const [name, value] of Object.entries(options)) {
    const at = path === "" ? name : `${path}.${name}`;
    const check = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!check) throw refusal(at, `is not an option; expected ${names}`);
    const problem = value === undefined ? undefined : check(value);
    if (problem !== undefined) throw refusal(at, problem);
  }
}

/** The error that names an option and what is wrong with it. */
export function refusal(path: string, problem: string): InvalidArgumentError {
  return new InvalidArgumentError(path, `${path}: ${problem}`);
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** For what is checked where it is read. */
export const checkedElsewhere: Check = () => undefined;

export function oneOf(...allowed: readonly (string | boolean)[]): Check {
  const listed = allowed.map((value) => JSON.stringify(value)).join(" or ");
  return (value) => (allowed.some((one) => one === value) ? undefined : `expected ${listed}`);
}

export function wholeNumber(least: number, most: number): Check {
  return (value) =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
      ? undefined
      : `expected a whole number from ${least} to ${most}`;
}

/** The most milliseconds that a Node timer takes: it fires at once for more. */
const LONGEST_TIMER = 2_147_483_647;

/** A number of milliseconds from `least` on. */
export function milliseconds(least: "above 0" | "from 0"): Check {
  return (value) => {
    const inRange = typeof value === "number" && value >= 0 && value <= LONGEST_TIMER;
    return inRange && (least === "from 0" || value > 0)
      ? undefined
      : `expected milliseconds ${least}, at most ${LONGEST_TIMER}`;
  };
}

/** An object that has these members, whatever class it is of: another copy of its package may have made it. */
export function having(members: readonly string[], what: string): Check {
  return (value) => (isObject(value) && members.every((member) => member in value) ? undefined : `expected ${what}`);
}
