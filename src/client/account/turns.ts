import type { Deadline } from "../../soap/http/deadline.js";

/**
 * A queue for a number of places: first come, first served, and a place that is released goes to the next in line.
 * Waiting needs no timer besides the caller's own deadline; a caller that gives up leaves no trace.
 */
export class Turns {
  readonly #reason: (timeout: number) => string;
  // By their number in line. The numbers of those who gave up are missing.
  readonly #waiting = new Map<number, Waiting>();
  #free: number;
  readonly #places: number;
  #first = 0;
  #last = 0;

  /**
   * @param places how many callers may have one at a time.
   * @param reason what the error says when a caller's time passes in the queue.
   */
  constructor(places: number, reason: (timeout: number) => string) {
    this.#places = places;
    this.#free = places;
    this.#reason = reason;
  }

  /** True when no place is taken. */
  get idle(): boolean {
    return this.#free === this.#places;
  }

  /**
   * Waits for a place.
   *
   * @returns a function that releases the place; calling it again does nothing.
   * @throws {DeadlineError | AbortedError} (`not-sent`) when `deadline` ends first.
   */
  async take(deadline: Deadline): Promise<() => void> {
    deadline.check();
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait(deadline);
    let held = true;
    return () => {
      if (held) this.#pass();
      held = false;
    };
  }

  /** Does something in a place of its own. */
  async run<T>(deadline: Deadline, work: () => Promise<T>): Promise<T> {
    const leave = await this.take(deadline);
    try {
      return await work();
    } finally {
      leave();
    }
  }

  #wait(deadline: Deadline): Promise<void> {
    return new Promise((resolve, reject) => {
      const number = this.#last;
      this.#last += 1;
      const off = deadline.onEnd(() => {
        this.#waiting.delete(number);
        reject(deadline.error("not-sent", this.#reason(deadline.timeout)));
      });
      const go = () => {
        off();
        resolve();
      };
      this.#waiting.set(number, { deadline, go });
    });
  }

  // The place goes to the next in line without becoming free in between, so that nobody can overtake. Each number is
  // visited once, whether its caller still waits or not.
  #pass(): void {
    for (; this.#first < this.#last; this.#first += 1) {
      const next = this.#waiting.get(this.#first);
      // Time is up for some whose timer has not fired yet, as calls that were made together end together: such a call
      // must not be sent in its last moment. Its timer ends it.
      if (!next || next.deadline.remaining === 0) continue;
      this.#waiting.delete(this.#first);
      this.#first += 1;
      next.go();
      return;
    }
    this.#free += 1;
  }
}

interface Waiting {
  readonly deadline: Deadline;
  readonly go: () => void;
}
