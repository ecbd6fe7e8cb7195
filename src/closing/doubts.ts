import { backoff } from "./backoff.js";

/** A session whose close may have happened. */
export interface Doubt {
  readonly session: number;
  /** How often its close has been called. */
  readonly attempt: number;
  /** How often earlier runs have called it: those that were killed may not have. */
  readonly earlier?: number;
  /** Since when, by a clock that nobody sets. */
  readonly since: number;
  /**
   * `lost`: nothing is known of the call, which may still be under way. `answered`: it has ended, with an answer that does
   * not say what was done.
   */
  readonly kind: "lost" | "answered";
  readonly code: string;
  readonly literal?: string;
  readonly message: string;
}

/** Milliseconds for which doubts gather before they are asked about together. */
const GATHERING = 5_000;
/** Of the time, asking takes this part at most while calls are made. */
const SHARE = 1 / 5;
/** How many are asked about at a time. */
const BATCH = 500;
const MOST = 10_000;

/** How often the service is asked about a session where it does not tell. */
const MOST_ASKS = 3;

interface Kept {
  readonly doubt: Doubt;
  /** True where a queue listed it. */
  isAsked: boolean;
  /** How often the service did not tell. */
  untold: number;
  notBefore: number;
}

/** The sessions in doubt, and when the service is to be asked about them. */
export class Doubts {
  readonly #settleAfter: number;
  readonly #kept = new Map<number, Kept>();
  #notBefore = Number.NEGATIVE_INFINITY;

  /** @param settleAfter milliseconds after which a lost call can no longer be under way. */
  constructor(settleAfter: number) {
    this.#settleAfter = settleAfter;
  }

  get size(): number {
    return this.#kept.size;
  }

  /** True where there are so many that no further calls should be made before some are settled. */
  get isFull(): boolean {
    return this.#kept.size >= MOST;
  }

  add(doubt: Doubt): void {
    this.#kept.set(doubt.session, {
      doubt,
      isAsked: false,
      untold: 0,
      notBefore: Number.NEGATIVE_INFINITY,
    });
  }

  remove(session: number): void {
    this.#kept.delete(session);
  }

  /** True where the service was asked about each of them. */
  get areAsked(): boolean {
    for (const { isAsked, untold } of this.#kept.values()) if (!isAsked && untold === 0) return false;
    return true;
  }

  /** A queue listed it: it is asked about again when its call cannot be under way any more. */
  asked(session: number): void {
    const kept = this.#kept.get(session);
    if (kept) kept.isAsked = true;
  }

  /** The service did not tell. @returns whether it is to be asked again, after a while. */
  asksAgain(session: number, now: number): boolean {
    const kept = this.#kept.get(session);
    if (!kept) return false;
    kept.untold += 1;
    kept.notBefore = now + backoff(kept.untold, Math.random);
    return kept.untold < MOST_ASKS;
  }

  /** True where a call that is in doubt cannot be under way any more at that time. */
  isOld({ since }: Doubt, at: number): boolean {
    return at >= since + this.#settleAfter;
  }

  /** Asking has taken so long: the next time is not at once. */
  took(milliseconds: number, now: number): void {
    this.#notBefore = now + milliseconds * (1 / SHARE - 1);
  }

  /**
   * Milliseconds until the next are to be asked about; infinite where there are none.
   *
   * @param isIdle true where there is nothing else to do.
   */
  left(now: number, isIdle: boolean): number {
    let due = Number.POSITIVE_INFINITY;
    for (const kept of this.#kept.values()) due = Math.min(due, this.#due(kept, isIdle));
    const notBefore = isIdle ? Number.NEGATIVE_INFINITY : this.#notBefore;
    return Math.max(0, Math.max(due, notBefore) - now);
  }

  /** Those that are to be asked about now. @param all also those that were asked about lately. */
  batch(now: number, all: boolean): readonly Doubt[] {
    const batch: Doubt[] = [];
    for (const kept of this.#kept.values()) {
      const isDue = kept.isAsked ? this.#due(kept, false) <= now : kept.notBefore <= now;
      if (batch.length < BATCH && (all || isDue)) batch.push(kept.doubt);
    }
    return batch;
  }

  /** All of them. */
  *all(): Iterable<Doubt> {
    for (const { doubt } of this.#kept.values()) yield doubt;
  }

  #due({ doubt, isAsked, notBefore }: Kept, isIdle: boolean): number {
    if (isAsked) return Math.max(notBefore, doubt.since + this.#settleAfter);
    return Math.max(notBefore, isIdle || this.isFull ? doubt.since : doubt.since + GATHERING);
  }
}
