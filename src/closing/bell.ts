/** Wakes the one who waits for a change. What rings while nobody waits is not remembered: check, then wait. */
export class Bell {
  #wake: (() => void) | undefined;

  ring(): void {
    this.#wake?.();
  }

  /** Waits for the next ring, or for `milliseconds`; 0 lets other work of the process go on. */
  async heard(milliseconds = Number.POSITIVE_INFINITY): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (milliseconds <= 0) setImmediate(resolve);
      else if (Number.isFinite(milliseconds)) timer = setTimeout(resolve, Math.ceil(milliseconds));
    });
    clearTimeout(timer);
    this.#wake = undefined;
  }
}
