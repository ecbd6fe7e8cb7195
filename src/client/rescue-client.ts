import { contract as packagedContract } from "../../generated/contract.js";
import type { OperationTypes } from "../../generated/index.js";
import type { CloseRun, CloseSessionsOptions, SessionSource } from "../closing/close-run.js";
import { Reports } from "../reports/reports.js";
import { type Contract, type LeftOutOperation, leftOutOf } from "../soap/contract/contract.js";
import type { OperationTypeTable } from "../soap/contract/operation-type-table.js";
import { Cookies } from "../soap/http/cookies.js";
import { endpointAddress, isLoopback } from "../soap/http/endpoint-address.js";
import { HttpTransport } from "../soap/http/http-transport.js";
import type { SoapStubs } from "../soap/node-soap/soap-port.js";
import { SoapEndpoint } from "../soap/soap-endpoint.js";
import { Redactor } from "../soap/watch/redactor.js";
import { VERSION } from "../version.js";
import { accountKey } from "./account/account-key.js";
import { type Admitted, LoginAdmission } from "./account/login-admission.js";
import { CallSequence, type CallSequenceParts } from "./calls/call-sequence.js";
import type { Operations } from "./calls/operations.js";
import { asRawReply, type RawReply } from "./calls/raw-reply.js";
import { ReportFetch } from "./calls/report-fetch.js";
import type { DeskJobs } from "./jobs/desk.js";
import { LateCloseRun, type OpenCloseRun } from "./jobs/late-close-run.js";
import { lateJobs } from "./jobs/late-jobs.js";
import type { OpenJobs } from "./jobs/open-jobs.js";
import type { Pins } from "./jobs/pins.js";
import type { SessionAnswer } from "./jobs/service.js";
import type { Sessions } from "./jobs/sessions.js";
import { LoginFile } from "./login/login-file.js";
import { LoginInStore, storeKey } from "./login/login-in-store.js";
import { LoginInJar, type SharedLogin } from "./login/shared-login.js";
import { REQUEST_CODE } from "./login/sso-code.js";
import { classedOperations } from "./operations/operation-table.js";
import { type CheckedCredentials, checkCredentials, ssoUser } from "./options/credentials.js";
import { isLoginStore } from "./options/login-store.js";
import { refusal } from "./options/option-checks.js";
import {
  type CallOptions,
  checkClientOptions,
  checkCloseSessionsOptions,
  checkSource,
  DEFAULT_CLOSE_TIMEOUT,
  DEFAULT_MAX_CONCURRENT,
  DEFAULT_MAX_REPLY_BYTES,
  DEFAULT_TIMEOUT,
  isJarFile,
  isJarStore,
  type LoginOptions,
  type RescueClientOptions,
} from "./options/options.js";
import { RetryPolicy } from "./options/retry.js";
import { isSessionId, noSessionId } from "./options/session-id.js";
import { Events, type ListenOptions, type RescueEventName, type RescueListener } from "./watch/events.js";

/** A support session that has been closed. */
export type ClosedSession = SessionAnswer;

/** The service's answer to a login or a logout. */
export interface LoginResult {
  readonly code: "OK";
  /**
   * The service's result literal, such as `login_OK`; empty for a login that the `jar` held, which the service has not
   * confirmed yet. Where it is gone, the first call makes another.
   */
  readonly literal: string;
}

/**
 * A client of the Rescue web service for one user. Use one client for many calls: the service allows ten logins in
 * three minutes. It sends nothing before the first call.
 *
 * @example
 * const rescue = new RescueClient({ credentials: { email, password } });
 * await rescue.closeSession(12345678);
 * await rescue.logout();
 *
 * @typeParam Types the generated `OperationTypes` of the `contract` that was passed; this package's own otherwise.
 */
