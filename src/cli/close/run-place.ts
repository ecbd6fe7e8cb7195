import { type Output, output } from "../output.js";

/** What tells the time of a run, and has it looked at again and again. */
export interface RunClock {
  /** Milliseconds, from any beginning on. */
  now(): number;
  /** @returns a function that ends the looking. */
  every(milliseconds: number, look: () => void): () => void;
}

/** Where a run takes place. */
export interface RunPlace {
  readonly clock: RunClock;
  readonly out: Pick<Output, "line" | "json" | "problem">;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
}

/** This process. */
export const ownPlace: RunPlace = {
  clock: {
    now: () => performance.now(),
    every: (milliseconds, look) => {
      const timer = setInterval(look, milliseconds).unref();
      return () => clearInterval(timer);
    },
  },
  out: output,
  stdoutIsTerminal: process.stdout.isTTY === true,
  stderrIsTerminal: process.stderr.isTTY === true,
};
