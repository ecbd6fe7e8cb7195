import { InvalidArgumentError } from "../../../errors/invalid-argument-error.js";
import { checkMembers } from "../../desk/known-members.js";

/** The names of the limits. */
export const LIMIT_NAMES = ["login", "pinCode", "emailText", "report"] as const;

/** The name of a rate limit. */
export type LimitName = (typeof LIMIT_NAMES)[number];

/**
 * Which rate limits apply: all or none of them, or each by its name. `login`: 10 calls in 3 minutes per user,
 * `pinCode`: one PIN a second, `emailText`: one text a second, `report`: one report a minute.
 *
 * @example
 * emulator.limits.set({ login: false });
 */
export type LimitSettings = boolean | Readonly<Partial<Record<LimitName, boolean>>>;

/** The rate limits of one emulator. */
export interface RateLimits {
  /** The limits that apply now. */
  readonly current: Readonly<Record<LimitName, boolean>>;
  /**
   * Switches limits on and off until the next reset: all of them, or those that are named. Counts are kept.
   * @throws {InvalidArgumentError} for an unknown limit, and for a value that is neither true nor false.
   */
  set(limits: LimitSettings): void;
}

/** Which rate limits apply. */
export class Limits implements RateLimits {
  readonly #initial: Readonly<Record<LimitName, boolean>>;
  #current: Readonly<Record<LimitName, boolean>>;

  /** @throws {InvalidArgumentError} as `set`. */
  constructor(initial: LimitSettings) {
    this.#initial = changed(ALL, initial);
    this.#current = this.#initial;
  }

  get current(): Readonly<Record<LimitName, boolean>> {
    return this.#current;
  }

  set(limits: LimitSettings): void {
    this.#current = changed(this.#current, limits);
  }

  /** Restores the limits with which the emulator was started. */
  reset(): void {
    this.#current = this.#initial;
  }

  apply(name: LimitName): boolean {
    return this.#current[name];
  }
}

const ALL = all(true);

function all(applies: boolean): Readonly<Record<LimitName, boolean>> {
  return { login: applies, pinCode: applies, emailText: applies, report: applies };
}

function changed(before: Readonly<Record<LimitName, boolean>>, limits: LimitSettings): typeof before {
  if (typeof limits === "boolean") return all(limits);
  if (typeof limits !== "object" || limits === null)
    refuse("limits", `expected true, false or ${LIMIT_NAMES.join(", ")}`);
  checkMembers(limits, LIMIT_NAMES, (name, problem) => refuse(`limits.${name}`, problem));
  for (const [name, applies] of Object.entries(limits)) {
    if (typeof applies !== "boolean") refuse(`limits.${name}`, "expected true or false");
  }
  return { ...before, ...limits };
}

function refuse(path: string, problem: string): never {
  throw new InvalidArgumentError(path, `${path}: ${problem}`);
}
