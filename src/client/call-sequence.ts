import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { NotAuthenticatedError } from "../errors/not-authenticated-error.js";
import { OutcomeUnknownError } from "../errors/outcome-unknown-error.js";
import { annotate, RescueError } from "../errors/rescue-error.js";
import { type Contract, type ContractOperation, lookUp } from "../soap/contract.js";
import type { Cookies } from "../soap/cookies.js";
import { Deadline } from "../soap/deadline.js";
import { type EncodedFields, encodeMessage } from "../soap/encode.js";
import type { SoapEndpoint } from "../soap/soap-endpoint.js";
import { type Answer, judge, resultElement } from "./answer.js";
import type { CheckedCredentials } from "./credentials.js";
import { Login } from "./login.js";
import { traitsOf } from "./operation-table.js";
import { type CallOptions, checkCallOptions } from "./options.js";

export interface CallSequenceParts {
  readonly contract: Contract;
  readonly endpoint: SoapEndpoint;
  readonly credentials: CheckedCredentials;
  /** Absent where calls carry no cookie: on an auth code alone they run side by side on the service, with one they queue. */
  readonly loadCookies: (() => Promise<Cookies>) | undefined;
  readonly timeout: number;
  readonly signals: readonly (AbortSignal | undefined)[];
}

/** A call checked and encoded: what an attempt needs. */
interface Prepared {
  readonly name: string;
  readonly operation: ContractOperation;
  readonly args: EncodedFields;
}

/**
 * Puts calls into their order: a login first where one is needed, the cookie with each call, a new login when the
 * service has forgotten the old one, the result judged, and an unclear end of a change told as such.
 */
export class CallSequence {
  readonly #parts: CallSequenceParts;
  readonly #login: Login;
  #cookies: Promise<Cookies> | undefined;

  constructor(parts: CallSequenceParts) {
    this.#parts = parts;
    this.#login = new Login((deadline) => this.#performLogin(deadline), parts.timeout);
  }

  get loggedIn(): boolean {
    return this.#login.active;
  }

  /** Logs in now, if the credentials have a login and none is in force. */
  async login(options: CallOptions = {}): Promise<Answer> {
    if (!this.#parts.credentials.login) {
      throw new InvalidArgumentError("credentials", "login: needs credentials with email and password");
    }
    return this.#within("login", options, (deadline) => this.#login.ensure(deadline));
  }

  /** Ends the login on the service. The client counts as logged out whatever the answer is. */
  async logout(options: CallOptions = {}): Promise<Answer> {
    this.#login.expire(this.#login.generation);
    return this.call("logout", {}, options);
  }

  async call(name: string, args: unknown, options: CallOptions = {}): Promise<Answer> {
    const prepared = this.#prepare(name, args);
    return this.#within(name, options, (deadline) => this.#run(prepared, deadline));
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
    const { contract, credentials } = this.#parts;
    const operation = lookUp(contract.operations, name);
    if (!operation) {
      throw new InvalidArgumentError("operation", `${name} is not an operation of this service`, name);
    }
    const takesCode = operation.request.fields.some((field) => field.name === "sAuthCode");
    const withCode =
      takesCode && credentials.authCode && (args === undefined || (typeof args === "object" && args !== null))
        ? { sAuthCode: credentials.authCode.reveal(), ...args }
        : args;
    return { name, operation, args: encodeMessage(contract, operation.request, withCode, name) };
  }

  async #run(call: Prepared, deadline: Deadline): Promise<Answer> {
    const needsLogin = this.#parts.credentials.login !== undefined && traitsOf(call.name).class !== "auth";
    if (!needsLogin) return this.#attempt(call, deadline);
    await this.#login.ensure(deadline);
    const { generation } = this.#login;
    try {
      return await this.#attempt(call, deadline);
    } catch (error) {
      if (!(error instanceof NotAuthenticatedError) || !error.code.startsWith("NotLoggedIn")) throw error;
      // The login had worked, so the service has forgotten it (20 idle minutes) and did nothing: repeating is safe.
      this.#login.expire(generation);
      await this.#login.ensure(deadline);
      return this.#attempt(call, deadline);
    }
  }

  async #attempt(call: Prepared, deadline: Deadline): Promise<Answer> {
    const { contract, endpoint } = this.#parts;
    try {
      const { response } = await endpoint.call(
        {
          name: call.name,
          operation: call.operation,
          args: call.args,
          cookies: this.#parts.loadCookies && (await this.#loadCookies(this.#parts.loadCookies)),
          openElement: resultElement(contract, call.name, call.operation),
        },
        deadline,
      );
      return judge(contract, call.name, call.operation, response, (text) => text);
    } catch (error) {
      if (!(error instanceof RescueError)) throw error;
      annotate(error, { attempts: error.outcome === "not-sent" ? 0 : 1 });
      const traits = traitsOf(call.name);
      if (error.outcome !== "unknown" || traits.class !== "mutating") throw error;
      throw new OutcomeUnknownError(call.name, error, traits.settleWith);
    }
  }

  async #performLogin(deadline: Deadline): Promise<Answer> {
    const { login } = this.#parts.credentials;
    return this.#attempt(
      this.#prepare("login", { sEmail: login?.email, sPassword: login?.password.reveal() }),
      deadline,
    );
  }

  #loadCookies(load: () => Promise<Cookies>): Promise<Cookies> {
    this.#cookies ??= load();
    return this.#cookies;
  }
}
