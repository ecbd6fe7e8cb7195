import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { OutcomeUnknownError } from "../../errors/outcome-unknown-error.js";
import { annotate, learned, RescueError } from "../../errors/rescue-error.js";
import { refusesRequest, SoapFaultError } from "../../errors/soap-fault-error.js";
import type { Contract } from "../../soap/contract/contract.js";
import type { Cookies } from "../../soap/http/cookies.js";
import { Deadline } from "../../soap/http/deadline.js";
import type { HttpReply } from "../../soap/http/http-transport.js";
import { type EncodedFields, encodeMessage } from "../../soap/message/encode.js";
import type { LongTextReceiver, SoapEndpoint } from "../../soap/soap-endpoint.js";
import type { Redactor } from "../../soap/watch/redactor.js";
import { type Answer, judge } from "../operations/answer.js";
import { type CallableOperation, callableOperation } from "../operations/callable-operation.js";
import type { OperationClass } from "../operations/operation-table.js";
import type { CheckedCredentials } from "../options/credentials.js";
import { type CallOptions, checkCallOptions } from "../options/options.js";
import type { RetryPolicy } from "../options/retry.js";
import { callChannel, traceCall } from "../watch/call-trace.js";
import type { Events } from "../watch/events.js";

export interface CallMakerParts {
  readonly contract: Contract;
  readonly endpoint: SoapEndpoint;
  readonly credentials: CheckedCredentials;
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  readonly retry: RetryPolicy;
  readonly events: Events;
  readonly redactor: Redactor;
}

/** A call checked and encoded: what an attempt needs. */
export interface PreparedCall extends CallableOperation {
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
  readonly longText?: LongTextReceiver;
  /** How many attempts were made so far. */
  attempts: number;
  /** Where it may be repeated less than its class says. */
  readonly repeatedAs?: OperationClass;
}

export type TakeReply = (reply: HttpReply) => void;

/** How the attempts of a call are sent. */
export interface CallWay {
  /** The cookies that they carry; absent where they carry none. */
  readonly cookies: Cookies | undefined;
  /** Notes that the service has answered under a login that is kept beyond the client; absent where none is. */
  readonly renew?: ((deadline: Deadline) => Promise<void>) | undefined;
  /** Waits for what each attempt needs. What it throws ends the call. */
  ready(call: PreparedCall, deadline: Deadline): Promise<void>;
  /** Runs an attempt in its turn. Undefined when it was not sent, or did nothing, and is to be made again. */
  turn(call: PreparedCall, deadline: Deadline, send: () => Promise<Answer>): Promise<Answer | undefined>;
}

/**
 * Makes one call, from its arguments to its judged answer: checks and encodes it, retries where that is safe, and reports
 * a change whose end is unclear as such.
 */
export class CallMaker {
  readonly #parts: CallMakerParts;
  /** The operations that have been called, by name. */
  readonly #operations = new Map<string, CallableOperation>();
  /** The calls and logins under way. */
  readonly #running = new Set<Deadline>();
  #isClosed = false;

  constructor(parts: CallMakerParts) {
    this.#parts = parts;
  }

  /** Starts the deadline of a call. */
  begin(name: string, options?: CallOptions): Deadline {
    if (options !== undefined) checkCallOptions(options);
    const { timeout, signal } = this.#parts;
    const deadline = new Deadline(name, options?.timeout ?? timeout, [signal, options?.signal], this.#running);
    if (this.#isClosed) deadline.close();
    return deadline;
  }

  /** A deadline without a time, for a wait that only a signal or `close` ends. */
  patience(name: string, signal: AbortSignal | undefined): Deadline {
    return this.begin(name, { timeout: Number.POSITIVE_INFINITY, ...(signal ? { signal } : {}) });
  }

  /** Ends the calls and logins under way. */
  end(): void {
    for (const deadline of [...this.#running]) deadline.close();
  }

  /** Ends the calls and logins under way, and all later ones as they begin. */
  close(): void {
    this.#isClosed = true;
    this.end();
  }

  /**
   * Checks a call and encodes its arguments.
   *
   * @param unread receives the reply, which is then neither read nor judged.
   * @throws {InvalidArgumentError} for an operation or arguments that the contract does not have.
   */
  prepare(name: string, args: unknown, unread?: TakeReply): PreparedCall {
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
    if (operation.takesAuthCode && (credentials.authCode || credentials.sso)) {
      given = { ...given, sAuthCode: given.sAuthCode ?? credentials.authCode?.reveal() ?? CODE_TO_COME };
    }
    const secrets: string[] = [];
    for (const member of operation.secretMembers) {
      const value = given[member];
      if (typeof value === "string" && value !== "") secrets.push(value);
    }
    const own = operation.traits.class === "auth" ? (given.sEmail ?? given.sSSOID) : undefined;
    const session = given.iSession ?? given.iSessionID;
    // Member by member: a spread object that is added to costs V8 more than the whole check of the arguments.
    const { traits, result, takesAuthCode, secretMembers } = operation;
    return {
      name,
      operation: operation.operation,
      traits,
      result,
      takesAuthCode,
      secretMembers,
      args: encodeMessage(contract, request, given, name),
      secrets,
      user: typeof own === "string" ? own : (credentials.login?.email ?? credentials.sso?.ssoId),
      sendsCode: typeof given.sAuthCode === "string",
      session: typeof session === "number" ? session : undefined,
      unread,
      attempts: 0,
    };
  }

  /** Makes a call, seen by those who subscribe to the channel of calls. One that nobody traces goes the shorter way. */
  make(call: PreparedCall, deadline: Deadline, way: CallWay): Promise<Answer> {
    if (!callChannel.hasSubscribers) return this.#repeat(call, deadline, way);
    return traceCall(call, this.#parts.endpoint.address, () => this.#repeat(call, deadline, way));
  }

  /** Makes attempts until one is answered, or may not be followed by another. */
  async #repeat(call: PreparedCall, deadline: Deadline, way: CallWay): Promise<Answer> {
    const { retry, events, endpoint, redactor } = this.#parts;
    let failures = 0;
    let hasLeft = false;
    const send = async () => {
      call.attempts += 1;
      const { name, operation, args, result, unread, longText } = call;
      const request = { name, operation, args, cookies: way.cookies, openElement: result.element, unread, longText };
      const response = await endpoint.exchange(request, deadline);
      if (way.renew && call.traits.class !== "auth") await way.renew(deadline);
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
}

/** Of a reply that the caller reads. */
const UNJUDGED: Answer = { values: {}, code: "OK", literal: "" };

/** Stands in the arguments of a call that is only checked, until the code of the single sign-on is there. */
const CODE_TO_COME = "-";

// A change whose end is unclear is reported as such, with the read that would settle it.
function settle({ name, traits }: PreparedCall, error: RescueError): RescueError {
  const unclear = error.outcome === "unknown" || (error instanceof SoapFaultError && !refusesRequest(error));
  return unclear && traits.changes ? new OutcomeUnknownError(name, error, traits.settleWith, traits.settle) : error;
}
