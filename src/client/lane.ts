import { NotAuthenticatedError } from "../errors/not-authenticated-error.js";
import { annotate, learned, RescueError } from "../errors/rescue-error.js";
import type { Cookies } from "../soap/http/cookies.js";
import type { Deadline } from "../soap/http/deadline.js";
import type { Answer } from "./answer.js";
import type { Login } from "./login.js";
import type { OperationTraits } from "./operation-table.js";
import type { ReloginBudget } from "./relogin-budget.js";
import { Turns } from "./turns.js";

/** What a lane needs to know of a call. */
export interface LaneCall {
  readonly name: string;
  readonly traits: OperationTraits;
}

export interface LaneParts {
  readonly login: Login | undefined;
  /** Absent where calls carry no cookie. */
  readonly cookies: (() => Promise<Cookies>) | undefined;
  /** How many calls without a cookie go at once. */
  readonly maxConcurrent: number;
  readonly relogins: ReloginBudget;
  /** The service had forgotten the login; `operation` is repeated under a new one. */
  readonly onForgotten: (operation: string) => void;
}

/**
 * One login with its own jar. The service lets one call at a time into a login (ASP.NET's session lock), and works off
 * what waits there also when its caller has gone. So calls wait here, where one that gives up has not been sent; several
 * lanes make calls run side by side. A lane without a cookie has no lock, and lets a number of calls go at once.
 */
export class Lane {
  readonly login: Login | undefined;
  readonly cookies: (() => Promise<Cookies>) | undefined;
  readonly #relogins: ReloginBudget;
  readonly #onForgotten: (operation: string) => void;
  readonly #turns: Turns;
  #load = 0;
  /** The login under which report settings were last made; they are gone when the service forgets it. */
  #settingsUnder: number | undefined;
  /** The operations that the login in force has served. */
  #served = { under: 0, operations: new Set<string>() };

  constructor({ login, cookies, maxConcurrent, relogins, onForgotten }: LaneParts) {
    this.login = login;
    this.cookies = cookies;
    this.#relogins = relogins;
    this.#onForgotten = onForgotten;
    const rule = cookies ? "one call at a time goes into a login" : `${maxConcurrent} calls go at once (maxConcurrent)`;
    this.#turns = new Turns(cookies ? 1 : maxConcurrent, (ms) => `its turn did not come within ${ms} ms: ${rule}`);
  }

  /** Calls that have chosen this lane and have not ended. */
  get load(): number {
    return this.#load;
  }

  /** Counts a call towards the load for as long as `work` takes. */
  async carry<T>(work: () => Promise<T>): Promise<T> {
    this.#load += 1;
    try {
      return await work();
    } finally {
      this.#load -= 1;
    }
  }

  /** Waits for a login where the call needs one. Whatever becomes of the login, the call itself is `not-sent`. */
  async ready(call: LaneCall, deadline: Deadline): Promise<void> {
    const login = this.#loginFor(call);
    if (!login) return;
    try {
      await login.ensure(deadline);
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
  turn(call: LaneCall, deadline: Deadline, send: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
    const login = this.#loginFor(call);
    return this.#turns.run(deadline, () => (login ? this.#sendUnder(login, call, send) : send()));
  }

  /** Ends the login with `send`, when its turn has come. @returns undefined where there is none by then. */
  logout(deadline: Deadline, send: () => Promise<Answer>): Promise<Answer | undefined> {
    return this.#turns.run(deadline, async () => {
      if (!this.login?.active) return undefined;
      // It counts as ended whatever the answer is.
      this.forgetLogin();
      return send();
    });
  }

  /** The login is over, and the settings made under it with it. */
  forgetLogin(): void {
    this.login?.expire();
    this.#settingsUnder = undefined;
  }

  #loginFor(call: LaneCall): Login | undefined {
    return call.traits.class === "auth" ? undefined : this.login;
  }

  async #sendUnder(login: Login, call: LaneCall, send: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
    if (!login.active) return undefined;
    const isSettings = call.traits.class === "settings";
    if (isSettings) this.#checkSettings(call, login);
    try {
      const answer = await send();
      this.#serve(call.name, login.generation);
      if (isSettings) this.#settingsUnder = login.generation;
      return answer;
    } catch (error) {
      if (!(error instanceof NotAuthenticatedError) || !this.#isForgotten(call.name, error, login)) throw error;
      login.expire();
      // The settings made under the old login are gone with it: the caller has to make them again, as a block.
      if (isSettings && this.#settingsUnder === login.generation) {
        this.#settingsUnder = undefined;
        throw error;
      }
      this.#onForgotten(call.name);
      return undefined;
    }
  }

  #serve(operation: string, generation: number): void {
    if (this.#served.under !== generation) this.#served = { under: generation, operations: new Set() };
    this.#served.operations.add(operation);
    this.#relogins.serve(operation);
  }

  // NotLoggedIn… after a login that worked: the service says that it did nothing, so repeating is safe. What the same
  // login has done before it can do no longer; otherwise a user who is no administrator gets the same answer each time.
  #isForgotten(operation: string, { code }: NotAuthenticatedError, { generation }: Login): boolean {
    if (code !== "NotLoggedIn" && code !== "NotLoggedInAsAdmin") return false;
    const hasServed = this.#served.under === generation && this.#served.operations.has(operation);
    return hasServed || this.#relogins.spend(operation, code, performance.now());
  }

  // Another call may have found out that the login is gone, and have logged in again: what this one builds on is gone too.
  #checkSettings(call: LaneCall, { generation }: Login): void {
    if (this.#settingsUnder === undefined || this.#settingsUnder === generation) return;
    this.#settingsUnder = undefined;
    const error = new NotAuthenticatedError({
      operation: call.name,
      code: "NotLoggedIn",
      literal: "",
      meaning: "The login under which the report settings were made has expired, and they are gone with it.",
      advice: "Make all the settings of the report again, then repeat this call.",
    });
    throw annotate(error, { outcome: "not-sent" });
  }
}

/**
 * The lane for a further call: the least loaded, and of those the first that is logged in already.
 *
 * @param open false where no login can be made now: a lane without one would only pass its refusal on.
 */
export function leastLoaded(lanes: readonly Lane[], open: () => boolean): Lane {
  const [only] = lanes;
  if (only && lanes.length === 1) return only;
  const usable = lanes.filter(({ login }) => login?.active || login?.underWay);
  return (usable.length > 0 && !open() ? usable : lanes).reduce((best, lane) =>
    lane.load < best.load || (lane.load === best.load && lane.login?.active && !best.login?.active) ? lane : best,
  );
}
