import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { NotAuthenticatedError } from "../errors/not-authenticated-error.js";
import { OutcomeUnknownError } from "../errors/outcome-unknown-error.js";
import { annotate, RescueError, withOutcome } from "../errors/rescue-error.js";
import { type Contract, type ContractOperation, lookUp } from "../soap/contract.js";
import type { Cookies } from "../soap/cookies.js";
import { Deadline } from "../soap/deadline.js";
import { type EncodedFields, encodeMessage } from "../soap/encode.js";
import { isSensitiveName, type Redactor } from "../soap/redactor.js";
import type { SoapEndpoint } from "../soap/soap-endpoint.js";
import { type Answer, judge, resultElement } from "./answer.js";
import type { CheckedCredentials } from "./credentials.js";
import type { Events } from "./events.js";
import { idlest, type Lane } from "./lane.js";
import { Login } from "./login.js";
import { type LoginPace, takeSlot } from "./login-pace.js";
import { type OperationTraits, traitsOf } from "./operation-table.js";
import { type CallOptions, checkCallOptions } from "./options.js";
import type { RetryPolicy } from "./retry.js";

export interface CallSequenceParts {
  readonly contract: Contract;
  readonly endpoint: SoapEndpoint;
  readonly credentials: CheckedCredentials;
  /** One for each login that is kept side by side; one without cookies where there is no login. */
  readonly jars: readonly ((() => Promise<Cookies>) | undefined)[];
  readonly timeout: number;
  readonly signals: readonly (AbortSignal | undefined)[];
  readonly retry: RetryPolicy;
  /** Absent where logins are not paced. */
  readonly pace: LoginPace | undefined;
  readonly events: Events;
  readonly redactor: Redactor;
}

