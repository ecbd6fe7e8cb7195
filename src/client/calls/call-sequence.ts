import { ClientClosedError } from "../../errors/client-closed-error.js";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { naming, RescueError } from "../../errors/rescue-error.js";
import type { Deadline } from "../../soap/http/deadline.js";
import type { HttpReply } from "../../soap/http/http-transport.js";
import { REQUEST_CODE } from "../login/sso-code.js";
import type { Answer } from "../operations/answer.js";
import { type CallOptions, checkLoginOptions, type LoginOptions } from "../options/options.js";
import { CallMaker, type CallMakerParts, type TakeReply } from "./call-maker.js";
import { callWithCode } from "./call-with-code.js";
import { type Lane, leastLoaded } from "./lane.js";
import { logOut } from "./logout.js";
import { type Lanes, type LanesParts, openLanes } from "./open-lanes.js";
import { type BlockCall, makeBlock } from "./settings-block.js";

export interface CallSequenceParts extends CallMakerParts, LanesParts {}

/**
 * Puts the calls of a client in order: which lane each one takes, with which auth code, which calls belong together, and
 * what happens to those under way when the client ends.
 */
export class CallSequence {
  readonly #parts: CallSequenceParts;
  readonly #maker: CallMaker;
  readonly #lanes: Lanes;
  /** How many calls of the caller have not ended. */
  #calls = 0;
  /** Called when the last of them has ended. */
  #onIdle: (() => void) | undefined;
  #isOpen = true;

  constructor(parts: CallSequenceParts) {
    this.#parts = parts;
    this.#maker = new CallMaker(parts);
    this.#lanes = openLanes(parts, this.#maker);
  }

  /** Logs in now, or requests the auth code of a single sign-on, where that has not been done. */
  async login(options: LoginOptions = {}): Promise<Answer> {
    checkLoginOptions(options);
    const { again, ...callOptions } = options;
    const { code, first } = this.#lanes;
    const login = code ?? first.login;
    if (!login) {
      throw new InvalidArgumentError(
        "credentials",
        "login: needs credentials with email and password, or a single sign-on",
      );
    }
    this.#enter("login");
    const deadline = this.#maker.begin(code ? REQUEST_CODE : "login", callOptions);
    try {
      deadline.check();
      if (again) {
        this.#parts.admission?.forget();
        await this.#parts.shared?.forget(deadline);
      }
      return await login.ensure(deadline);
    } finally {
      deadline.dispose();
      this.#leave();
    }
  }

  /**
   * Logs all lanes out. Each login counts as ended, whatever the answer.
   *
   * @returns the answer for the first of them; undefined where there was no login, and where the service has no logout:
   *   then the login is only forgotten, and ends at the service by itself.
   */
  async logout(options: CallOptions = {}): Promise<Answer | undefined> {
    this.#enter("logout");
    try {
      return await this.#logout(options, this.#lanes.all);
    } finally {
      this.#leave();
    }
  }

