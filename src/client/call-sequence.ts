import { ClientClosedError } from "../errors/client-closed-error.js";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { NotAuthenticatedError } from "../errors/not-authenticated-error.js";
import { OutcomeUnknownError } from "../errors/outcome-unknown-error.js";
import { annotate, learned, naming, RescueError } from "../errors/rescue-error.js";
import { refusesRequest, SoapFaultError } from "../errors/soap-fault-error.js";
import { type Contract, lookUp } from "../soap/contract/contract.js";
import type { Cookies } from "../soap/http/cookies.js";
import { Deadline } from "../soap/http/deadline.js";
import type { HttpReply } from "../soap/http/http-transport.js";
import { type EncodedFields, encodeMessage } from "../soap/message/encode.js";
import type { SoapEndpoint } from "../soap/soap-endpoint.js";
import type { Redactor } from "../soap/watch/redactor.js";
import { type Answer, judge } from "./answer.js";
import { callChannel, traceCall } from "./call-trace.js";
import { type CallableOperation, callableOperation } from "./callable-operation.js";
import type { CheckedCredentials, CheckedSso } from "./credentials.js";
import type { Events } from "./events.js";
import { Lane, leastLoaded } from "./lane.js";
import { type BeginLogin, Login, type PerformLogin } from "./login.js";
import type { LoginAdmission } from "./login-admission.js";
import { LoginState } from "./login-state.js";
import type { OperationClass } from "./operation-table.js";
import { type CallOptions, checkCallOptions, checkLoginOptions, type LoginOptions } from "./options.js";
import { ReloginBudget } from "./relogin-budget.js";
import type { RetryPolicy } from "./retry.js";
import type { SharedLogin } from "./shared-login.js";
import { REQUEST_CODE, SsoCode } from "./sso-code.js";

export interface CallSequenceParts {
  readonly contract: Contract;
  readonly endpoint: SoapEndpoint;
  readonly credentials: CheckedCredentials;
  /** One for each of the parallel logins; a single undefined where calls carry no cookie. */
  readonly jars: readonly (Cookies | undefined)[];
  /** How many calls without a cookie run in parallel. */
  readonly maxConcurrent: number;
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  readonly retry: RetryPolicy;
  /** Absent where the credentials hold neither a login nor a single sign-on. */
  readonly admission: LoginAdmission | undefined;
  /** Where a login is kept beyond this client; undefined where it is not. */
  readonly shared: SharedLogin | undefined;
  readonly events: Events;
  readonly redactor: Redactor;
}

/** A call checked and encoded: what an attempt needs. */
interface PreparedCall extends CallableOperation {
  readonly args: EncodedFields;
  /** Who is calling: an e-mail address or a single sign-on id. Errors name them. */
  readonly user: string | undefined;
  /** True where an auth code goes along. */
  readonly sendsCode: boolean;
  /** The id of the support session in the arguments. */
  readonly session: number | undefined;
  /** The passwords and codes in the arguments. */
  readonly secrets: readonly string[];
  /** Receives the reply, which is then neither read nor judged. */
  readonly unread: TakeReply | undefined;
  /** How many attempts were made so far. */
  attempts: number;
  /** Where it may be repeated less than its class says. */
  readonly repeatedAs?: OperationClass;
}

/**
 * A call within a block.
 *
 * @param once it is not sent again where it may have arrived.
 */
export type BlockCall = (name: string, args: unknown, once?: "once") => Promise<Answer>;

/** How often a block is begun anew because its login has expired within it. */
const MOST_BLOCKS = 3;
type TakeReply = (reply: HttpReply) => void;

/** How the attempts of a call are sent. */
interface Way {
  /** Waits for what each attempt needs. What it throws ends the call. */
  ready(call: PreparedCall, deadline: Deadline): Promise<void>;
  /** Runs an attempt in its turn. Undefined when it was not sent, or did nothing, and is to be made again. */
  turn(call: PreparedCall, deadline: Deadline, send: () => Promise<Answer>): Promise<Answer | undefined>;
}

