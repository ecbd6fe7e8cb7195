/** What a person who presses Ctrl-C wants, step by step. */
export interface RunInterrupt {
  /** The first SIGINT or SIGTERM: begin nothing new, let the call in progress end. */
  readonly signal: AbortSignal;
  /** The second: abort the call in progress. A third ends the process. */
  readonly force: AbortSignal;
  stop(): void;
}

/**
 * Turns the first SIGINT or SIGTERM into a wish to end, and the second into an abort, so that what is known can still
 * be printed.
 *
 * @param explain is called at the first signal.
 */
export function onInterrupt(explain: () => void = () => {}): RunInterrupt {
  const first = new AbortController();
  const second = new AbortController();
  const advance = () => {
    if (!first.signal.aborted) {
      first.abort();
      explain();
      return;
    }
    stop();
    second.abort();
  };
  const stop = () => {
    process.off("SIGINT", advance);
    process.off("SIGTERM", advance);
  };
  process.on("SIGINT", advance);
  process.on("SIGTERM", advance);
  return { signal: first.signal, force: second.signal, stop };
}
