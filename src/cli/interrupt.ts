import { output } from "./output.js";

/** What a person who presses Ctrl-C wants, step by step. */
export interface RunInterrupt {
  /** The first SIGINT, SIGTERM or SIGHUP: begin nothing new, let the call in progress end. */
  readonly signal: AbortSignal;
  /** The second, where the first was explained: abort the call in progress. A third ends the process. */
  readonly force: AbortSignal;
  stop(): void;
}

/**
 * Turns the first SIGINT, SIGTERM or SIGHUP into a wish to end, so that what is known can still be printed.
 *
 * @param explain is called at the first signal, and makes the second one an abort; without it, the second ends the
 *   process.
 */
export function onInterrupt(explain?: () => void): RunInterrupt {
  const first = new AbortController();
  const second = new AbortController();
  const advance = () => {
    if (!first.signal.aborted) {
      if (!explain) stop();
      first.abort();
      explain?.();
      return;
    }
    stop();
    second.abort();
  };
  // A terminal that is closed sends it twice, itself and by its shell: nobody has asked a second time. It stays, so that
  // neither of them ends the process before its logout.
  const hangUp = () => {
    if (!first.signal.aborted) advance();
  };
  const stop = () => {
    process.off("SIGINT", advance);
    process.off("SIGTERM", advance);
  };
  process.on("SIGINT", advance);
  process.on("SIGTERM", advance);
  process.on("SIGHUP", hangUp);
  return { signal: first.signal, force: second.signal, stop };
}

/** Tells the person who has pressed Ctrl-C what happens now. */
export function explainInterrupt(): void {
  void output.problem("rescue: interrupted: the call in progress is allowed to end; press Ctrl-C again to abort it");
}