export class RescueClient<Types extends OperationTypeTable<Types> = OperationTypes> implements AsyncDisposable {
  /**
   * Every operation of the WSDL, by the vendor's names.
   *
   * @example const { aSessions } = await rescue.operations.getSession_V3({ iNodeID: 201, eNodeRef: "NODE" });
   */
  readonly operations: Operations<Types>;
  /** Reports: their rows, their text, and files of them. */
  readonly reports: Reports;
  /** Support sessions: list, watch, act on them, and settle what became of one. */
  readonly sessions: Sessions;
  /** Users, groups and channels. */
  readonly desk: DeskJobs;
  /** PINs for private sessions. */
  readonly pins: Pins;
  readonly #events = new Events();
  readonly #endpoint: SoapEndpoint;
  readonly #sequence: CallSequence;
  readonly #leftOut: Readonly<Record<string, LeftOutOperation>>;
  readonly #closeTimeout: number;
  readonly #openClosing: (source: SessionSource, options: CloseSessionsOptions) => Promise<OpenCloseRun>;
  #disposing: Promise<void> | undefined;

  /** @throws {InvalidArgumentError} for an option that is wrong or unknown. */
  constructor(options: RescueClientOptions) {
    checkClientOptions(options);
    const credentials = checkCredentials(options.credentials);
    const { contract = packagedContract } = options;
    this.#leftOut = leftOutOf(contract);
    const address = endpointAddress(options.endpoint ?? contract.address);
    // An emulator has no limit that a call would have to wait for.
    const paced = options.paceLogins ?? !isLoopback(address.hostname);
    const redactor = new Redactor();
    const { login, authCode, sso } = credentials;
    for (const secret of [login?.password, authCode, sso?.password]) if (secret) redactor.add(secret.reveal());
    const admitted = admittedOf(credentials);
    if (options.jar && !login && !cookieJarOf(options.jar)) {
      throw refusal("jar", "it keeps a login; these credentials make none");
    }
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
    const retry = new RetryPolicy(options.retry);
    this.#sequence = new CallSequence({
      contract,
      endpoint: this.#endpoint,
      credentials,
      shared: login && sharedLogin(options.jar, address, login, paced, this.#events),
      jars: openJars(options, credentials, redactor),
      ownJar: () => openJar(undefined, redactor),
      maxConcurrent: options.maxConcurrent ?? DEFAULT_MAX_CONCURRENT,
      timeout: options.timeout ?? DEFAULT_TIMEOUT,
      signal: options.signal,
      retry,
      admission: admitted && new LoginAdmission(address, admitted, paced, this.#events),
      events: this.#events,
      redactor,
    });
    this.#closeTimeout = options.closeTimeout ?? DEFAULT_CLOSE_TIMEOUT;
    this.operations = callable<Types>(contract, this.#sequence);
    const reportFetch = new ReportFetch({
      contract,
      sequence: this.#sequence,
      endpoint: address,
      credentials,
      retry,
      paced: options.paceReports ?? !isLoopback(address.hostname),
      events: this.#events,
    });
    this.reports = new Reports(
      (request, fetchOptions) => reportFetch.fetch(request, fetchOptions),
      reportFetch.account,
    );
    const load = jobsLoader({ address, contract, credentials, paced, sequence: this.#sequence, events: this.#events });
    const jobs = lateJobs(load);
    this.sessions = jobs.sessions;
    this.#openClosing = async (source, closeOptions) => {
      const [{ service }, { openClosing }] = await Promise.all([load(), import("./jobs/open-closing.js")]);
      const parts = { service, options, credentials, sequence: this.#sequence, events: this.#events };
      return openClosing(parts, source, closeOptions);
    };
    this.desk = jobs.desk;
    this.pins = jobs.pins;
  }

  /** The service's address. */
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
   * @param session the session's id, as the Technician Console shows it: a whole number from 1 to 2147483647.
   * @throws {InvalidArgumentError} when the id is not such a number. Nothing has been sent.
   * @throws {NotAuthenticatedError} for wrong credentials, a deleted or disabled user, or a user who is not an
   *   administrator.
   * @throws {RescueResultError} for ActionFailed, InvalidParam_Session, Error, or an unknown literal.
   * @throws {OutcomeUnknownError} when the request was sent and no trustworthy answer came.
   * @throws {RescueError} for every other failure: `outcome` says what is known of the request.
   */
  async closeSession(session: number, options?: CallOptions): Promise<ClosedSession> {
    if (!isSessionId(session)) throw noSessionId("closeSession");
    const { code, literal } = await this.#sequence.run("closeSession", { iSession: session }, options);
    return { session, code, literal };
  }

  /**
   * Closes many support sessions, and says of each what became of it. Calls are made in parallel, fewer while the service
   * is slow or limits them; while it is away, none are. A session whose close is in doubt is asked about in the service's
   * lists. With a `journal`, a run that was ended or killed is taken up where it was: no session is closed twice.
   *
   * @param source the ids, read as calls become free. It may be endless. What is no id ends the run.
   * @throws {InvalidArgumentError} for a wrong source or option. Nothing has been sent.
   * @example
   * const run = rescue.closeSessions([12345678, 12345679], { journal: "closed.ndjson" });
   * for await (const { session, closed, code } of run) console.log(session, closed, code);
   */
  closeSessions(source: SessionSource, options: CloseSessionsOptions = {}): CloseRun {
    checkSource(source);
    checkCloseSessionsOptions(options);
    return new LateCloseRun(() => this.#openClosing(source, options));
  }

  /**
   * Logs in now instead of on the first call that needs it, or requests the auth code of a single sign-on. Returns the
   * current login's answer, if logged in.
   *
   * A password that the service has refused is not sent again, by this call or any other: the error of that refusal is
   * thrown again. A client with another password logs in as usual; `again: true` sends the same password once more.
   */
  async login(options?: LoginOptions): Promise<LoginResult> {
    const { code, literal } = await this.#sequence.login(options);
    return { code, literal };
  }

  /**
   * Logs out. The next call logs in again. Does nothing when not logged in.
   *
   * @returns the service's answer; undefined when there was no login.
   */
  async logout(options?: CallOptions): Promise<LoginResult | undefined> {
    const answer = await this.#sequence.logout(options);
    return answer && { code: answer.code, literal: answer.literal };
  }

  /**
   * Calls an operation and returns the reply as it came: for an operation whose reply the contract describes wrongly. It
   * is judged only for transport: neither status, fault nor result is an error, and a forgotten login is not noticed. The
   * call logs in, waits and is repeated (or not) like every other. **The reply may hold secrets**, such as the login's
   * cookie in `headers`.
   *
   * @param args in the vendor's spelling.
   * @throws {InvalidArgumentError} for arguments that do not match the contract. Nothing has been sent.
   * @throws {OutcomeUnknownError} when a change was sent and no reply came.
   */
  async raw(operation: string, args?: object, options?: CallOptions): Promise<RawReply> {
    return asRawReply(await this.#sequence.raw(operation, args, options));
  }

  /**
   * Returns the envelope that a call of an operation would send, without secrets. Sends nothing.
   *
   * @param args in the vendor's spelling.
   * @throws {InvalidArgumentError} for arguments that do not match the contract.
   */
  envelope(operation: string, args?: object): Promise<string> {
    return this.#sequence.envelope(operation, args);
  }

  /**
   * Listens to the client's events: `exchange`, `drift`, `retry`, `paced`, `relogin`, `closing`. They are also published on
   * the diagnostics channels `rescue-soap-client:<event>`, and printed to stderr where `DEBUG` names `rescue*`. No event
   * holds a secret.
   *
   * @example rescue.on("retry", ({ operation, attempt }) => console.warn(`${operation}: attempt ${attempt} failed`));
   * @returns a function that removes the listener.
   */
  on<Name extends RescueEventName>(name: Name, listener: RescueListener<Name>, options?: ListenOptions): () => void {
    return this.#events.on(name, listener, options);
  }

  /**
   * Closes at once, without logging out. Calls in progress end with a {@link ClientClosedError}, or as an
   * {@link OutcomeUnknownError} where a change was sent; later calls are refused with a {@link ClientClosedError}. To let
   * calls end first, dispose of the client instead: `await using`, or `await rescue[Symbol.asyncDispose]()`.
   */
  close(): void {
    this.#sequence.close();
    this.#endpoint.close();
  }

  /**
   * Refuses further calls, lets those in progress end for up to `closeTimeout` milliseconds, logs out within the client's
   * `timeout`, and closes. It does not throw: a failed logout is ignored, as the login ends by itself after 20 minutes.
   * With a `jar`, the login stays in it for the next client: `logout()` ends it.
   */
  [Symbol.asyncDispose](): Promise<void> {
    this.#disposing ??= this.#sequence.end(this.#closeTimeout).finally(() => this.close());
    return this.#disposing;
  }
}

function sharedLogin(
  jar: RescueClientOptions["jar"],
  address: URL,
  login: NonNullable<CheckedCredentials["login"]>,
  paced: boolean,
  events: Events,
): SharedLogin | undefined {
  if (!jar) return undefined;
  const key = storeKey(accountKey(address, login.email));
  const parts = { address, key, login, paced, events };
  if (isJarFile(jar)) {
    const file = new LoginFile(jar.file);
    return new LoginInStore({ ...parts, store: file, lock: file.lock, where: file.name });
  }
  if (!isJarStore(jar)) return new LoginInJar(address, key);
  const { store, lock } = jar;
  return isLoginStore(store)
    ? new LoginInStore({ ...parts, store, lock, where: "what its store holds" })
    : new LoginInJar(address, key, lock);
}

function admittedOf({ login, sso }: CheckedCredentials): Admitted | undefined {
  if (login) return { user: login.email, password: login.password, operation: "login" };
  if (!sso) return undefined;
  return { user: ssoUser(sso), password: sso.password, operation: REQUEST_CODE };
}

// The caller's jar can only hold one login. Without a login and a jar, calls carry no cookie. The redactor also learns
// cookies that no reply has set: others may have filled the jar.
function openJars(
  { jar, connections }: RescueClientOptions,
  { login }: CheckedCredentials,
  redactor: Redactor,
): CallSequenceParts["jars"] {
  if (!jar && !login) return [undefined];
  return Array.from({ length: connections ?? 1 }, () => openJar(jar, redactor));
}

/** @param jar of the caller's; undefined for one of this client alone. */
function openJar(jar: RescueClientOptions["jar"], redactor: Redactor): Cookies {
  const cookies: Cookies = new Cookies(cookieJarOf(jar), (values) => redactor.hold(cookies, values));
  return cookies;
}

/** A jar of the caller's, or a Store for one; undefined where the cookies are in a jar of the client's own. */
function cookieJarOf(jar: RescueClientOptions["jar"]): ConstructorParameters<typeof Cookies>[0] {
  if (!jar || isJarFile(jar)) return undefined;
  if (!isJarStore(jar)) return jar;
  return isLoginStore(jar.store) ? undefined : { store: jar.store };
}

// The stubs name no operation at run time: they open a client on any WSDL, also that of another contract.
const loadStubs = (): Promise<SoapStubs> => import("../../generated/api/client.js");

interface JobParts {
  readonly address: URL;
  readonly contract: Contract;
  readonly credentials: CheckedCredentials;
  readonly paced: boolean;
  readonly sequence: CallSequence;
  readonly events: Events;
}

// Loaded with the first job. Those of the table that the contract lacks are among the operations, to say so when a job
// calls one.
function jobsLoader({ address, contract, credentials, paced, sequence, events }: JobParts): () => Promise<OpenJobs> {
  let jobs: Promise<OpenJobs> | undefined;
  const load = async () => {
    const { openJobs, PacedCalls } = await import("./jobs/open-jobs.js");
    return openJobs({
      address,
      operations: callable<OperationTypes>(contract, sequence, classedOperations()),
      run: (name, args, options) => sequence.run(name, args, options),
      begin: (operation, options) => sequence.begin(operation, options),
      paced: new PacedCalls(paced, address, credentials, (operation, milliseconds) =>
        events.emit("paced", { operation, milliseconds }),
      ),
    });
  };
  return () => (jobs ??= load());
}

function callable<Types extends OperationTypeTable<Types>>(
  contract: Contract,
  sequence: CallSequence,
  more: readonly string[] = [],
): Operations<Types> {
  // Those left out are included, to say so when they are called.
  const names = new Set([...more, ...Object.keys({ ...leftOutOf(contract), ...contract.operations })]);
  const operations = [...names].map((name) => [
    name,
    async (args?: unknown, options?: CallOptions) => (await sequence.run(name, args, options)).values,
  ]);
  // Each client's own, and not frozen: test tools replace operations by spies.
  return Object.fromEntries(operations) as Operations<Types>;
}
