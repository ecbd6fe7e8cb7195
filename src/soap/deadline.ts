import { AbortedError } from "../errors/aborted-error.js";
import { DeadlineError } from "../errors/deadline-error.js";
import type { Outcome, RescueError } from "../errors/rescue-error.js";
import { onAbort } from "./abort-listeners.js";

/**
 * The bound on one call: its time and the caller's abort signals, in one object that the login, every attempt and every
 * wait of the call share. One timer and one listener per signal, taken back by `dispose`.
 */
export class Deadline {
  readonly operation: string;
  readonly timeout: number;
  #ended: "deadline" | "aborted" | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #ends: number;
  readonly #offs: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();

  /** @param timeout milliseconds; `Infinity` for none. */
  constructor(operation: string, timeout: number, signals: readonly (AbortSignal | undefined)[] = []) {
    this.operation = operation;
    this.timeout = timeout;
    this.#ends = performance.now() + timeout;
    if (signals.some((signal) => signal?.aborted)) {
      this.#ended = "aborted";
      return;
    }
    for (const signal of signals) if (signal) this.#offs.push(onAbort(signal, () => this.#end("aborted")));
    if (Number.isFinite(timeout)) this.#timer = setTimeout(() => this.#end("deadline"), timeout);
  }

  get ended(): boolean {
    return this.#ended !== undefined;
  }

  /** Milliseconds left. */
  get remaining(): number {
    return Math.max(0, this.#ends - performance.now());
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

  /** Waits, unless the call ends first: then with the outcome that the attempt before the wait had. */
  async sleep(milliseconds: number, outcome: Outcome): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    let off: () => void = () => {};
    try {
      await new Promise<void>((resolve, reject) => {
        if (this.#ended) reject(this.error(outcome));
        timer = setTimeout(resolve, milliseconds);
        off = this.onEnd(() => reject(this.error(outcome)));
      });
    } finally {
      clearTimeout(timer);
      off();
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const off of this.#offs) off();
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
