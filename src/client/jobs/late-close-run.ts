import type { CloseEnd, CloseProgress, CloseResult, CloseRun } from "../../closing/close-run.js";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";

/** A run that has been opened. */
export interface OpenCloseRun {
  readonly progress: CloseProgress;
  readonly ended: CloseEnd | undefined;
  results(): AsyncGenerator<CloseResult, void, undefined>;
}

const NOT_BEGUN: CloseProgress = {
  totals: { closed: 0, notClosed: 0, unknown: 0, skipped: 0, codes: {} },
  inFlight: 0,
  concurrency: 0,
  inDoubt: 0,
  waiting: undefined,
};

/** A run whose code is loaded when it begins. */
export class LateCloseRun implements CloseRun {
  readonly #open: () => Promise<OpenCloseRun>;
  #run: OpenCloseRun | undefined;
  #isBegun = false;

  constructor(open: () => Promise<OpenCloseRun>) {
    this.#open = open;
  }

  get progress(): CloseProgress {
    return this.#run?.progress ?? NOT_BEGUN;
  }

  get ended(): CloseEnd | undefined {
    return this.#run?.ended;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<CloseResult, void, undefined> {
    if (this.#isBegun) throw new InvalidArgumentError("run", "closeSessions: a run is iterated once; make another");
    this.#isBegun = true;
    this.#run = await this.#open();
    yield* this.#run.results();
  }
}
