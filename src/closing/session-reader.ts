import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { printable } from "../soap/text/printable.js";
import type { SessionSource } from "./close-run.js";

/** What the source has for the next free call: nothing yet, an id, its end, or what it threw. */
export type Next =
  | { readonly kind: "pending" | "end" }
  | { readonly kind: "session"; readonly session: number }
  | { readonly kind: "error"; readonly error: unknown };

const PENDING: Next = { kind: "pending" };
const END: Next = { kind: "end" };

/** Reads the ids of a source one at a time, each when it is wanted. */
export class SessionReader {
  readonly #source: SessionSource;
  readonly #isSessionId: (value: unknown) => value is number;
  readonly #onNext: () => void;
  #iterator: Iterator<unknown> | AsyncIterator<unknown> | undefined;
  #isAsync = false;
  #isReading = false;
  #next: Next | undefined;
  #position = 0;

  /** @param onNext called when an id that was pending is there. */
  constructor(source: SessionSource, isSessionId: (value: unknown) => value is number, onNext: () => void) {
    this.#source = source;
    this.#isSessionId = isSessionId;
    this.#onNext = onNext;
  }

  /** True once the source has ended, or has thrown. */
  get isOver(): boolean {
    return this.#next?.kind === "end" || this.#next?.kind === "error";
  }

  /** Takes the next id, or asks for it: `pending` until `onNext`. */
  take(): Next {
    const next = this.#next ?? this.#read();
    if (next.kind === "session") this.#next = undefined;
    return next;
  }

  /** Tells the source that no more is wanted. A source that is about to answer is not waited for. */
  async return(): Promise<void> {
    if (this.isOver) return;
    this.#next = END;
    const returned = this.#iterator?.return?.();
    if (this.#isReading) Promise.resolve(returned).catch(() => {});
    else await returned;
  }

  #read(): Next {
    if (this.#isReading) return PENDING;
    try {
      this.#iterator ??= this.#open();
      const result = this.#iterator.next();
      if (!this.#isAsync) return this.#keep(result as IteratorResult<unknown>);
      this.#isReading = true;
      Promise.resolve(result).then(
        (read) => this.#arrived(() => this.#keep(read)),
        (error: unknown) => this.#arrived(() => this.#fail(error)),
      );
      return PENDING;
    } catch (error) {
      return this.#fail(error);
    }
  }

  #open(): Iterator<unknown> | AsyncIterator<unknown> {
    if (Symbol.asyncIterator in this.#source) {
      this.#isAsync = true;
      return this.#source[Symbol.asyncIterator]();
    }
    return this.#source[Symbol.iterator]();
  }

  #arrived(keep: () => void): void {
    this.#isReading = false;
    // Nothing is wanted any more.
    if (this.isOver) return;
    try {
      keep();
    } catch (error) {
      this.#fail(error);
    }
    this.#onNext();
  }

  #keep(result: IteratorResult<unknown>): Next {
    if (result.done) {
      this.#next = END;
    } else {
      this.#position += 1;
      const { value } = result;
      if (this.#isSessionId(value)) this.#next = { kind: "session", session: value };
      else {
        // As a loop that is left with an error does.
        const returned = this.#iterator?.return?.();
        Promise.resolve(returned).catch(() => {});
        this.#fail(noSessionId(value, this.#position));
      }
    }
    return this.#next as Next;
  }

  #fail(error: unknown): Next {
    this.#next = { kind: "error", error };
    return this.#next;
  }
}

function noSessionId(value: unknown, position: number): InvalidArgumentError {
  const shown = typeof value === "number" || typeof value === "string" ? printable(String(value)) : typeof value;
  const problem = `expected a whole number from 1 to 2147483647, and found ${shown}`;
  return new InvalidArgumentError(`source[${position - 1}]`, `closeSessions: source: id ${position}: ${problem}`);
}
