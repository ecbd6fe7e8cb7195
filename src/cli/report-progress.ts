import type { ReportProgress } from "../reports/report-query.js";
import { output } from "./output.js";
import { ProgressBar } from "./progress-bar.js";

/** Tells on standard error what a report is doing. */
export interface ShownProgress extends AsyncDisposable {
  step(progress: ReportProgress): void;
  /** A line of its own. */
  problem(message: string): void;
}

/**
 * Shows a bar on a terminal: which window, what is waited for and for how long. Where rows are printed on the terminal,
 * lines take its place; elsewhere nothing is shown but problems.
 *
 * @param hasTerminal true where standard output is not used for rows.
 */
export function showProgress(hasTerminal: boolean): ShownProgress {
  if (process.stderr.isTTY !== true) return new ProblemLines();
  return hasTerminal || process.stdout.isTTY !== true ? new WindowBar() : new ProgressLines();
}

class ProblemLines implements ShownProgress {
  step(_: ReportProgress): void {}

  problem(message: string): void {
    void output.problem(message);
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}

class ProgressLines extends ProblemLines {
  override step(progress: ReportProgress): void {
    if (progress.phase === "paced") void output.problem(`rescue: ${stateOf(progress, 0)}`);
  }
}

class WindowBar implements ShownProgress {
  readonly #bar = new ProgressBar("{bar} {value}/{total} windows, {state}", true);
  readonly #timer = setInterval(() => this.#draw(), 1000).unref();
  #progress: ReportProgress | undefined;
  #since = 0;

  step(progress: ReportProgress): void {
    this.#progress = progress;
    this.#since = performance.now();
    this.#draw();
  }

  problem(message: string): void {
    this.#bar.stop();
    void output.problem(message);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#bar[Symbol.asyncDispose]();
  }

  #draw(): void {
    if (!this.#progress) return;
    const { done, total } = this.#progress;
    this.#bar.draw(done, total, stateOf(this.#progress, performance.now() - this.#since));
  }
}

/** @param passed milliseconds since then. */
function stateOf(progress: ReportProgress, passed: number): string {
  if (progress.phase === "paced") {
    const seconds = Math.max(0, Math.ceil((progress.milliseconds - passed) / 1000));
    return `waiting ${seconds} s: the service answers one report a minute`;
  }
  if (progress.phase === "read") return `${progress.rows} rows read`;
  return `fetching from ${progress.from.toISOString().slice(0, 16)}Z, ${Math.floor(passed / 1000)} s`;
}
