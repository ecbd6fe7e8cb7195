import { AbortedError } from "../../errors/aborted-error.js";
import { ClientClosedError } from "../../errors/client-closed-error.js";
import { DeadlineError } from "../../errors/deadline-error.js";
import type { Outcome, RescueError } from "../../errors/rescue-error.js";
import { onAbort } from "./abort-listeners.js";

/** What has ended a call before its answer came. */
type Ending = "deadline" | "aborted" | "closed";

/**
 * Bounds one call: its time and the caller's abort signals, in one object that the login, every attempt and every wait
 * of the call share. `dispose` clears its one timer and its listener on each signal.
 */
export class Deadline {
  readonly operation: string;
  #timeout: number;
  #ended: Ending | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #begun = performance.now();
  #disposed = false;
  readonly #running: Set<Deadline> | undefined;
  readonly #offs: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();

  /**
   * @param timeout milliseconds; `Infinity` for none.
   * @param running the calls under way, of which this is one until it ends or is disposed.
   */
  constructor(
    operation: string,
    timeout: number,
    signals: readonly (AbortSignal | undefined)[] = [],
    running?: Set<Deadline>,
  ) {
    this.operation = operation;
    this.#timeout = timeout;
    this.#running = running;
    for (const signal of signals) if (signal?.aborted) this.#ended = "aborted";
    if (this.#ended) return;
    running?.add(this);
    for (const signal of signals) if (signal) this.#offs.push(onAbort(signal, () => this.#end("aborted")));
    this.#startTimer(timeout);
  }

  /** Milliseconds that the call may take. */
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

  /** Limits the call to `timeout` milliseconds, counted from its beginning. */
  limit(timeout: number): void {
    if (timeout >= this.#timeout || this.#ended || this.#disposed) return;
    clearTimeout(this.#timer);
    this.#timeout = timeout;
    this.#startTimer(Math.round(this.remaining));
  }

  /**
   * The error that this call ends with.
   *
   * @param outcome what is known of the request.
   * @param reason what took too long, where it was not the answer.
   */
  error(outcome: Outcome, reason?: string): RescueError {
    if (this.#ended === "closed") return new ClientClosedError(this.operation, outcome);
    return this.#ended === "aborted"
      ? new AbortedError(this.operation, outcome)
      : new DeadlineError(this.operation, this.timeout, outcome, reason);
  }

  /** @throws {DeadlineError | AbortedError} (`not-sent`) when the call has ended already. */
  check(): void {
    if (this.#ended) throw this.error("not-sent");
  }

  /** Ends the call because the client is closed. */
  close(): void {
    this.#end("closed");
  }

  /** Calls `listener` when the call ends; returns a function that removes the listener. */
  onEnd(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Waits for `promise` or the end of this call, whichever comes first. `promise` is not stopped.
   *
   * @throws {DeadlineError | AbortedError} (`not-sent`) when the call ends first.
   */
  async race<T>(promise: Promise<T>): Promise<T> {
    // If the call has ended already, its rejection is not handled elsewhere.
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

  /**
   * Waits.
   *
   * @param outcome that of the attempt before the wait.
   * @throws {DeadlineError | AbortedError} with that outcome, when the call ends first.
   */
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

  /** Clears the timer and the listeners. The call is over. */
  dispose(): void {
    this.#disposed = true;
    this.#running?.delete(this);
    clearTimeout(this.#timer);
    for (const off of this.#offs) off();
    this.#listeners.clear();
  }

  #startTimer(milliseconds: number): void {
    if (Number.isFinite(milliseconds)) this.#timer = setTimeout(() => this.#end("deadline"), milliseconds);
  }

  #end(how: Ending): void {
    if (this.#ended) return;
    this.#ended = how;
    const listeners = [...this.#listeners];
    this.dispose();
    for (const listener of listeners) listener();
  }
}
