import { NotAuthenticatedError } from "../../errors/not-authenticated-error.js";
import { learned, RescueError } from "../../errors/rescue-error.js";
import type { Cookies } from "../../soap/http/cookies.js";
import type { Deadline } from "../../soap/http/deadline.js";
import { Turns } from "../account/turns.js";
import type { Login } from "../login/login.js";
import type { CallUnderLogin, LoginState } from "../login/login-state.js";
import type { Answer } from "../operations/answer.js";

export interface LaneParts {
  readonly login: Login | undefined;
  /** Absent where calls carry no cookie. */
  readonly cookies: Cookies | undefined;
  /** How many calls without a cookie run in parallel. */
  readonly maxConcurrent: number;
  /** The service had forgotten the login; `operation` is repeated under a new one. */
  readonly onForgotten: (operation: string) => void;
  /** Notes that the service has answered under the login; absent where it is not kept beyond the client. */
  readonly renew: ((deadline: Deadline) => Promise<void>) | undefined;
}

/**
 * One login with its own jar. The service handles one call of a login at a time (ASP.NET's session lock), and also
 * handles waiting requests whose callers have gone (asmx). So calls wait here, where a call that gives up has not been
 * sent; several lanes let calls run in parallel. A lane without a cookie has no lock, and runs a number of calls in
 * parallel.
 */
export class Lane {
  readonly login: Login | undefined;
  readonly cookies: Cookies | undefined;
  readonly renew: ((deadline: Deadline) => Promise<void>) | undefined;
  /** Whose settings calls may be made: those of one report, or a single call. */
  readonly settings = new Turns(1, (ms) => `the settings of another report were still in use after ${ms} ms`);
  /** The calls on this lane that have not ended. The call sequence counts them. */
  load = 0;
  readonly #onForgotten: (operation: string) => void;
  readonly #turns: Turns;

  constructor({ login, cookies, maxConcurrent, onForgotten, renew }: LaneParts) {
    this.login = login;
    this.cookies = cookies;
    this.renew = renew;
    this.#onForgotten = onForgotten;
    const rule = cookies ? "a login takes one call at a time" : `${maxConcurrent} calls run at once (maxConcurrent)`;
    this.#turns = new Turns(cookies ? 1 : maxConcurrent, (ms) => `its turn did not come within ${ms} ms: ${rule}`);
  }

  /** Waits for a login where the call needs one. Whatever becomes of the login, the call itself is `not-sent`. */
  async ready({ traits }: CallUnderLogin, deadline: Deadline): Promise<void> {
    if (!this.login || traits.class === "auth" || this.login.state.answer) return;
    try {
      await this.login.ensure(deadline);
    } catch (error) {
      throw error instanceof RescueError ? learned(error, { outcome: "not-sent" }) : error;
    }
  }

  /**
   * Sends a call when its turn has come.
   *
   * @returns undefined when the login that it needs is gone, found out before or by sending it: the call has done
   *   nothing, and may be made again under the next login.
   */
  async turn(
    call: CallUnderLogin,
    deadline: Deadline,
    send: () => Promise<Answer | undefined>,
  ): Promise<Answer | undefined> {
    const leave = await this.#turns.take(deadline);
    try {
      return await (this.login && call.traits.class !== "auth"
        ? this.#sendUnder(this.login.state, call, send)
        : send());
    } finally {
      leave();
    }
  }

  /**
   * Ends the login with `send` when its turn has come.
   *
   * @returns undefined where there is no login by then.
   */
  async logout(deadline: Deadline, send: () => Promise<Answer>): Promise<Answer | undefined> {
    const leave = await this.#turns.take(deadline);
    try {
      if (!this.login?.state.answer) return undefined;
      // It counts as ended whatever the answer is.
      this.login.state.end();
      return await send();
    } finally {
      leave();
    }
  }

  async #sendUnder(
    state: LoginState,
    call: CallUnderLogin,
    send: () => Promise<Answer | undefined>,
  ): Promise<Answer | undefined> {
    if (!state.answer) return undefined;
    if (call.traits.class === "settings") state.checkSettings(call.name);
    try {
      const answer = await send();
      state.serve(call);
      return answer;
    } catch (error) {
      if (!(error instanceof NotAuthenticatedError && state.refuse(call, error, performance.now()))) throw error;
      this.#onForgotten(call.name);
      return undefined;
    }
  }
}

/**
 * Chooses the lane for a further call: the least loaded, preferably one that is logged in.
 *
 * @param open false where no login can be made now: a call on a lane without a login would only receive its refusal.
 */
export function leastLoaded(lanes: readonly Lane[], open: () => boolean): Lane {
  const usable = lanes.filter(({ login }) => login?.state.answer || login?.underWay);
  return (usable.length > 0 && !open() ? usable : lanes).reduce((best, lane) =>
    lane.load < best.load || (lane.load === best.load && lane.login?.state.answer && !best.login?.state.answer)
      ? lane
      : best,
  );
}
