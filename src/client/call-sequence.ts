import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { OutcomeUnknownError } from "../errors/outcome-unknown-error.js";
import { annotate, learned, naming, RescueError } from "../errors/rescue-error.js";
import { refusesRequest, SoapFaultError } from "../errors/soap-fault-error.js";
import { type Contract, type ContractOperation, leftOutText, lookUp } from "../soap/contract/contract.js";
import type { Cookies } from "../soap/http/cookies.js";
import { Deadline } from "../soap/http/deadline.js";
import { type EncodedFields, encodeMessage } from "../soap/message/encode.js";
import type { SoapEndpoint } from "../soap/soap-endpoint.js";
import { isSensitiveName, type Redactor } from "../soap/watch/redactor.js";
import { type Answer, checkJudged, judge, judgedElement } from "./answer.js";
import type { CheckedCredentials } from "./credentials.js";
import type { Events } from "./events.js";
import { Lane, leastLoaded } from "./lane.js";
import { Login } from "./login.js";
import type { LoginAdmission } from "./login-admission.js";
import { type OperationTraits, traitsOf } from "./operation-table.js";
import { type CallOptions, checkCallOptions, checkLoginOptions, type LoginOptions } from "./options.js";
import { ReloginBudget } from "./relogin-budget.js";
import type { RetryPolicy } from "./retry.js";

export interface CallSequenceParts {
  readonly contract: Contract;
  readonly endpoint: SoapEndpoint;
  readonly credentials: CheckedCredentials;
  /** One for each login that is kept side by side; one without cookies where there is no login. */
  readonly jars: readonly ((() => Promise<Cookies>) | undefined)[];
  /** Calls without a cookie that go at once. */
  readonly maxConcurrent: number;
  readonly timeout: number;
  readonly signals: readonly (AbortSignal | undefined)[];
  readonly retry: RetryPolicy;
  /** Absent where the credentials hold no login. */
  readonly admission: LoginAdmission | undefined;
  readonly events: Events;
  readonly redactor: Redactor;
}

/** A call checked and encoded: what an attempt needs. */
interface Prepared {
  readonly name: string;
  readonly operation: ContractOperation;
  readonly traits: OperationTraits;
  readonly args: EncodedFields;
  /** Who is refused when the service refuses the caller: an e-mail address or a single sign-on id. */
  readonly user: string | undefined;
  /** The support session that the call is about. */
  readonly session: number | undefined;
  /** What the caller passes as a password or a code: secrets, for as long as the call lasts and some time after. */
  readonly secrets: readonly string[];
}

/** How the attempts of a call come to be sent. */
interface Way {
  /** Waits for what each attempt needs. What it throws ends the call. */
  ready(): Promise<void>;
  /** Runs an attempt in its turn. Undefined when it was not sent, or did nothing, and is to be made again. */
  turn(send: () => Promise<Answer>): Promise<Answer | undefined>;
}

const DIRECT: Way = { ready: async () => {}, turn: (send) => send() };

/**
 * Puts calls into their order: a login first where one is needed, the cookie with each call, a new login when the
 * service has forgotten the old one, another attempt where that is safe, the result judged, and an unclear end of a
 * change told as such.
 */
export class CallSequence {
  readonly #parts: CallSequenceParts;
  readonly #lanes: readonly Lane[];

