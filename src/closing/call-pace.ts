/** Spaces calls so that no more than a number of them begin in a second. Times are of a clock that nobody sets. */
export class CallPace {
  readonly #interval: number;
  #next = Number.NEGATIVE_INFINITY;

  /** @param rate calls in a second; undefined for no limit. */
  constructor(rate: number | undefined) {
    this.#interval = rate === undefined ? 0 : 1000 / rate;
  }

  /** Milliseconds until the next call may begin. */
  left(now: number): number {
    return Math.max(0, this.#next - now);
  }

  begin(now: number): void {
    this.#next = now + this.#interval;
  }
}
