import { AbortedError } from "../errors/aborted-error.js";
import { DeadlineError } from "../errors/deadline-error.js";
import type { Outcome, RescueError } from "../errors/rescue-error.js";

/**
 * The bound on one call: its time and the caller's abort signals, in one object that the login, every attempt and every
 * wait of the call share. One timer and one listener per signal, taken back by `dispose`.
 */
export class Deadline {
  readonly operation: string;
  readonly timeout: number;
  #ended: "deadline" | "aborted" | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #signals: readonly AbortSignal[];
  readonly #listeners = new Set<() => void>();
  readonly #abort = () => this.#end("aborted");

  /** @param timeout milliseconds; `Infinity` for none. */
  constructor(operation: string, timeout: number, signals: readonly (AbortSignal | undefined)[] = []) {
    this.operation = operation;
    this.timeout = timeout;
    this.#signals = signals.filter((signal) => signal !== undefined);
    if (this.#signals.some((signal) => signal.aborted)) {
      this.#ended = "aborted";
      return;
    }
    for (const signal of this.#signals) signal.addEventListener("abort", this.#abort, { once: true });
    if (Number.isFinite(timeout)) this.#timer = setTimeout(() => this.#end("deadline"), timeout);
  }

  get ended(): boolean {
    return this.#ended !== undefined;
  }

  /** The error that the end of this call is told with. */
  error(outcome: Outcome): RescueError {
    return this.#ended === "aborted"
      ? new AbortedError(this.operation, outcome)
      : new DeadlineError(this.operation, this.timeout, outcome);
  }

  /** @throws {DeadlineError | AbortedError} (`not-sent`) when the call has ended already. */
  check(): void {
    if (this.#ended) throw this.error("not-sent");
  }

  /** Calls `listener` when the call ends; returns what takes the listener back. */
  onEnd(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What `promise` gives, or the end of this call (`not-sent`), whichever comes first. `promise` is not stopped. */
  async race<T>(promise: Promise<T>): Promise<T> {
    // Nobody else may be listening to it when the call has ended already.
    promise.catch(() => {});
    this.check();
    let off: () => void = () => {};
    const end = new Promise<never>((_, reject) => {
      off = this.onEnd(() => reject(this.error("not-sent")));
    });
    try {
      return await Promise.race([promise, end]);
    } finally {
      off();
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const signal of this.#signals) signal.removeEventListener("abort", this.#abort);
    this.#listeners.clear();
  }

  #end(how: "deadline" | "aborted"): void {
    if (this.#ended) return;
    this.#ended = how;
    const listeners = [...this.#listeners];
    this.dispose();
    for (const listener of listeners) listener();
  }
}