  constructor(parts: CallSequenceParts) {
    this.#parts = parts;
    const { credentials, maxConcurrent, signals, events } = parts;
    const relogins = new ReloginBudget(parts.jars.length);
    this.#lanes = parts.jars.map((cookies) => {
      const lane: Lane = new Lane({
        login:
          credentials.login && new Login((deadline, sending) => this.#performLogin(lane, deadline, sending), signals),
        cookies,
        maxConcurrent,
        relogins,
        onForgotten: (operation) => events.emit("relogin", { operation }),
      });
      return lane;
    });
  }

  /** Logs in now, if none is in force. */
  async login(options: LoginOptions = {}): Promise<Answer> {
    const { again, ...callOptions } = checkLoginOptions(options);
    const { login } = this.#firstLane;
    if (!login) throw new InvalidArgumentError("credentials", "login: needs credentials with email and password");
    return this.#within("login", callOptions, async (deadline) => {
      deadline.check();
      if (again) this.#parts.admission?.forget();
      return login.ensure(deadline);
    });
  }

  /**
   * Ends the logins on the service; each counts as ended whatever the answer is.
   *
   * @returns the answer for the first of them, undefined where there was none, and where the service has no logout: then
   *   the login is only forgotten, and ends on the service by itself.
   */
  async logout(options: CallOptions = {}): Promise<Answer | undefined> {
    const active = this.#lanes.filter((lane) => lane.login?.active);
    if (active.length === 0) return undefined;
    if (!lookUp(this.#parts.contract.operations, "logout")) {
      for (const lane of active) lane.forgetLogin();
      return undefined;
    }
    const call = this.#prepare("logout", {});
    return this.#within("logout", options, async (deadline) => {
      const answers = await Promise.all(
        active.map((lane) => lane.logout(deadline, () => this.#repeat(call, lane, deadline, DIRECT))),
      );
      return answers[0];
    });
  }

  async call(name: string, args: unknown, options: CallOptions = {}): Promise<Answer> {
    const call = this.#prepare(name, args);
    const own = call.traits.class === "read" || call.traits.class === "mutating";
    // Settings are kept for a login, and who logs in by hand means the first one.
    const lane = own ? leastLoaded(this.#lanes, () => this.#parts.admission?.open ?? true) : this.#firstLane;
    const { redactor } = this.#parts;
    redactor.hold(call, call.secrets);
    try {
      return await lane.carry(() =>
        this.#within(name, options, (deadline) =>
          this.#repeat(call, lane, deadline, {
            ready: () => lane.ready(call, deadline),
            turn: (send) => lane.turn(call, deadline, send),
          }),
        ),
      );
    } catch (error) {
      const { session } = call;
      throw error instanceof RescueError && session !== undefined ? naming(error, name, session) : error;
    } finally {
      redactor.hold(call, []);
    }
  }

  get #firstLane(): Lane {
    return this.#lanes[0] as Lane;
  }

  async #within<T>(name: string, options: CallOptions, work: (deadline: Deadline) => Promise<T>): Promise<T> {
    checkCallOptions(options);
    const { timeout, signals } = this.#parts;
    const deadline = new Deadline(name, options.timeout ?? timeout, [...signals, options.signal]);
    try {
      return await work(deadline);
    } finally {
      deadline.dispose();
    }
  }

  #prepare(name: string, args: unknown): Prepared {
    const { contract } = this.#parts;
    const operation = lookUp(contract.operations, name);
    if (!operation) {
      const left = leftOutText(contract, name);
      const problem = left ? `${name}: ${left}` : `${name} is not an operation of this service`;
      throw new InvalidArgumentError("operation", problem, name);
    }
    checkJudged(contract, name, operation);
    const given = this.#withAuthCode(operation, args ?? {});
    const encoded = encodeMessage(contract, operation.request, given, name);
    const traits = traitsOf(name);
    const secrets = Object.entries(given).flatMap(([member, value]) =>
      typeof value === "string" && value !== "" && isSensitiveName(member) ? [value] : [],
    );
    return { name, operation, traits, args: encoded, secrets, ...this.#subjectOf(traits, given) };
  }

  #subjectOf(traits: OperationTraits, args: Readonly<Record<string, unknown>>) {
    const own = traits.class === "auth" ? (args.sEmail ?? args.sSSOID) : undefined;
    const user = typeof own === "string" ? own : this.#parts.credentials.login?.email;
    const session = args.iSession ?? args.iSessionID;
    return { user, session: typeof session === "number" ? session : undefined };
  }

  #withAuthCode(operation: ContractOperation, args: unknown): Readonly<Record<string, unknown>> {
    const { authCode } = this.#parts.credentials;
    if (typeof args !== "object" || args === null || Array.isArray(args)) {
      throw new InvalidArgumentError("args", `${operation.request.element}: expected an object of arguments`);
    }
    const takesCode = operation.request.fields.some((field) => field.name === "sAuthCode");
    const given = args as Readonly<Record<string, unknown>>;
    return takesCode && authCode ? { ...given, sAuthCode: given.sAuthCode ?? authCode.reveal() } : given;
  }

  /** Attempts until one gives an answer or may not be followed by another. */
  async #repeat(call: Prepared, lane: Lane, deadline: Deadline, way: Way): Promise<Answer> {
    const { retry, events } = this.#parts;
    let attempts = 0;
    let failures = 0;
    let hasLeft = false;
    const send = () => {
      attempts += 1;
      return this.#attempt(call, lane, deadline);
    };
    for (;;) {
      try {
        await way.ready();
      } catch (error) {
        throw hasLeft && error instanceof RescueError ? learned(error, { outcome: "unknown" }) : error;
      }
      try {
        const answer = await way.turn(send);
        if (answer) return answer;
      } catch (error) {
        if (!(error instanceof RescueError)) throw error;
        annotate(error, { attempts });
        // An attempt that did not leave says nothing of the one before it, which may have.
        if (hasLeft && error.outcome === "not-sent") annotate(error, { outcome: "unknown" });
        hasLeft = error.outcome === "unknown";
        failures += 1;
        const wait = retry.delay(error, call.traits.class, failures);
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

  async #attempt(call: Prepared, lane: Lane, deadline: Deadline): Promise<Answer> {
    const { contract, endpoint, redactor } = this.#parts;
    const { name, operation, args } = call;
    const response = await endpoint.call(
      {
        name,
        operation,
        args,
        cookies: lane.cookies && (await lane.cookies()),
        openElement: judgedElement(contract, name, operation),
      },
      deadline,
    );
    return judge(contract, call, response, (text) => redactor.text(text));
  }

  async #performLogin(lane: Lane, deadline: Deadline, sending: () => void): Promise<Answer> {
    const { credentials, endpoint } = this.#parts;
    const { login } = credentials;
    const admission = this.#parts.admission as LoginAdmission;
    const call = this.#prepare("login", { sEmail: login?.email, sPassword: login?.password.reveal() });
    return this.#repeat(call, lane, deadline, {
      ready: () => admission.ready(deadline),
      // The lane's turn first: who has the account's waits for nothing but the answer.
      turn: (send) =>
        lane.turn(call, deadline, async () => {
          if (lane.cookies) await (await lane.cookies()).makeRoom(endpoint.address, deadline);
          return admission.pass(deadline, () => {
            sending();
            return send();
          });
        }),
    });
  }
}

// A change whose end is unclear is reported as such, with the read that would settle it.
function settle({ name, traits }: Prepared, error: RescueError): RescueError {
  const unclear = error.outcome === "unknown" || (error instanceof SoapFaultError && !refusesRequest(error));
  return unclear && traits.changes ? new OutcomeUnknownError(name, error, traits.settleWith, traits.settle) : error;
}
