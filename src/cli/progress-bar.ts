import type { SingleBar } from "cli-progress";
import { visible } from "../soap/text/printable.js";

/** A bar on standard error. What is to be shown before its library is loaded is shown as soon as it is. */
export class ProgressBar implements AsyncDisposable {
  readonly #opening: Promise<void>;
  #bar: SingleBar | undefined;
  #shown: readonly [done: number, total: number, state: string] | undefined;
  #isStarted = false;

  /**
   * @param format in cli-progress's terms; `{state}` is the text.
   * @param stays false to wipe the bar when it stops.
   */
  constructor(format: string, stays: boolean) {
    this.#opening = this.#open(format, stays);
  }

  /** @param text of the state; what a terminal would obey in it is shown as visible characters. */
  draw(done: number, total: number, text: string): void {
    const state = visible(text);
    this.#shown = [done, total, text];
    if (!this.#bar) return;
    if (this.#isStarted) this.#bar.update(done, { state });
    else this.#bar.start(total, done, { state });
    this.#isStarted = true;
  }

  /** Makes room for a line; the next drawing is below it. */
  stop(): void {
    if (this.#isStarted) this.#bar?.stop();
    this.#isStarted = false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#opening;
    this.stop();
  }

  async #open(format: string, stays: boolean): Promise<void> {
    const { default: library } = await import("cli-progress");
    this.#bar = new library.SingleBar({ format, barsize: 24, stream: process.stderr, clearOnComplete: !stays });
    if (this.#shown) this.draw(...this.#shown);
  }
}
