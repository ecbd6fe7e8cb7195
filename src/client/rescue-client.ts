import { contract as packagedContract } from "../../generated/contract.js";
import type { OperationTypes } from "../../generated/index.js";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { type Contract, type LeftOutOperation, leftOutOf } from "../soap/contract/contract.js";
import type { OperationTypeTable } from "../soap/contract/operation-type-table.js";
import { Cookies } from "../soap/http/cookies.js";
import { endpointAddress, isLoopback } from "../soap/http/endpoint-address.js";
import { HttpTransport } from "../soap/http/http-transport.js";
import type { SoapStubs } from "../soap/node-soap/soap-port.js";
import { SoapEndpoint } from "../soap/soap-endpoint.js";
import { Redactor } from "../soap/watch/redactor.js";
import { VERSION } from "../version.js";
import { CallSequence, type CallSequenceParts } from "./call-sequence.js";
import { type CheckedCredentials, checkCredentials } from "./credentials.js";
import { Events, type ListenOptions, type RescueEventName, type RescueListener } from "./events.js";
import { LoginAdmission } from "./login-admission.js";
import type { Operations } from "./operations.js";
import {
  type CallOptions,
  checkOptions,
  DEFAULT_MAX_CONCURRENT,
  DEFAULT_MAX_REPLY_BYTES,
  DEFAULT_TIMEOUT,
  type LoginOptions,
  type RescueClientOptions,
} from "./options.js";
import { RetryPolicy } from "./retry.js";

/** A support session that has been closed. */
export interface ClosedSession {
  readonly session: number;
  readonly code: "OK";
  /** The literal of the service, such as `closeSessionRet_OK`. */
  readonly literal: string;
}

/** A login made or ended. */
export interface LoginResult {
  readonly code: "OK";
  /** The literal of the service, such as `login_OK`. */
  readonly literal: string;
}

/**
 * A client of the Rescue web service: one user, one login. Keep one for many calls; the service allows ten logins in
 * three minutes. Nothing is sent before the first call.
 *
 * @example
 * const rescue = new RescueClient({ credentials: { email, password } });
 * await rescue.closeSession(12345678);
 * await rescue.logout();
 *
 * @typeParam Types the generated `OperationTypes` of the `contract` that was passed; this package's own otherwise.
 */
export class RescueClient<Types extends OperationTypeTable<Types> = OperationTypes> implements AsyncDisposable {
  /** Every operation of the WSDL, by the vendor's names. */
  readonly operations: Operations<Types>;
  readonly #events = new Events();
  readonly #endpoint: SoapEndpoint;
  readonly #sequence: CallSequence;
  readonly #leftOut: Readonly<Record<string, LeftOutOperation>>;

