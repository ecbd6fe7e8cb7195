import type { CloseProgress, CloseResult, CloseWait } from "../../closing/close-run.js";
import { roundDuration } from "../duration.js";
import { ProgressBar } from "../progress-bar.js";
import { closeLine, closeText, counted, sessions } from "./close-text.js";
import type { RunPlace } from "./run-place.js";

/** Where a run is shown. */
export interface DisplayOptions {
  /** A result, and what happens, as an object on each line. */
  readonly json: boolean;
  /** Shows only results: what a few sessions need. */
  readonly isPlain: boolean;
  /** How many sessions there are; undefined where they are read from a pipe. */
  readonly total: number | undefined;
}

/** How often a line says how far a run is, where no bar does. */
const LINE_EVERY = 30_000;
/** How long a wait lasts that is told. */
const WORTH_A_LINE = 1000;
/** How far back the rate looks. */
const RATE_OVER = 30_000;

/** Shows a run while it goes on: results as they come, and how far it is. */
export class CloseDisplay implements AsyncDisposable {
  readonly #options: DisplayOptions;
  readonly #place: RunPlace;
  readonly #bar: ProgressBar | undefined;
  /** How many sessions were done when. Those of an earlier run cost no time. */
  #samples: (readonly [at: number, done: number])[] = [];
  #lineAt: number;
  #seen: CloseWait["for"] | undefined;
  #seenAt = 0;
  /** What was said last to be waited for. */
  #waiting: CloseWait["for"] | undefined;

  constructor(options: DisplayOptions, place: RunPlace) {
    this.#options = options;
    this.#place = place;
    this.#lineAt = place.clock.now();
    const { json, isPlain, total } = options;
    // A bar and JSON cannot share a terminal.
    if (isPlain || !place.stderrIsTerminal || (json && place.stdoutIsTerminal)) return;
    this.#bar = new ProgressBar(`${total === undefined ? "" : "{bar} {percentage}% "}{state}`, false);
  }

  /** @returns false when the result could not be written. */
  result(result: CloseResult): Promise<boolean> {
    const { out, stdoutIsTerminal } = this.#place;
    if (this.#options.json) return out.json(closeLine(result));
    // The bar counts them, on the same terminal.
    if (result.closed && this.#bar && stdoutIsTerminal) return Promise.resolve(true);
    if (result.closed) return out.line(closeText(result));
    this.#bar?.stop();
    return out.problem(closeText(result));
  }

  /** A line about the run. */
  problem(text: string): void {
    this.#bar?.stop();
    void this.#place.out.problem(`rescue: ${text}`);
  }

  /** An event, where results are objects. */
  event(event: object): void {
    if (this.#options.json && !this.#options.isPlain) void this.#place.out.json(event);
  }

  /** Shows what a run does now. */
  look(progress: CloseProgress): void {
    if (this.#options.isPlain) return;
    const now = this.#place.clock.now();
    const done = doneOf(progress);
    this.#samples.push([now, done - progress.totals.skipped]);
    while ((this.#samples[1]?.[0] ?? now) <= now - RATE_OVER) this.#samples.shift();
    const { waiting } = progress;
    if (waiting?.for !== this.#seen) {
      this.#seen = waiting?.for;
      this.#seenAt = now;
    }
    // What is over at once is not worth a line.
    if (this.#seen !== this.#waiting && (!waiting || now - this.#seenAt >= WORTH_A_LINE)) {
      this.#waiting = this.#seen;
      this.event({
        ...{ event: "waiting", for: waiting?.for ?? null, reason: waiting?.reason },
        milliseconds: waiting?.milliseconds,
      });
      if (!this.#bar) this.#line(waiting ? waitText(waiting) : `goes on, ${this.#state(progress, done)}`);
    }
    if (now - this.#lineAt >= LINE_EVERY) {
      this.#lineAt = now;
      const { totals, inFlight, concurrency, inDoubt } = progress;
      const { total } = this.#options;
      const [rate, left] = this.#pace(progress, done);
      this.event({
        ...{ event: "progress", ...totals, total, inFlight, concurrency, inDoubt },
        ...{ perSecond: Math.round(rate * 100) / 100, secondsLeft: left === undefined ? left : Math.round(left) },
      });
      if (!this.#bar) this.#line(this.#state(progress, done));
    }
    // At least 1: a bar of 0 is nothing to divide by.
    this.#bar?.draw(done, Math.max(1, this.#options.total ?? done), this.#state(progress, done));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#bar?.[Symbol.asyncDispose]();
  }

  #line(text: string): void {
    if (!this.#options.json) void this.#place.out.problem(`rescue: ${text}`);
  }

  #state(progress: CloseProgress, done: number): string {
    const { total } = this.#options;
    const { totals, inDoubt, waiting } = progress;
    const [rate, left] = this.#pace(progress, done);
    const codes = Object.entries(totals.codes).sort(([, a], [, b]) => b - a);
    return [
      total === undefined ? sessions(done) : `${counted(done)} of ${sessions(total)}`,
      ...(rate > 0 ? [`${rate < 10 ? rate.toFixed(1) : counted(Math.round(rate))}/s`] : []),
      ...(left === undefined || left === 0 ? [] : [`${roundDuration(left)} left`]),
      ...codes.slice(0, 4).map(([code, count]) => `${code} ${counted(count)}`),
      ...(totals.skipped > 0 ? [`skipped ${counted(totals.skipped)}`] : []),
      ...(inDoubt > 0 ? [`in doubt ${counted(inDoubt)}`] : []),
      ...(waiting ? [waitText(waiting)] : []),
    ].join(", ");
  }

  /** Sessions a second of late, and the seconds that the rest will take; undefined where nobody can say. */
  #pace({ totals }: CloseProgress, done: number): readonly [rate: number, left: number | undefined] {
    const [since, before] = this.#samples[0] ?? [0, 0];
    const seconds = (this.#place.clock.now() - since) / 1000;
    const rate = seconds > 0 ? (done - totals.skipped - before) / seconds : 0;
    const { total } = this.#options;
    return [rate, total === undefined || rate === 0 ? undefined : Math.max(0, total - done) / rate];
  }
}

function doneOf({ totals }: CloseProgress): number {
  return totals.closed + totals.notClosed + totals.unknown + totals.skipped;
}

function waitText({ for: what, reason, milliseconds }: CloseWait): string {
  const left = milliseconds === undefined ? "" : ` (${roundDuration(Math.ceil(milliseconds / 1000))})`;
  return `waits for ${WAITS[what]}${left}: ${reason}`;
}

/** What is waited for, in words. */
export const WAITS: Readonly<Record<CloseWait["for"], string>> = {
  login: "a login",
  limit: "a limit of the service",
  outage: "the service to come back",
  rate: "the rate that was asked for",
  settle: "calls in doubt",
  journal: "the journal",
};
