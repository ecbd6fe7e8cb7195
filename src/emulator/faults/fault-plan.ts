import { checkMembers } from "../desk/known-members.js";
import { SeededRandom } from "../desk/seeded-random.js";
import { Delays } from "../http/spoil/delays.js";
import { type CallFacts, isHit } from "./fault-match.js";
import { checkDelay, checkRule, type FaultRule, refuse } from "./fault-rule.js";
import { type FaultSchedule, RandomFaults } from "./fault-schedule.js";
import type { KnownNames } from "./known-names.js";

/** A time for every call: milliseconds, or a range to draw from, the same again for the same calls in the same order. */
export type Latency = number | { readonly min: number; readonly max: number };

/** A rule and how far it has come. */
export interface PlannedFault {
  readonly rule: FaultRule;
  /** How many calls it has counted. */
  readonly seen: number;
  /** How many of them it was played on. */
  readonly played: number;
}

/** The faults of one emulator, as its user sees them. */
export interface Faults {
  /**
   * Plays a fault on coming calls. Rules count the calls that they may hit each on its own; where two hit the same call,
   * the older one wins.
   * @throws {InvalidArgumentError} naming the field: an operation, parameter or result that the service does not have, a
   *   kind that is none, an `nth` below 1, a header that HTTP cannot carry.
   */
  add(rule: FaultRule): void;
  /** The rules, those that have been played to their end too. */
  list(): readonly PlannedFault[];
  /**
   * Plays random faults on calls that no rule hits, in place of an earlier schedule.
   * @throws {InvalidArgumentError} naming the field.
   */
  schedule(schedule: FaultSchedule): void;
  /**
   * Lets every call take time before it is worked on, its login waiting; 0 for none. Real time, not the clock's.
   * @throws {InvalidArgumentError} for what is no time, or longer than ten minutes.
   */
  latency(latency: Latency): void;
  /** Forgets all rules, the schedule and the latency. */
  clear(): void;
}

interface CountedRule {
  readonly rule: FaultRule;
  readonly first: number;
  /** The first call that is not hit any more. */
  readonly end: number;
  seen: number;
  played: number;
}

// Any: it only has to be the same one again after `latency`.
const LATENCY_SEED = 1;

/** The planned faults and how far each has come. */
export class FaultPlan implements Faults {
  /** The waits that faults are making. */
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

  /** The schedule under way. */
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

  /** The range of milliseconds that every call takes longer. */
  get latencyRange(): { readonly min: number; readonly max: number } {
    return this.#latency;
  }

  clear(): void {
    this.#rules = [];
    this.#random = undefined;
    this.#latency = { min: 0, max: 0 };
  }

  /** The fault that hits this call of the operation, if any. Counts the call. */
  next(operation: string, facts: CallFacts): FaultRule | undefined {
    let hit: CountedRule | undefined;
    for (const counted of this.#rules) {
      if (counted.rule.operation !== operation && counted.rule.operation !== "*") continue;
      if (!isHit(counted.rule, facts)) continue;
      counted.seen += 1;
      if (counted.seen >= counted.first && counted.seen < counted.end) hit ??= counted;
    }
    // Drawn whether a rule hits or not, so that a rule more does not move the random faults of later calls.
    const random = this.#random?.next(operation);
    if (!hit) return random;
    hit.played += 1;
    return hit.rule;
  }

  /** How many milliseconds this call takes longer. */
  nextLatency(): number {
    const { min, max } = this.#latency;
    return max === min ? min : min + this.#latencyRandom.integer(Math.floor(max - min) + 1);
  }
}
