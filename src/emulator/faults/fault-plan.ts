import { checkMembers } from "../desk/known-members.js";
import { SeededRandom } from "../desk/seeded-random.js";
import { Delays } from "../http/spoil/delays.js";
import { type CallFacts, isHit } from "./fault-match.js";
import { checkDelay, checkRule, type FaultRule, refuse } from "./fault-rule.js";
import { type FaultSchedule, RandomFaults } from "./fault-schedule.js";
import type { KnownNames } from "./known-names.js";

/**
 * A delay for every call: milliseconds, or a range from which delays are drawn, reproducibly for the same calls in the
 * same order.
 */
export type Latency = number | { readonly min: number; readonly max: number };

/** A rule with its counters. */
export interface PlannedFault {
  readonly rule: FaultRule;
  /** The number of calls that it has matched. */
  readonly seen: number;
  /** The number of calls on which it was played. */
  readonly played: number;
}

/**
 * The faults of one emulator.
 *
 * @example
 * emulator.faults.add({ operation: "closeSession", phase: "after", kind: "reset" });
 * emulator.faults.schedule({ seed: 1, rate: 0.1 });
 */
export interface Faults {
  /**
   * Plays a fault on later calls. Each rule counts the calls that it matches on its own; if two rules are due on the
   * same call, the older one is played.
   * @throws {InvalidArgumentError} naming the field: an unknown operation, parameter, result or kind, an `nth` below 1,
   *   a header that HTTP does not allow.
   */
  add(rule: FaultRule): void;
  /** All rules, including those that are used up. */
  list(): readonly PlannedFault[];
  /**
   * Plays random faults on calls on which no rule is played; replaces an earlier schedule.
   * @throws {InvalidArgumentError} naming the field.
   */
  schedule(schedule: FaultSchedule): void;
  /**
   * Delays every call before it is processed, and with it later calls of the same login; 0 for no delay. Real time, not
   * the clock's.
   * @throws {InvalidArgumentError} for an invalid delay, or one longer than ten minutes.
   */
  latency(latency: Latency): void;
  /** Removes all rules, the schedule and the latency. */
  clear(): void;
}

interface CountedRule {
  readonly rule: FaultRule;
  readonly first: number;
  /** The first call on which it is no longer played. */
  readonly end: number;
  seen: number;
  played: number;
}

// Any number: it only has to be the same after each `latency`.
const LATENCY_SEED = 1;

/** The planned faults with their counters. */
export class FaultPlan implements Faults {
  /** The delays of faults in progress. */
  readonly delays = new Delays();
  readonly #known: KnownNames;
  #rules: CountedRule[] = [];
  #random: RandomFaults | undefined;
  #latency = { min: 0, max: 0 };
  #latencyRandom = new SeededRandom(LATENCY_SEED);

  /** @param known the names that rules may use. */
  constructor(known: KnownNames) {
    this.#known = known;
  }

  add(rule: FaultRule): void {
    const checked = checkRule(rule, this.#known);
    const { nth = 1, times = 1 } = checked;
    const end = nth + (times === "always" ? Number.POSITIVE_INFINITY : times);
    this.#rules.push({ rule: checked, first: nth, end, seen: 0, played: 0 });
  }

  list(): readonly PlannedFault[] {
    return this.#rules.map(({ rule, seen, played }) => ({ rule, seen, played }));
  }

  schedule(schedule: FaultSchedule): void {
    this.#random = new RandomFaults(schedule, this.#known);
  }

  /** The current schedule. */
  get scheduled(): FaultSchedule | undefined {
    return this.#random?.schedule;
  }

  latency(latency: Latency): void {
    if (typeof latency !== "number" && (typeof latency !== "object" || latency === null)) {
      refuse("latency", "expected milliseconds, or { min, max }");
    }
    if (typeof latency === "object") {
      checkMembers(latency, ["min", "max"], (name, problem) => refuse(`latency.${name}`, problem));
    }
    const { min, max } = typeof latency === "number" ? { min: latency, max: latency } : latency;
    checkDelay(typeof latency === "number" ? "latency" : "latency.min", min);
    checkDelay("latency.max", max);
    if (max < min) refuse("latency.max", "must not be below min");
    this.#latency = { min, max };
    this.#latencyRandom = new SeededRandom(LATENCY_SEED);
  }

  /** The range of the delay of every call, in milliseconds. */
  get latencyRange(): { readonly min: number; readonly max: number } {
    return this.#latency;
  }

  clear(): void {
    this.#rules = [];
    this.#random = undefined;
    this.#latency = { min: 0, max: 0 };
  }

  /** The fault to play on this call, if any. Counts the call. */
  next(operation: string, facts: CallFacts): FaultRule | undefined {
    let hit: CountedRule | undefined;
    for (const counted of this.#rules) {
      if (counted.rule.operation !== operation && counted.rule.operation !== "*") continue;
      if (!isHit(counted.rule, facts)) continue;
      counted.seen += 1;
      if (counted.seen >= counted.first && counted.seen < counted.end) hit ??= counted;
    }
    // Drawn whether a rule is played or not, so that another rule does not shift the random faults of later calls.
    const random = this.#random?.next(operation);
    if (!hit) return random;
    hit.played += 1;
    return hit.rule;
  }

  /** The delay of this call, in milliseconds. */
  nextLatency(): number {
    const { min, max } = this.#latency;
    return max === min ? min : min + this.#latencyRandom.integer(Math.floor(max - min) + 1);
  }
}
