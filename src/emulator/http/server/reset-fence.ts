/**
 * Separates the calls before a reset from those after it. A call takes the current signal when it arrives, and ends
 * without effect once that has been aborted.
 */
export class ResetFence {
  #controller = new AbortController();

  /** The signal that the next reset aborts. */
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
