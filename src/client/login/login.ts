import { DeadlineError } from "../../errors/deadline-error.js";
import { learned, RescueError } from "../../errors/rescue-error.js";
import type { Deadline } from "../../soap/http/deadline.js";
import { LOGIN_SHARE } from "../account/login-pace.js";
import type { Answer } from "../operations/answer.js";
import type { LoginState } from "./login-state.js";

/**
 * How a login is made: one call of `login`, judged.
 *
 * @param sending is called just before the request is sent.
 */
export type PerformLogin = (deadline: Deadline, sending: () => void) => Promise<Answer>;

interface Flight {
  readonly done: Promise<Answer>;
  readonly deadline: Deadline;
  readonly abort: AbortController;
  waiting: number;
  /** True once the login may count at the service, also when no call waits for it. */
  sent: boolean;
}

/** Begins the time that a login is given. `signal` ends it. */
export type BeginLogin = (timeout: number, signal: AbortSignal) => Deadline;

/**
 * One login (the cookie of one jar, never a support session): made once for however many calls need it, and made again
 * when the service has forgotten it. A login that was sent goes on when the calls that waited for it give up, so that
 * the next call has it: sent again for each of them, it would use up the ten that the service allows.
 */
export class Login {
  readonly state: LoginState;
  readonly #perform: PerformLogin;
  readonly #begin: BeginLogin;
  #flight: Flight | undefined;

  constructor(state: LoginState, perform: PerformLogin, begin: BeginLogin) {
    this.state = state;
    this.#perform = perform;
    this.#begin = begin;
  }

  /** True while a login is being made. */
  get underWay(): boolean {
    return this.#flight !== undefined;
  }

  /**
   * Waits until there is a login, making one if none is being made.
   *
   * @throws what the login threw; or the end of `deadline`, `unknown` where the login that it waited for has left.
   */
  async ensure(deadline: Deadline): Promise<Answer> {
    for (;;) {
      const { answer } = this.state;
      if (answer) return answer;
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
        // Its time was that of the call that began the login, which may have been unlimited.
        if (own) flight.deadline.limit(LOGIN_SHARE);
        // No call waits any longer for a login that was not sent: it need not be sent.
        if (flight.waiting === 0 && !flight.sent) {
          this.#forget(flight);
          flight.abort.abort();
        }
      }
    }
  }

  #start(timeout: number): Flight {
    const abort = new AbortController();
    const deadline = this.#begin(Math.max(timeout, LOGIN_SHARE), abort.signal);
    // Starts when `this.#flight` is set, as it changes the flight.
    const done = Promise.resolve()
      .then(() => this.#run(flight))
      .finally(() => this.#forget(flight));
    const flight: Flight = { done, deadline, abort, waiting: 0, sent: false };
    this.#flight = flight;
    // Each waiting call handles the failure; this prevents an unhandled rejection.
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
      this.state.begin(answer);
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
