import { backoff } from "./backoff.js";

/** So many calls in a row that the service leaves open are no accident. */
const LOST_IN_ROW = 4;

/** A pause that has begun. */
export interface Pause {
  readonly for: "outage" | "limit" | "login";
  /** Why, in a sentence. */
  readonly reason: string;
  readonly milliseconds: number;
}

/**
 * Knows when a service is not to be called: after calls that did not reach it, several in a row that it left open, or a
 * limit. Each failure after a pause makes the next one longer; an answer ends it.
 */
export class Trouble {
  /** Milliseconds without an answer after which there is no hope. */
  readonly patience: number;
  readonly #random: () => number;
  #failures = 0;
  #lost = 0;
  #since: number | undefined;
  #answeredAt = Number.NEGATIVE_INFINITY;
  #pausedAt = Number.NEGATIVE_INFINITY;
  #until = Number.NEGATIVE_INFINITY;
  #pause: Omit<Pause, "milliseconds"> = { for: "outage", reason: "" };

  constructor(patience: number, random: () => number) {
    this.patience = patience;
    this.#random = random;
  }

  /** What was met last. */
  get kind(): Pause["for"] {
    return this.#pause.for;
  }

  /** Why, in a sentence. */
  get reason(): string {
    return this.#pause.reason;
  }

  /** True until a call is answered again: one is made at a time. */
  get isThere(): boolean {
    return this.#since !== undefined;
  }

  /** True where no call was answered for too long. */
  isHopeless(now: number): boolean {
    // The same sum as that of the last pause's end: a rounded difference could be less, and no time would pass.
    return this.#since !== undefined && now >= this.#since + this.patience;
  }

  /** The pause that is to be waited for. */
  pause(now: number): Pause | undefined {
    const left = this.#until - now;
    return left > 0 ? { ...this.#pause, milliseconds: left } : undefined;
  }

  /** An answer, good or bad. @returns true where it ends the trouble. */
  answered(now: number): boolean {
    const ends = this.#since !== undefined;
    this.#answeredAt = now;
    this.#since = undefined;
    this.#failures = 0;
    this.#lost = 0;
    // What the service asked to wait for is waited for all the same.
    if (ends && this.#pause.for !== "limit") this.#until = now;
    return ends;
  }

  /** A call ended without an answer after it had left. @returns the pause that begins. */
  lost(reason: string, begun: number, now: number): Pause | undefined {
    this.#lost += 1;
    return this.isThere || this.#lost >= LOST_IN_ROW ? this.meet("outage", reason, begun, now) : undefined;
  }

  /**
   * A call was not let in, or did not reach the service. Where others were answered since it began, that is no outage.
   *
   * @param wait milliseconds that the service asked to wait: it may ask for none, and is not called without a pause.
   * @returns the pause that begins; undefined where there is one for the same reason, or none is needed.
   */
  meet(kind: Pause["for"], reason: string, begun: number, now: number, wait?: number): Pause | undefined {
    if (begun <= this.#pausedAt || (kind === "outage" && begun < this.#answeredAt)) return undefined;
    this.#since ??= now;
    this.#failures += 1;
    this.#pausedAt = now;
    const end = this.#since + this.patience;
    this.#until = Math.min(end, now + Math.max(wait ?? 0, backoff(this.#failures, this.#random)));
    this.#pause = { for: kind, reason };
    return { ...this.#pause, milliseconds: Math.max(0, this.#until - now) };
  }
}
