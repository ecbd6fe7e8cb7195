import type { RunPlace } from "../../../src/cli/close/run-place.js";
import type { Output } from "../../../src/cli/output.js";
import type { CloseProgress, CloseTotals } from "../../../src/closing/close-run.js";

/** A place whose clock is set by hand, and whose lines can be read. */
export class FakePlace implements RunPlace {
  readonly stdoutIsTerminal = false;
  readonly stderrIsTerminal = false;
  readonly stdout: string[] = [];
  readonly stderr: string[] = [];
  /** After so many lines, standard output is full. */
  room = Number.POSITIVE_INFINITY;
  #now = 1000;
  #look: (() => void) | undefined;

  readonly clock = {
    now: () => this.#now,
    every: (_: number, look: () => void) => {
      this.#look = look;
      return () => {
        this.#look = undefined;
      };
    },
  };

  readonly out: Pick<Output, "line" | "json" | "problem"> = {
    line: (text) => this.#print(text),
    json: (value) => this.#print(JSON.stringify(value)),
    problem: async (text) => this.stderr.push(text) > 0,
  };

  /** Lets time pass, and looks. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    this.#look?.();
  }

  async #print(text: string): Promise<boolean> {
    if (this.stdout.length >= this.room) return false;
    return this.stdout.push(text) > 0;
  }
}

export const NO_TOTALS: CloseTotals = { closed: 0, notClosed: 0, unknown: 0, skipped: 0, codes: {} };

export function progressOf(totals: Partial<CloseTotals>, more: Partial<CloseProgress> = {}): CloseProgress {
  return {
    ...{ totals: { ...NO_TOTALS, ...totals }, inFlight: 1, concurrency: 2, inDoubt: 0, waiting: undefined },
    ...more,
  };
}
