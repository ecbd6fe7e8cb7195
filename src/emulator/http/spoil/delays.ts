import { onAbort } from "../../../soap/http/abort-listeners.js";

/** Waits that delay neither the end of the process nor `close()`. */
export class Delays {
  readonly #timers = new Set<NodeJS.Timeout>();

  /**
   * Resolves after `ms` milliseconds of real time, or at once if `signal` is aborted; never if `end` comes first, as
   * there is no client left to answer.
   */
  wait(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const over = () => {
        clearTimeout(timer);
        this.#timers.delete(timer);
        removeListener?.();
        resolve();
      };
      const timer = setTimeout(over, ms);
      const removeListener = signal && onAbort(signal, over);
      timer.unref();
      this.#timers.add(timer);
    });
  }

  /** The number of waits in progress. */
  get size(): number {
    return this.#timers.size;
  }

  /** Drops every wait. */
  end(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
