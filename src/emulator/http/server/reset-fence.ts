/**
 * Tells the calls of before a reset from those after it. A call takes the signal that is in force when it arrives, and
 * ends without effect once that has been aborted.
 */
export class ResetFence {
  #controller = new AbortController();

  /** What is aborted at the next reset. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Ends the calls that have arrived so far. */
  raise(): void {
    const before = this.#controller;
    this.#controller = new AbortController();
    before.abort();
  }
}
