/** Waits that hold up neither the end of the process nor `close()`. */
export class Delays {
  readonly #timers = new Set<NodeJS.Timeout>();

  /** Resolves after `ms` milliseconds of real time; never when `end` comes first, as then nobody is left to be told. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        resolve();
      }, ms);
      timer.unref();
      this.#timers.add(timer);
    });
  }

  /** How many waits are going on. */
  get size(): number {
    return this.#timers.size;
  }

  /** Drops every wait. */
  end(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
