import { NotAuthenticatedError } from "../errors/not-authenticated-error.js";
import { Deadline } from "../soap/deadline.js";
import type { Answer } from "./answer.js";

/** How a login is made: one call of `login`, judged. */
export type PerformLogin = (deadline: Deadline) => Promise<Answer>;

interface Flight {
  readonly done: Promise<Answer>;
  readonly abort: AbortController;
  waiting: number;
}

/**
 * One login (the cookie of one jar, never a support session): made once for however many calls need it, forgotten when
 * the service has forgotten it, and never tried again once the service has refused the credentials.
 */
export class Login {
  readonly #perform: PerformLogin;
  readonly #timeout: number;
  #flight: Flight | undefined;
  #answer: Answer | undefined;
  #refusal: NotAuthenticatedError | undefined;
  #generation = 0;

  /** @param timeout milliseconds for the login itself, which no single waiting call bounds. */
  constructor(perform: PerformLogin, timeout: number) {
    this.#perform = perform;
    this.#timeout = timeout;
  }

  /** True from a login that worked until logout or expiry. */
  get active(): boolean {
    return this.#answer !== undefined;
  }

  /** Counts the logins made: tells a call whether the login it was refused under is still the one in force. */
  get generation(): number {
    return this.#generation;
  }

  /**
   * Waits until there is a login, making one if none is being made.
   *
   * @throws what the login threw, or the end of `deadline`.
   */
  async ensure(deadline: Deadline): Promise<Answer> {
    if (this.#answer) return this.#answer;
    if (this.#refusal) throw this.#refusal;
    deadline.check();
    const flight = this.#flight ?? this.#start();
    flight.waiting += 1;
    try {
      return await deadline.race(flight.done);
    } finally {
      flight.waiting -= 1;
      // Nobody waits any more: a login under way would only hold a connection.
      if (flight.waiting === 0 && this.#flight === flight) {
        this.#flight = undefined;
        flight.abort.abort();
      }
    }
  }

  /** The service has forgotten login number `generation`; a later one stays. */
  expire(generation: number): void {
    if (generation === this.#generation) this.#answer = undefined;
  }

  #start(): Flight {
    const abort = new AbortController();
    const flight: Flight = { done: this.#run(abort.signal), abort, waiting: 0 };
    this.#flight = flight;
    // Each waiting call handles the failure for itself; this one keeps it from counting as unhandled.
    flight.done
      .catch(() => {})
      .finally(() => {
        if (this.#flight === flight) this.#flight = undefined;
      });
    return flight;
  }

  async #run(signal: AbortSignal): Promise<Answer> {
    const deadline = new Deadline("login", this.#timeout, [signal]);
    try {
      const answer = await this.#perform(deadline);
      this.#generation += 1;
      this.#answer = answer;
      return answer;
    } catch (error) {
      if (error instanceof NotAuthenticatedError && error.code === "Invalid") this.#refusal = error;
      throw error;
    } finally {
      deadline.dispose();
    }
  }
}