/** A call checked and encoded: what an attempt needs. */
interface Prepared {
  readonly name: string;
  readonly operation: ContractOperation;
  readonly traits: OperationTraits;
  readonly args: EncodedFields;
  /** What the caller passes as a password or a code: secrets, for as long as the call lasts and some time after. */
  readonly secrets: readonly string[];
}

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
    this.#lanes = parts.jars.map((cookies) => {
      const lane: Lane = {
        login: parts.credentials.login && new Login((deadline) => this.#performLogin(lane, deadline), parts.timeout),
        cookies,
        busy: 0,
        settingsUnder: undefined,
        refusedAdminUnder: undefined,
        epoch: 0,
      };
      return lane;
    });
  }

  /** Logs in now, if none is in force. */
  async login(options: CallOptions = {}): Promise<Answer> {
    const { login } = this.#firstLane;
    if (!login) throw new InvalidArgumentError("credentials", "login: needs credentials with email and password");
    return this.#within("login", options, async (deadline) => {
      deadline.check();
      try {
        return await login.ensure(deadline);
      } catch (error) {
        // This call has ended, and the login that it shares may have left.
        throw deadline.ended && error instanceof RescueError ? withOutcome(error, "unknown") : error;
      }
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
      for (const { login } of active) login?.expire(login.generation);
      return undefined;
    }
    const call = this.#prepare("logout", {});
    return this.#within("logout", options, async (deadline) => {
      const answers = await Promise.all(
        active.map((lane) => {
          lane.login?.expire(lane.login.generation);
          lane.settingsUnder = undefined;
          return this.#repeat(call, lane, deadline);
        }),
      );
      return answers[0];
    });
  }

  async call(name: string, args: unknown, options: CallOptions = {}): Promise<Answer> {
    const call = this.#prepare(name, args);
    const own = call.traits.class === "read" || call.traits.class === "mutating";
    // Settings are kept for a login, and who logs in by hand means the first one.
    const lane = own ? idlest(this.#lanes) : this.#firstLane;
    const { redactor } = this.#parts;
    redactor.hold(call, call.secrets);
    lane.busy += 1;
    try {
      return await this.#within(name, options, (deadline) => this.#run(call, lane, deadline));
    } finally {
      lane.busy -= 1;
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
    if (!operation) throw new InvalidArgumentError("operation", `${name} is not an operation of this service`, name);
    const given = this.#withAuthCode(operation, args ?? {});
    return {
      name,
      operation,
      traits: traitsOf(name),
      args: encodeMessage(contract, operation.request, given, name),
      secrets: Object.entries(given).flatMap(([member, value]) =>
        typeof value === "string" && value !== "" && isSensitiveName(member) ? [value] : [],
      ),
    };
  }

  #withAuthCode(operation: ContractOperation, args: unknown): object {
    const { authCode } = this.#parts.credentials;
    if (typeof args !== "object" || args === null || Array.isArray(args)) {
      throw new InvalidArgumentError("args", `${operation.request.element}: expected an object of arguments`);
    }
    const takesCode = operation.request.fields.some((field) => field.name === "sAuthCode");
    if (!takesCode || !authCode) return args;
    return { ...args, sAuthCode: ("sAuthCode" in args ? args.sAuthCode : undefined) ?? authCode.reveal() };
  }

  /** A call under a login; made again under a new one when the service says that it has forgotten the old. */
  async #run(call: Prepared, lane: Lane, deadline: Deadline): Promise<Answer> {
    const { login } = lane;
    if (!login || call.traits.class === "auth") return this.#repeat(call, lane, deadline);
    await loginFirst(login, deadline);
    const { generation } = login;
    if (call.traits.class === "settings") checkSettings(call, lane);
    try {
      return this.#noteSettings(call, lane, await this.#repeat(call, lane, deadline));
    } catch (error) {
      if (!(error instanceof NotAuthenticatedError) || !this.#isForgotten(error, lane)) throw error;
      login.expire(generation);
      // The settings made under the old login are gone with it: the caller has to make them again, as a block.
      if (call.traits.class === "settings" && lane.settingsUnder === generation) {
        lane.settingsUnder = undefined;
        throw error;
      }
      this.#parts.events.emit("relogin", { operation: call.name });
      await loginFirst(login, deadline);
      return this.#again(call, lane, deadline, error.attempts);
    }
  }

  // NotLoggedIn… after a login that worked: the service says that it did nothing, so repeating is safe. A user who is
  // no administrator gets the same answer each time; that is found out once, by a fresh login.
  #isForgotten(error: NotAuthenticatedError, lane: Lane): boolean {
    return (
      error.code === "NotLoggedIn" ||
      (error.code === "NotLoggedInAsAdmin" && lane.refusedAdminUnder !== lane.login?.generation)
    );
  }

  async #again(call: Prepared, lane: Lane, deadline: Deadline, before: number): Promise<Answer> {
    try {
      return this.#noteSettings(call, lane, await this.#repeat(call, lane, deadline, before));
    } catch (error) {
      if (error instanceof NotAuthenticatedError && error.code === "NotLoggedInAsAdmin") {
        lane.refusedAdminUnder = lane.login?.generation;
      }
      throw error;
    }
  }

  #noteSettings(call: Prepared, lane: Lane, answer: Answer): Answer {
    if (call.traits.class === "settings") lane.settingsUnder = lane.login?.generation;
    return answer;
  }

  /** Attempts until one gives an answer or may not be followed by another. */
  async #repeat(call: Prepared, lane: Lane, deadline: Deadline, before = 0): Promise<Answer> {
    const { retry, events } = this.#parts;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(call, lane, deadline);
      } catch (error) {
        if (!(error instanceof RescueError)) throw error;
        annotate(error, { attempts: before + attempt });
        const wait = retry.delay(error, call.traits.class, attempt);
        if (wait === undefined || wait >= deadline.remaining || deadline.ended) throw settle(call, error);
        events.emit("retry", { operation: call.name, attempt, error: error.code, milliseconds: wait });
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
    const { epoch } = lane;
    const response = await endpoint.call(
      {
        name,
        operation,
        args,
        cookies: lane.cookies && (await lane.cookies()),
        keepsCookies: () => lane.epoch === epoch,
        openElement: resultElement(contract, name, operation),
      },
      deadline,
    );
    return judge(contract, name, operation, response, (text) => redactor.text(text));
  }

  async #performLogin(lane: Lane, deadline: Deadline): Promise<Answer> {
    const { credentials, endpoint, pace, events } = this.#parts;
    const args = { sEmail: credentials.login?.email, sPassword: credentials.login?.password.reveal() };
    const call = this.#prepare("login", args);
    const slot = pace && (await takeSlot(pace, deadline, events));
    lane.epoch += 1;
    try {
      if (lane.cookies) await (await lane.cookies()).makeRoom(endpoint.address, deadline);
      return await this.#repeat(call, lane, deadline);
    } catch (error) {
      if (error instanceof RescueError && error.outcome === "not-sent") slot?.giveBack();
      throw error;
    }
  }
}

/** A login for a call that is waiting for it: whatever became of the login, the call has not left. */
async function loginFirst(login: Login, deadline: Deadline): Promise<void> {
  try {
    await login.ensure(deadline);
  } catch (error) {
    throw error instanceof RescueError && error.outcome === "unknown" ? withOutcome(error, "not-sent") : error;
  }
}

// Another call may have found out that the login is gone, and have logged in again: what this one builds on is gone too.
function checkSettings(call: Prepared, lane: Lane): void {
  if (lane.settingsUnder === undefined || lane.settingsUnder === lane.login?.generation) return;
  lane.settingsUnder = undefined;
  const error = new NotAuthenticatedError({
    operation: call.name,
    code: "NotLoggedIn",
    literal: "",
    meaning: "The login under which the report settings were made has expired, and they are gone with it.",
    advice: "Make all the settings of the report again, then repeat this call.",
  });
  throw annotate(error, { outcome: "not-sent" });
}

// A change whose end is unclear is told as such, with the read that would settle it.
function settle(call: Prepared, error: RescueError): RescueError {
  return error.outcome === "unknown" && call.traits.class === "mutating"
    ? new OutcomeUnknownError(call.name, error, call.traits.settleWith)
    : error;
}
