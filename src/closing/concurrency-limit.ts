/** How much slower than the baseline calls may become before fewer of them are made. */
const TOLERANCE = 2;
/** Milliseconds that make no difference: timers and garbage collection. */
const NOISE = 10;
const LEAST_SAMPLES = 8;
const AFTER_FAILURE = 0.7;
const STEEPEST = 0.5;
/** By how much the baseline follows a service that has become slower for good: with each window. */
const DRIFT = 1.03;
const DRIFT_ALONE = 0.3;

/** Why the limit has changed. */
export type LimitChange = "slower" | "faster" | undefined;

/**
 * How many calls may be in flight. It starts at the most; a failure that tells of an overloaded service, or calls that
 * take much longer than they used to, lower it by a factor, and calls that are answered raise it again, by one for as many
 * answers as there are calls in flight. How long calls usually take is the smoothed minimum of what they took.
 *
 * All times are milliseconds of a clock that nobody sets.
 */
export class ConcurrencyLimit {
  readonly #most: number;
  #value: number;
  /** Answers since the last change. */
  #answers = 0;
  /** Calls that began before it belong to the time before the limit was lowered. */
  #loweredAt = Number.NEGATIVE_INFINITY;
  #samples: number[] = [];
  #baseline: number | undefined;
  /** True where the last window was slow: nothing is raised. */
  #isSlow = false;

  constructor(most: number) {
    this.#most = most;
    this.#value = most;
  }

  get value(): number {
    return this.#value;
  }

  /** A call has been answered. */
  answered(begun: number, now: number): LimitChange {
    const before = this.#value;
    this.#sample(now - begun, now);
    if (this.#value < before) return "slower";
    this.#answers += 1;
    if (this.#isSlow || this.#value >= this.#most || this.#answers < this.#value) return undefined;
    this.#answers = 0;
    this.#value += 1;
    return "faster";
  }

  /** A call has met a limit, no answer in time, or a fault. Calls that were in flight together lower the limit once. */
  failed(begun: number, now: number): LimitChange {
    return begun <= this.#loweredAt ? undefined : this.#lower(AFTER_FAILURE, now);
  }

  /** The service is back after it was away: begins with a single call. */
  restart(now: number): LimitChange {
    return this.#lower(0, now);
  }

  #lower(factor: number, now: number): LimitChange {
    const before = this.#value;
    this.#value = Math.max(1, Math.floor(before * factor));
    this.#answers = 0;
    this.#loweredAt = now;
    this.#samples = [];
    return this.#value < before ? "slower" : undefined;
  }

  #sample(milliseconds: number, now: number): void {
    this.#samples.push(milliseconds);
    if (this.#samples.length < Math.max(LEAST_SAMPLES, 2 * this.#value)) return;
    const median = this.#samples.sort((a, b) => a - b)[this.#samples.length >> 1] as number;
    this.#samples = [];
    const baseline = this.#baseline ?? median;
    const bound = TOLERANCE * baseline + NOISE;
    this.#isSlow = median > bound && this.#value > 1;
    if (this.#isSlow) this.#lower(Math.max(STEEPEST, bound / median), now);
    // A single call does not wait for others: what it takes is what the service needs at present.
    const drifted = this.#value === 1 ? baseline + DRIFT_ALONE * (median - baseline) : baseline * DRIFT;
    this.#baseline = Math.min(median, drifted);
  }
}