  /**
   * Calls an operation, with its arguments in the vendor's spelling.
   *
   * @param unread receives the reply, which is then neither read nor judged.
   */
  async run(name: string, args: unknown, options?: CallOptions, unread?: TakeReply): Promise<Answer> {
    const { redactor, admission } = this.#parts;
    const { all, first, code } = this.#lanes;
    // Checked first: bad input requests no code.
    const call = this.#maker.prepare(name, args ?? {}, unread);
    if (code && call.takesAuthCode && !hasCode(args)) {
      const deadline = this.begin(name, options);
      const send = (sAuthCode: string, timeout: number) =>
        this.run(name, { ...(args as object), sAuthCode }, { ...options, timeout }, unread);
      return callWithCode(code, deadline, unread === undefined, send).finally(() => deadline.dispose());
    }
    const ofOneLogin = call.traits.class === "settings" || call.traits.class === "auth";
    const lane = ofOneLogin || all.length === 1 ? first : leastLoaded(all, () => admission?.open ?? true);
    if (call.secrets.length > 0) redactor.hold(call, call.secrets);
    lane.load += 1;
    this.#calls += 1;
    try {
      if (!this.#isOpen) throw new ClientClosedError(name, "not-sent");
      const deadline = this.#maker.begin(name, options);
      try {
        if (call.traits.class === "settings") {
          return await lane.settings.run(deadline, () => this.#maker.make(call, deadline, lane));
        }
        return await this.#maker.make(call, deadline, lane);
      } finally {
        deadline.dispose();
      }
    } catch (error) {
      const { session } = call;
      throw error instanceof RescueError && session !== undefined ? naming(error, name, session) : error;
    } finally {
      lane.load -= 1;
      this.#calls -= 1;
      if (this.#calls === 0) this.#onIdle?.();
      if (call.secrets.length > 0) redactor.hold(call, []);
    }
  }

  /** Calls an operation and returns its reply, which nobody has read. */
  async raw(name: string, args: unknown, options?: CallOptions): Promise<HttpReply> {
    let reply: HttpReply | undefined;
    await this.run(name, args, options, (received) => {
      reply = received;
    });
    return reply as HttpReply;
  }

  /** The envelope that a call would send, without secrets. Sends nothing. */
  async envelope(name: string, args: unknown): Promise<string> {
    const { endpoint, redactor } = this.#parts;
    const call = this.#maker.prepare(name, args ?? {});
    redactor.hold(call, call.secrets);
    try {
      return await endpoint.envelope(call);
    } finally {
      redactor.hold(call, []);
    }
  }

  /**
   * Makes calls that build on each other's settings: under one login, and without a settings call of anybody else in
   * between. Where the login expires in between, all of them are made again.
   *
   * @param options `timeout` is that of each call; there is none for the wait until others have ended theirs.
   */
  async block<T>(name: string, options: CallOptions, work: (call: BlockCall) => Promise<T>): Promise<T> {
    const { code } = this.#lanes;
    const lane = this.#lanes.forBlocks();
    const parts = { maker: this.#maker, lane, code, events: this.#parts.events };
    const patience = this.patience(name, options.signal);
    try {
      this.#enter(name);
      lane.load += 1;
      try {
        return await lane.settings.run(patience, () => makeBlock(parts, name, options, work));
      } finally {
        lane.load -= 1;
        this.#leave();
      }
    } finally {
      patience.dispose();
    }
  }

  /** Starts the deadline of a call. */
  begin(name: string, options?: CallOptions): Deadline {
    return this.#maker.begin(name, options);
  }

  /** A deadline without a time, for a wait that only a signal or `close` ends. */
  patience(name: string, signal: AbortSignal | undefined): Deadline {
    return this.#maker.patience(name, signal);
  }

  /**
   * Refuses further calls, waits for those under way, ends those that take longer than `patience` milliseconds, and logs
   * out. A failed logout is ignored.
   */
  async end(patience: number): Promise<void> {
    this.#isOpen = false;
    await this.#idle(patience);
    this.#maker.end();
    try {
      // A login in a jar is the next client's.
      await this.#logout({}, this.#parts.shared ? [] : this.#lanes.all);
    } catch {
      // The login ends by itself.
    }
  }

  /** Ends the calls and logins in progress, and refuses all later ones. */
  close(): void {
    this.#isOpen = false;
    this.#maker.close();
  }

  /** @param lanes which are logged out, besides that for blocks. */
  #logout(options: CallOptions, lanes: readonly Lane[]): Promise<Answer | undefined> {
    return logOut(this.#parts, this.#maker, { lanes, own: this.#lanes.own }, options);
  }

  /** Counts a call of the caller. `run` does both itself: each call goes through it. */
  #enter(name: string): void {
    if (!this.#isOpen) throw new ClientClosedError(name, "not-sent");
    this.#calls += 1;
  }

  #leave(): void {
    this.#calls -= 1;
    if (this.#calls === 0) this.#onIdle?.();
  }

  /** Waits until no call is under way, for `patience` milliseconds at most. */
  async #idle(patience: number): Promise<void> {
    if (this.#calls === 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#onIdle = resolve;
      if (Number.isFinite(patience)) timer = setTimeout(resolve, patience);
    });
    clearTimeout(timer);
  }
}

function hasCode(args: unknown): boolean {
  return typeof args === "object" && args !== null && "sAuthCode" in args && args.sAuthCode !== undefined;
}
