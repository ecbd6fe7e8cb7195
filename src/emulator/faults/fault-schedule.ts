import { checkMembers } from "../desk/known-members.js";
import { SeededRandom } from "../desk/seeded-random.js";
import type { FaultKind } from "../http/spoil/fault-kind.js";
import { checkKind, checkOperation, checkPhase, type FaultRule, type Phase, refuse } from "./fault-rule.js";
import type { KnownNames } from "./known-names.js";

/** Random faults, reproducible for the same seed and the same calls in the same order. */
export interface FaultSchedule {
  /** A whole number from 0 to 4294967295. */
  readonly seed: number;
  /** The share of calls on which to play a fault, from 0 to 1. */
  readonly rate: number;
  /**
   * The kinds to play, all equally likely. By default those that end at once: `reset`, `close`, `truncate`,
   * `status`, `garbage`, `empty`, `not-http`, `malformed-xml`, `wrong-content-type`, `connection-close`.
   */
  readonly kinds?: readonly FaultKind[];
  /** The operations; all by default. Calls of other operations are not counted. */
  readonly operations?: readonly string[];
  /** The phases. @default ["before", "after"] */
  readonly phases?: readonly Phase[];
}

// What ends at once and costs little. A `stall` waits for the client.
const QUICK_KINDS: readonly FaultKind[] = [
  ...(["reset", "close", "truncate", "status", "garbage", "empty"] as const),
  ...(["not-http", "malformed-xml", "wrong-content-type", "connection-close"] as const),
];

const FIELDS: readonly string[] = ["seed", "rate", "kinds", "operations", "phases"];

/** A schedule in progress. */
export class RandomFaults {
  readonly schedule: FaultSchedule;
  readonly #random: SeededRandom;
  readonly #operations: ReadonlySet<string> | undefined;
  readonly #kinds: readonly FaultKind[];
  readonly #phases: readonly Phase[];

  /**
   * @param known the names that schedules may use.
   * @throws {InvalidArgumentError} naming the field.
   */
  constructor(schedule: FaultSchedule, known: KnownNames) {
    checkSchedule(schedule, known);
    this.schedule = structuredClone(schedule);
    this.#random = new SeededRandom(schedule.seed);
    this.#operations = schedule.operations && new Set(schedule.operations);
    this.#kinds = this.schedule.kinds ?? QUICK_KINDS;
    this.#phases = this.schedule.phases ?? ["before", "after"];
  }

  /** The fault to play on this call, if any. */
  next(operation: string): FaultRule | undefined {
    if (this.#operations && !this.#operations.has(operation) && !this.#operations.has("*")) return undefined;
    // Three numbers for every call: what is drawn for one call does not depend on the results of earlier ones.
    const hit = this.#random.integer(1_000_000) < this.schedule.rate * 1_000_000;
    const kind = this.#kinds[this.#random.integer(this.#kinds.length)];
    const phase = this.#phases[this.#random.integer(this.#phases.length)];
    return hit && kind && phase ? { operation, kind, phase } : undefined;
  }
}

function checkSchedule(schedule: FaultSchedule, known: KnownNames): void {
  if (typeof schedule !== "object" || schedule === null) refuse("schedule", "expected an object with seed and rate");
  checkMembers(schedule, FIELDS, refuse);
  const { seed, rate } = schedule;
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffff_ffff)
    refuse("seed", "must be a whole number from 0 to 4294967295");
  if (typeof rate !== "number" || !(rate >= 0 && rate <= 1)) refuse("rate", "must be a number from 0 to 1");
  checkEach("kinds", schedule.kinds, checkKind);
  checkEach("operations", schedule.operations, (path, name) => checkOperation(path, name, known));
  checkEach("phases", schedule.phases, checkPhase);
}

function checkEach<T>(name: string, values: readonly T[] | undefined, check: (path: string, value: T) => void): void {
  if (values === undefined) return;
  if (!Array.isArray(values) || values.length === 0) refuse(name, "expected an array with at least one entry");
  for (const [index, value] of values.entries()) check(`${name}[${index}]`, value);
}
