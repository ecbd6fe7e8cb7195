import { DeadlineError } from "../errors/deadline-error.js";
import { learned, RescueError } from "../errors/rescue-error.js";
import { Deadline } from "../soap/http/deadline.js";
import type { Answer } from "./answer.js";
import { LOGIN_SHARE } from "./login-pace.js";

/**
 * How a login is made: one call of `login`, judged.
 *
 * @param sending is called when the request is about to leave.
 */
export type PerformLogin = (deadline: Deadline, sending: () => void) => Promise<Answer>;

interface Flight {
  readonly done: Promise<Answer>;
  readonly deadline: Deadline;
  readonly abort: AbortController;
  waiting: number;
  /** From here on the login may count on the service, whoever still waits for it. */
  sent: boolean;
}

/**
 * One login (the cookie of one jar, never a support session): made once for however many calls need it, and forgotten
 * when the service has forgotten it. A login that was sent goes on when the calls that waited for it give up, so that
 * the next call has it: sent again for each of them, it would use up the ten that the service allows.
 */
export class Login {
  readonly #perform: PerformLogin;
  readonly #signals: readonly (AbortSignal | undefined)[];
  #flight: Flight | undefined;
  #answer: Answer | undefined;
  #generation = 0;

  /** @param signals end a login that is being made, whoever waits for it. */
  constructor(perform: PerformLogin, signals: readonly (AbortSignal | undefined)[]) {
    this.#perform = perform;
    this.#signals = signals;
  }

  /** True from a login that worked until logout or expiry. */
  get active(): boolean {
    return this.#answer !== undefined;
  }

  /** True while a login is being made. */
  get underWay(): boolean {
    return this.#flight !== undefined;
  }

  /** Counts the logins made: tells the settings made under one login from those made under the next. */
  get generation(): number {
    return this.#generation;
  }

  /**
   * Waits until there is a login, making one if none is being made.
   *
   * @throws what the login threw; or the end of `deadline`, `unknown` where the login that it waited for has left.
   */
  async ensure(deadline: Deadline): Promise<Answer> {
    for (;;) {
      if (this.#answer) return this.#answer;
      deadline.check();
      const own = this.#flight === undefined;
      const flight = this.#flight ?? this.#start(deadline.timeout);
      flight.waiting += 1;
      try {
        return await deadline.race(flight.done);
      } catch (error) {
        if (deadline.ended && flight.sent && error instanceof RescueError) throw learned(error, { outcome: "unknown" });
        // Another call began this login, with less time than this one has: this one tries with its own.
        const tooShort = flight.deadline.ended || (isTooShort(error) && deadline.timeout > flight.deadline.timeout);
        if (own || deadline.ended || !tooShort) throw error;
      } finally {
        flight.waiting -= 1;
        // The time was that of the call which began the login, and may have been without end.
        if (own) flight.deadline.limit(LOGIN_SHARE);
        // Nobody waits any more for what has not left: it need not leave.
        if (flight.waiting === 0 && !flight.sent) {
          this.#forget(flight);
          flight.abort.abort();
        }
      }
    }
  }

  /** The service has forgotten the login, or is about to. */
  expire(): void {
    this.#answer = undefined;
  }

  #start(timeout: number): Flight {
    const abort = new AbortController();
    const deadline = new Deadline("login", Math.max(timeout, LOGIN_SHARE), [...this.#signals, abort.signal]);
    // Begins when the flight is in place: it marks it.
    const done = Promise.resolve()
      .then(() => this.#run(flight))
      .finally(() => this.#forget(flight));
    const flight: Flight = { done, deadline, abort, waiting: 0, sent: false };
    this.#flight = flight;
    // Each waiting call handles the failure for itself; this keeps it from counting as unhandled.
    done.catch(() => {});
    return flight;
  }

  #forget(flight: Flight): void {
    if (this.#flight === flight) this.#flight = undefined;
  }

  async #run(flight: Flight): Promise<Answer> {
    try {
      const answer = await this.#perform(flight.deadline, () => {
        flight.sent = true;
      });
      this.#generation += 1;
      this.#answer = answer;
      return answer;
    } finally {
      flight.deadline.dispose();
    }
  }
}

// The login gave up before its time was over: it would have had to wait for longer, to be under the service's limit.
function isTooShort(error: unknown): boolean {
  return error instanceof DeadlineError && error.outcome === "not-sent";
}