  /** @throws {InvalidArgumentError} for an option that is wrong or unknown. */
  constructor(options: RescueClientOptions) {
    checkOptions(options);
    const credentials = checkCredentials(options.credentials);
    const { contract = packagedContract } = options;
    this.#leftOut = leftOutOf(contract);
    const address = endpointAddress(options.endpoint ?? contract.address);
    const redactor = new Redactor();
    for (const secret of [credentials.login?.password, credentials.authCode]) if (secret) redactor.add(secret.reveal());
    this.#endpoint = new SoapEndpoint({
      contract,
      address,
      version: options.soap ?? "1.1",
      transport: new HttpTransport({
        agent: options.agent,
        proxy: options.proxy,
        tls: options.tls,
        maxReplyBytes: options.maxReplyBytes ?? DEFAULT_MAX_REPLY_BYTES,
      }),
      loadStubs,
      userAgent: `rescue-soap-client/${VERSION}`,
      redactor,
      observer: this.#events,
    });
    this.#sequence = new CallSequence({
      contract,
      endpoint: this.#endpoint,
      credentials,
      jars: openJars(options, credentials, redactor),
      maxConcurrent: options.maxConcurrent ?? DEFAULT_MAX_CONCURRENT,
      timeout: options.timeout ?? DEFAULT_TIMEOUT,
      signal: options.signal,
      retry: new RetryPolicy(options.retry),
      // A login that waits for the sake of an emulator's port would wait in vain.
      admission:
        credentials.login &&
        new LoginAdmission(
          address,
          credentials.login,
          options.paceLogins ?? !isLoopback(address.hostname),
          this.#events,
        ),
      events: this.#events,
      redactor,
    });
    this.operations = callable<Types>(contract, this.#sequence);
  }

  /** The address that is called. */
  get endpoint(): string {
    return this.#endpoint.address.href;
  }

  /**
   * The operations of the WSDL that the contract leaves out, by name, each with its reason. Calling one is refused
   * before anything is sent.
   */
  get leftOut(): Readonly<Record<string, LeftOutOperation>> {
    return this.#leftOut;
  }

  /**
   * Closes a support session. Needs an administrator.
   *
   * @param session the session's id, from 1 to 2147483647.
   * @throws {InvalidArgumentError} before anything is sent, when the id is no such number.
   * @throws {NotAuthenticatedError} wrong credentials, user deleted or disabled, not an administrator.
   * @throws {RescueResultError} ActionFailed, InvalidParam_Session, Error, or a literal nobody knows.
   * @throws {OutcomeUnknownError} when it was sent and no trustworthy answer came.
   * @throws {RescueError} for the rest: `outcome` tells what is known.
   */
  async closeSession(session: number, options?: CallOptions): Promise<ClosedSession> {
    if (!isSessionId(session)) {
      throw new InvalidArgumentError(
        "session",
        "closeSession: session: expected a whole number from 1 to 2147483647",
        "closeSession",
      );
    }
    const { code, literal } = await this.#sequence.run("closeSession", { iSession: session }, options);
    return { session, code, literal };
  }

  /**
   * Logs in now rather than on the first call that needs it. Returns the current login's answer, if logged in.
   *
   * A password that the service has refused is not sent again, by this call or any other: the error is the one of that
   * refusal. A client with another password logs in as usual; `again: true` sends the same one once more.
   */
  async login(options?: LoginOptions): Promise<LoginResult> {
    const { code, literal } = await this.#sequence.login(options);
    return { code, literal };
  }

  /**
   * Ends the login on the service. The next call would log in anew. Does nothing where there is no login.
   *
   * @returns undefined where there was none.
   */
  async logout(options?: CallOptions): Promise<LoginResult | undefined> {
    const answer = await this.#sequence.logout(options);
    return answer && { code: answer.code, literal: answer.literal };
  }

  /**
   * Hears of what the client does: `exchange`, `drift`, `retry`, `paced`, `relogin`. The same goes to the diagnostics
   * channels `rescue-soap-client:<event>`, and to stderr where DEBUG names `rescue*`. No event holds a secret.
   *
   * @returns what takes the listener back.
   */
  on<Name extends RescueEventName>(name: Name, listener: RescueListener<Name>, options?: ListenOptions): () => void {
    return this.#events.on(name, listener, options);
  }

  /** Ends the calls under way as aborted and closes the connections, without a logout. */
  close(): void {
    this.#sequence.close();
    this.#endpoint.close();
  }

  /** Logs out and closes. A logout that fails is let go: the login ends by itself after 20 minutes. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      await this.logout();
    } catch {
      // Disposing must not hide the error that led here.
    } finally {
      this.close();
    }
  }
}

/** True for what may be the id of a support session: a positive xs:int. */
export function isSessionId(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 2_147_483_647;
}

// A jar of the caller's can only hold one login. Without a login and a jar, calls carry no cookie. The redactor also
// learns the cookies that no reply has set: a jar may have been filled by others.
function openJars(
  { jar, connections }: RescueClientOptions,
  { login }: CheckedCredentials,
  redactor: Redactor,
): CallSequenceParts["jars"] {
  if (!jar && !login) return [undefined];
  return Array.from({ length: connections ?? 1 }, () => {
    const cookies: Cookies = new Cookies(jar, (values) => redactor.hold(cookies, values));
    return cookies;
  });
}

// The stubs hold no operation by name: they open a client on whatever WSDL it is given, also that of another contract.
const loadStubs = (): Promise<SoapStubs> => import("../../generated/api/client.js");

function callable<Types extends OperationTypeTable<Types>>(
  contract: Contract,
  sequence: CallSequence,
): Operations<Types> {
  // Those that were left out as well, to say so when they are called.
  const operations = Object.keys({ ...leftOutOf(contract), ...contract.operations }).map((name) => [
    name,
    async (args?: unknown, options?: CallOptions) => (await sequence.run(name, args, options)).values,
  ]);
  return Object.freeze(Object.fromEntries(operations)) as Operations<Types>;
}