const DIRECT: Way = { ready: async () => {}, turn: (_call, _deadline, send) => send() };

/**
 * Puts the steps of calls in order: log in where necessary, send the login's cookie, log in again when the service has
 * forgotten the login, retry where that is safe, judge the result, and report a change whose end is unclear as such.
 */
export class CallSequence {
  readonly #parts: CallSequenceParts;
  readonly #lanes: readonly Lane[];
  /** The lane for settings, which belong to one login, and for explicit logins. */
  readonly #firstLane: Lane;
  /** Of a single sign-on; undefined for other credentials. */
  readonly #code: SsoCode | undefined;
  /** The operations that have been called, by name. */
  readonly #operations = new Map<string, CallableOperation>();
  /** The calls and logins under way. */
  readonly #running = new Set<Deadline>();
  /** How many calls of the caller have not ended. */
  #calls = 0;
  /** Called when the last of them has ended. */
  #onIdle: (() => void) | undefined;
  #state: "open" | "closing" | "closed" = "open";

  constructor(parts: CallSequenceParts) {
    this.#parts = parts;
    const relogins = new ReloginBudget(parts.jars.length);
    const [first, ...others] = parts.jars.map((cookies) => this.#openLane(cookies, relogins));
    this.#firstLane = first as Lane;
    this.#lanes = [this.#firstLane, ...others];
    this.#code = parts.credentials.sso && this.#openCode(parts.credentials.sso, this.#firstLane);
  }

  /** Logs in now, or requests the auth code of a single sign-on, where that has not been done. */
  async login(options: LoginOptions = {}): Promise<Answer> {
    checkLoginOptions(options);
    const { again, ...callOptions } = options;
    const login = this.#code ?? this.#firstLane.login;
    if (!login) {
      throw new InvalidArgumentError(
        "credentials",
        "login: needs credentials with email and password, or a single sign-on",
      );
    }
    this.#enter("login");
    const deadline = this.begin(this.#code ? REQUEST_CODE : "login", callOptions);
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
      return await this.#logout(options);
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
    const call = this.#prepare(name, args ?? {}, unread);
    if (this.#code && call.takesAuthCode && !hasCode(args)) {
      return this.#runWithCode(this.#code, name, args, options, unread);
    }
    const ofOneLogin = call.traits.class === "settings" || call.traits.class === "auth";
    const lane =
      ofOneLogin || this.#lanes.length === 1
        ? this.#firstLane
        : leastLoaded(this.#lanes, () => admission?.open ?? true);
    if (call.secrets.length > 0) redactor.hold(call, call.secrets);
    lane.load += 1;
    this.#calls += 1;
    try {
      if (this.#state !== "open") throw new ClientClosedError(name, "not-sent");
      const deadline = this.begin(name, options);
      try {
        if (call.traits.class === "settings") {
          return await lane.settings.run(deadline, () => this.#trace(call, lane, deadline, lane));
        }
        // A call that nobody traces goes the shorter way.
        return await (callChannel.hasSubscribers
          ? this.#trace(call, lane, deadline, lane)
          : this.#repeat(call, lane, deadline, lane));
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
    const call = this.#prepare(name, args ?? {});
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
    const lane = this.#firstLane;
    const patience = this.patience(name, options.signal);
    try {
      this.#enter(name);
      lane.load += 1;
      try {
        return await lane.settings.run(patience, () => this.#makeBlock(name, options, lane, work));
      } finally {
        lane.load -= 1;
        this.#leave();
      }
    } finally {
      patience.dispose();
    }
  }

  /** A deadline without a time, for a wait that only a signal or `close` ends. */
  patience(name: string, signal: AbortSignal | undefined): Deadline {
    return this.begin(name, { timeout: Number.POSITIVE_INFINITY, ...(signal ? { signal } : {}) });
  }

  /**
   * Refuses further calls, waits for those under way, ends those that take longer than `patience` milliseconds, and logs
   * out. A failed logout is ignored.
   */
  async end(patience: number): Promise<void> {
    if (this.#state === "open") this.#state = "closing";
    await this.#idle(patience);
    this.#endCalls();
    try {
      // A login in a jar is the next client's.
      if (!this.#parts.shared) await this.#logout({});
    } catch {
      // The login ends by itself.
    }
  }

  /** Ends the calls and logins in progress, and refuses all later ones. */
  close(): void {
    this.#state = "closed";
    this.#endCalls();
  }

  /** Counts a call of the caller. `run` does both itself: each call goes through it. */
  #enter(name: string): void {
    if (this.#state !== "open") throw new ClientClosedError(name, "not-sent");
    this.#calls += 1;
  }

  #leave(): void {
    this.#calls -= 1;
    if (this.#calls === 0) this.#onIdle?.();
  }

  #endCalls(): void {
    for (const deadline of [...this.#running]) deadline.close();
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

  async #logout(options: CallOptions): Promise<Answer | undefined> {
    const active = this.#lanes.filter((lane) => lane.login?.state.answer);
    if (active.length === 0) return undefined;
    if (!lookUp(this.#parts.contract.operations, "logout")) {
      for (const lane of active) lane.login?.state.end();
      return undefined;
    }
    const deadline = this.begin("logout", options);
    try {
      const answers = await Promise.all(
        active.map((lane) =>
          lane.logout(deadline, () => this.#trace(this.#prepare("logout", {}), lane, deadline, DIRECT)),
        ),
      );
      await this.#parts.shared?.end(deadline);
      return answers[0];
    } finally {
      deadline.dispose();
    }
  }

  // The arguments have been checked: bad input requests no code.
  async #runWithCode(
    sso: SsoCode,
    name: string,
    args: unknown,
    options: CallOptions = {},
    unread?: TakeReply,
  ): Promise<Answer> {
    const deadline = this.begin(name, options);
    let isSecond = false;
    try {
      for (;;) {
        const code = await sso.code(deadline).catch((error: unknown) => {
          throw error instanceof RescueError ? learned(error, { outcome: "not-sent" }) : error;
        });
        deadline.check();
        try {
          const timeout = Math.max(1, deadline.remaining);
          const answer = await this.run(
            name,
            { ...(args as object), sAuthCode: code },
            { ...options, timeout },
            unread,
          );
          if (!unread) sso.accept(code);
          return answer;
        } catch (error) {
          if (!(error instanceof RescueError)) throw error;
          if (error.outcome === "answered" && !(error instanceof NotAuthenticatedError)) sso.accept(code);
          if (isSecond || !sso.refuse(code, error, performance.now())) throw error;
          isSecond = true;
        }
      }
    } finally {
      deadline.dispose();
    }
  }

  #openCode(sso: CheckedSso, lane: Lane): SsoCode {
    const perform: PerformLogin = (deadline, sending) => {
      const args = { sSSOID: sso.ssoId, sPassword: sso.password.reveal(), sCompany: sso.companyId };
      return this.#performAdmitted(this.#prepare(REQUEST_CODE, args), lane, deadline, sending);
    };
    const begin: BeginLogin = (timeout, signal) => this.begin(REQUEST_CODE, { timeout, signal });
    return new SsoCode(perform, begin, this.#parts.redactor);
  }

  #openLane(cookies: Cookies | undefined, relogins: ReloginBudget): Lane {
    const { credentials, maxConcurrent, events } = this.#parts;
    const perform: PerformLogin = (deadline, sending) => this.#performLogin(lane, deadline, sending);
    const begin: BeginLogin = (timeout, signal) => this.begin("login", { timeout, signal });
    const login = credentials.login && new Login(new LoginState(relogins), perform, begin);
    const onForgotten = (operation: string) => events.emit("relogin", { operation });
    const lane: Lane = new Lane({ login, cookies, maxConcurrent, onForgotten });
    return lane;
  }

  async #makeBlock<T>(
    name: string,
    options: CallOptions,
    lane: Lane,
    work: (call: BlockCall) => Promise<T>,
  ): Promise<T> {
    for (let blocks = 1; ; blocks += 1) {
      lane.login?.state.forgetSettings();
      let made = 0;
      let isCodeGone = false;
      try {
        return await work(async (operation, args, once) => {
          const deadline = this.begin(operation, options);
          const send = (given: unknown) => {
            const prepared = this.#prepare(operation, given);
            const call: PreparedCall = once ? { ...prepared, repeatedAs: "mutating" } : prepared;
            return this.#trace(call, lane, deadline, lane);
          };
          try {
            const code = await this.#code?.code(deadline);
            const answer = await send(code === undefined ? args : { ...(args as object), sAuthCode: code }).catch(
              (error: unknown) => {
                const isOfCode = code !== undefined && error instanceof RescueError;
                isCodeGone = isOfCode && this.#code?.refuse(code, error, performance.now()) === true;
                throw error;
              },
            );
            if (code !== undefined) this.#code?.accept(code);
            made += 1;
            return answer;
          } finally {
            deadline.dispose();
          }
        });
      } catch (error) {
        // After the first call, settings that are gone again went with their login.
        const areLost = made > 0 && error instanceof NotAuthenticatedError && lane.login?.state.hasSettings === false;
        if (!(areLost || isCodeGone) || blocks === MOST_BLOCKS) throw error;
        this.#parts.events.emit("relogin", { operation: name });
      }
    }
  }

  /** Starts the deadline of a call. */
  begin(name: string, options?: CallOptions): Deadline {
    if (options !== undefined) checkCallOptions(options);
    const { timeout, signal } = this.#parts;
    const deadline = new Deadline(name, options?.timeout ?? timeout, [signal, options?.signal], this.#running);
    if (this.#state === "closed") deadline.close();
    return deadline;
  }

  #prepare(name: string, args: unknown, unread?: TakeReply): PreparedCall {
    const { contract, credentials } = this.#parts;
    let operation = this.#operations.get(name);
    if (!operation) {
      operation = callableOperation(contract, name);
      this.#operations.set(name, operation);
    }
    const { request } = operation.operation;
    if (typeof args !== "object" || args === null || Array.isArray(args)) {
      throw new InvalidArgumentError("args", `${request.element}: expected an object of arguments`);
    }
    let given = args as Readonly<Record<string, unknown>>;
    if (operation.takesAuthCode && (credentials.authCode || this.#code)) {
      given = { ...given, sAuthCode: given.sAuthCode ?? credentials.authCode?.reveal() ?? CODE_TO_COME };
    }
    const secrets: string[] = [];
    for (const member of operation.secretMembers) {
      const value = given[member];
      if (typeof value === "string" && value !== "") secrets.push(value);
    }
    const own = operation.traits.class === "auth" ? (given.sEmail ?? given.sSSOID) : undefined;
    const session = given.iSession ?? given.iSessionID;
    return {
      ...operation,
      args: encodeMessage(contract, request, given, name),
      secrets,
      user: typeof own === "string" ? own : (credentials.login?.email ?? credentials.sso?.ssoId),
      sendsCode: typeof given.sAuthCode === "string",
      session: typeof session === "number" ? session : undefined,
      unread,
      attempts: 0,
    };
  }

  /** As `#repeat`, seen by those who subscribe to the channel of calls. */
  #trace(call: PreparedCall, lane: Lane, deadline: Deadline, way: Way): Promise<Answer> {
    const { endpoint } = this.#parts;
    return traceCall(call, endpoint.address, () => this.#repeat(call, lane, deadline, way));
  }

  /** Makes attempts until one is answered, or may not be followed by another. */
  async #repeat(call: PreparedCall, lane: Lane, deadline: Deadline, way: Way): Promise<Answer> {
    const { retry, events, endpoint, redactor, shared } = this.#parts;
    let failures = 0;
    let hasLeft = false;
    const send = async () => {
      call.attempts += 1;
      const { name, operation, args, result, unread } = call;
      const request = { name, operation, args, cookies: lane.cookies, openElement: result.element, unread };
      const response = await endpoint.exchange(request, deadline);
      if (shared && lane.cookies && call.traits.class !== "auth") await shared.renew(lane.cookies, deadline);
      return unread ? UNJUDGED : judge(call, response, redactor);
    };
    for (;;) {
      try {
        await way.ready(call, deadline);
      } catch (error) {
        throw hasLeft && error instanceof RescueError ? learned(error, { outcome: "unknown" }) : error;
      }
      try {
        const answer = await way.turn(call, deadline, send);
        if (answer) return answer;
      } catch (error) {
        if (!(error instanceof RescueError)) throw error;
        const { attempts } = call;
        annotate(error, { attempts });
        // An attempt that did not leave says nothing of the one before it, which may have.
        if (hasLeft && error.outcome === "not-sent") annotate(error, { outcome: "unknown" });
        hasLeft = error.outcome === "unknown";
        failures += 1;
        const wait = retry.delay(error, call.repeatedAs ?? call.traits.class, failures);
        if (wait === undefined || wait >= deadline.remaining || deadline.ended) throw settle(call, error);
        events.emit("retry", { operation: call.name, attempt: attempts, error: error.code, milliseconds: wait });
        await this.#wait(wait, error, deadline);
      }
    }
  }

  async #wait(milliseconds: number, after: RescueError, deadline: Deadline): Promise<void> {
    try {
      await deadline.sleep(milliseconds, after.outcome);
    } catch (error) {
      throw error instanceof RescueError ? annotate(error, { attempts: after.attempts }) : error;
    }
  }

  #performLogin(lane: Lane, deadline: Deadline, sending: () => void): Promise<Answer> {
    const { credentials, shared, admission } = this.#parts;
    const { login } = credentials;
    const call = this.#prepare("login", { sEmail: login?.email, sPassword: login?.password.reveal() });
    const send = () => this.#performAdmitted(call, lane, deadline, sending);
    if (!shared || !lane.cookies) return send();
    const ready = async () => admission?.ready(deadline);
    return shared.ensure(lane.cookies, deadline, { ready, send, forget: () => admission?.forget() });
  }

  /** Sends a login, or a request of an auth code, when it is admitted. */
  #performAdmitted(call: PreparedCall, lane: Lane, deadline: Deadline, sending: () => void): Promise<Answer> {
    const { endpoint } = this.#parts;
    const admission = this.#parts.admission as LoginAdmission;
    return this.#trace(call, lane, deadline, {
      ready: () => admission.ready(deadline),
      // The lane's turn first: the login that has the account's turn waits for nothing but its answer.
      turn: (_call, _deadline, send) =>
        lane.turn(call, deadline, async () => {
          await lane.cookies?.makeRoom(endpoint.address, deadline);
          return admission.pass(deadline, () => {
            sending();
            return send();
          });
        }),
    });
  }
}

/** Of a reply that the caller reads. */
const UNJUDGED: Answer = { values: {}, code: "OK", literal: "" };

/** Stands in the arguments of a call that is only checked, until the code of the single sign-on is there. */
const CODE_TO_COME = "-";

function hasCode(args: unknown): boolean {
  return typeof args === "object" && args !== null && "sAuthCode" in args && args.sAuthCode !== undefined;
}

// A change whose end is unclear is reported as such, with the read that would settle it.
function settle({ name, traits }: PreparedCall, error: RescueError): RescueError {
  const unclear = error.outcome === "unknown" || (error instanceof SoapFaultError && !refusesRequest(error));
  return unclear && traits.changes ? new OutcomeUnknownError(name, error, traits.settleWith, traits.settle) : error;
}
