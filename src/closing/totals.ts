import type { CloseResult, CloseTotals } from "./close-run.js";

/** No service has as many; a name of the service's choice must not fill the memory. */
const MOST_CODES = 200;

/** Counts the results of a run. */
export class Totals {
  #closed = 0;
  #notClosed = 0;
  #unknown = 0;
  #skipped = 0;
  readonly #codes = new Map<string, number>();

  /** Sessions that are not closed, or may not be. */
  get failures(): number {
    return this.#notClosed + this.#unknown;
  }

  add({ closed, code }: CloseResult): void {
    if (closed) this.#closed += 1;
    else if (closed === false) this.#notClosed += 1;
    else this.#unknown += 1;
    const counted = this.#codes.has(code) || this.#codes.size < MOST_CODES ? code : "OTHER";
    this.#codes.set(counted, (this.#codes.get(counted) ?? 0) + 1);
  }

  skip(): void {
    this.#skipped += 1;
  }

  get now(): CloseTotals {
    return {
      closed: this.#closed,
      notClosed: this.#notClosed,
      unknown: this.#unknown,
      skipped: this.#skipped,
      codes: Object.fromEntries(this.#codes),
    };
  }
}
