/** What happened in one interval of a run. */
export interface Interval {
  closed: number;
  refused: number;
  unknown: number;
  /** Milliseconds in which the run waited instead of making calls. */
  waited: number;
}

/** The most intervals; where a run lasts longer, two become one. */
const MOST = 120;

/** Counts what happens over time in intervals of one length, whose number does not grow with the run. */
export class Timeline {
  /** Milliseconds of an interval. */
  width = 250;
  #intervals: Interval[] = [];

  get intervals(): readonly Readonly<Interval>[] {
    return this.#intervals;
  }

  /** @param at milliseconds since the run began. */
  count(what: "closed" | "refused" | "unknown", at: number): void {
    this.#at(at)[what] += 1;
  }

  /** Adds a time of waiting. */
  wait(from: number, to: number): void {
    // The last interval is made first: it may change the width.
    this.#at(to);
    for (let start = from; start < to; ) {
      const end = Math.min(to, (Math.floor(start / this.width) + 1) * this.width);
      this.#at(start).waited += end - start;
      start = end;
    }
  }

  #at(at: number): Interval {
    while (at >= this.width * MOST) this.#halve();
    const index = Math.max(0, Math.floor(at / this.width));
    while (this.#intervals.length <= index) this.#intervals.push({ closed: 0, refused: 0, unknown: 0, waited: 0 });
    return this.#intervals[index] as Interval;
  }

  #halve(): void {
    const intervals = this.#intervals;
    this.#intervals = [];
    this.width *= 2;
    for (const [index, { closed, refused, unknown, waited }] of intervals.entries()) {
      const sum = this.#at(Math.floor(index / 2) * this.width);
      sum.closed += closed;
      sum.refused += refused;
      sum.unknown += unknown;
      sum.waited += waited;
    }
  }
}
