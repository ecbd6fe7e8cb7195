import { AbortedError } from "../../errors/aborted-error.js";
import { DeadlineError } from "../../errors/deadline-error.js";
import type { Outcome, RescueError } from "../../errors/rescue-error.js";
import { onAbort } from "./abort-listeners.js";

/**
 * The bound on one call: its time and the caller's abort signals, in one object that the login, every attempt and every
 * wait of the call share. One timer and one listener per signal, taken back by `dispose`.
 */
export class Deadline {
  readonly operation: string;
  #timeout: number;
  #ended: "deadline" | "aborted" | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #begun = performance.now();
  #disposed = false;
  readonly #offs: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();

  /** @param timeout milliseconds; `Infinity` for none. */
  constructor(operation: string, timeout: number, signals: readonly (AbortSignal | undefined)[] = []) {
    this.operation = operation;
    this.#timeout = timeout;
    if (signals.some((signal) => signal?.aborted)) {
      this.#ended = "aborted";
      return;
    }
    for (const signal of signals) if (signal) this.#offs.push(onAbort(signal, () => this.#end("aborted")));
    this.#startTimer(timeout);
  }

  /** Milliseconds that the call is given. */
  get timeout(): number {
    return this.#timeout;
  }

  get ended(): boolean {
    return this.#ended !== undefined;
  }

  /** Milliseconds left. */
  get remaining(): number {
    return Math.max(0, this.#begun + this.#timeout - performance.now());
  }

  /** Gives the call no more than `timeout` milliseconds, counted from its beginning. */
  limit(timeout: number): void {
    if (timeout >= this.#timeout || this.#ended || this.#disposed) return;
    clearTimeout(this.#timer);
    this.#timeout = timeout;
    this.#startTimer(Math.round(this.remaining));
  }

  /**
   * The error that this call ends with.
   *
   * @param reason what took too long, where that was not the answer.
   */
  error(outcome: Outcome, reason?: string): RescueError {
    return this.#ended === "aborted"
      ? new AbortedError(this.operation, outcome)
      : new DeadlineError(this.operation, this.timeout, outcome, reason);
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
    this.#disposed = true;
    clearTimeout(this.#timer);
    for (const off of this.#offs) off();
    this.#listeners.clear();
  }

  #startTimer(milliseconds: number): void {
    if (Number.isFinite(milliseconds)) this.#timer = setTimeout(() => this.#end("deadline"), milliseconds);
  }

  #end(how: "deadline" | "aborted"): void {
    if (this.#ended) return;
    this.#ended = how;
    const listeners = [...this.#listeners];
    this.dispose();
    for (const listener of listeners) listener();
  }
}
