import type { Agent } from "node:http";
import type { CloseSessionsOptions, SessionSource } from "../../closing/close-run.js";
import type { Contract } from "../../soap/contract/contract.js";
import type { SoapVersion } from "../../soap/contract/soap-version.js";
import { proxyAddress, type TlsOptions } from "../../soap/http/connection-agent.js";
import type { Jar } from "../../soap/http/cookies.js";
import type { Credentials } from "./credentials.js";
import { isLoginStore, type LoginLock, type LoginStore } from "./login-store.js";
import {
  type Check,
  type Checks,
  checkByTable,
  checkedElsewhere,
  having,
  isObject,
  milliseconds,
  oneOf,
  refusal,
  wholeNumber,
} from "./option-checks.js";
import type { RetryOptions } from "./retry.js";

/** The options of a client. Only `credentials` is required. */
export interface RescueClientOptions {
  /** Who is calling: e-mail address and password, an auth code, or all three. */
  readonly credentials: Credentials;
  /**
   * The service's address: https, or http to this machine.
   *
   * @default the address in the contract, `https://secure.logmeinrescue.com/API/API.asmx`
   */
  readonly endpoint?: string | URL | undefined;
  /**
   * The contract of your own WSDL, as `rescue generate` writes it. Pass its types as the type parameter.
   *
   * @default this package's contract
   * @example new RescueClient<OperationTypes>({ contract, credentials })
   */
  readonly contract?: Contract | undefined;
  /**
   * The SOAP version of requests.
   *
   * @default "1.1"
   */
  readonly soap?: SoapVersion | undefined;
  /**
   * Milliseconds for a whole call, including login, waiting and every attempt. `Infinity` for no limit.
   *
   * @default 60_000
   */
  readonly timeout?: number | undefined;
  /**
   * Milliseconds that disposing of the client (`await using`) waits for calls in progress. Those that take longer are
   * ended. `Infinity` for no limit: each call then has its own `timeout`.
   *
   * @default 10_000
   */
  readonly closeTimeout?: number | undefined;
  /**
   * Aborts every call of this client.
   *
   * @example AbortSignal.timeout(600_000)
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * Where the login is kept beyond this client, for the next one: a tough-cookie jar, with any tough-cookie Store, a
   * file, or a store of your own. The login in it is used until the service has forgotten it, and disposing of the client does not end it;
   * `logout()` does. Calls with a jar go one at a time, also those with an auth code.
   *
   * A file is for any number of processes at once: it is locked while one of them logs in, belongs to one user at one
   * endpoint, and is refused where others may read it. With `{ store, lock }` processes of many machines share a login
   * ({@link JarStore}). Files and stores also remember refused passwords, as slow hashes, and when logins were made. A jar is for one user, too: the cookie in it is the login. At most
   * 50 cookies of the service are stored in it, 4096 bytes each and 8 KiB together; cookies of other hosts are left alone.
   *
   * @default a jar in memory for each login
   * @example { file: "/home/me/.rescue-login" }
   */
  readonly jar?: Jar | JarFile | JarStore | undefined;
  /**
   * How failed calls are retried; `false` for never. A call that changes something is only retried when its request was
   * not sent.
   *
   * @example { attempts: 5, maxRetryAfter: 60_000 }
   */
  readonly retry?: RetryOptions | false | undefined;
  /**
   * How many logins to keep in parallel, each with its own jar, from 1 to 10. The service handles one call of a login
   * at a time; the others wait in the client, and a call whose `timeout` passes there has not been sent. Report
   * settings always stay on the first login. It has no effect without a login.
   *
   * @default 1
   */
  readonly connections?: number | undefined;
  /**
   * How many calls with an auth code alone run in parallel, from 1 to 1,000; each uses a connection. The others wait in
   * the client, and a call whose `timeout` passes there has not been sent.
   *
   * @default 16
   */
  readonly maxConcurrent?: number | undefined;
  /**
   * Whether logins respect the service's limits, for all clients of this process together: they wait to stay under ten
   * in three minutes, and a refused login (wrong password, disabled user, limit reached) is not sent again by any
   * client. With a file or a store as `jar`, they count the logins of all processes that share it. An endpoint on this machine is usually an emulator, which has no account that could be locked. Set it to
   * true where this machine forwards calls to the service, as a TLS sidecar does. The calls of `rescue.pins` wait with
   * it, too: one PIN in a second.
   *
   * @default true, or false for an endpoint on this machine
   */
  readonly paceLogins?: boolean | undefined;
  /**
   * Whether reports respect the service's limit, for all clients of this process together: one in 60 seconds for each
   * account. A report that has to wait says so with the event `paced`. As with `paceLogins`, an endpoint on this machine
   * is taken to be an emulator.
   *
   * @default true, or false for an endpoint on this machine
   */
  readonly paceReports?: boolean | undefined;
  /**
   * A `node:http` or `node:https` agent, with its own proxy and pooling. It excludes `tls` and `proxy`.
   *
   * @default a keep-alive agent
   */
  readonly agent?: Agent | undefined;
  /**
   * Certificate authorities and a client certificate. Certificates are always verified.
   *
   * @example { ca: readFileSync("company-ca.pem") }
   */
  readonly tls?: TlsOptions | undefined;
  /**
   * A proxy's URL, or `false` for none. No proxy is used for an endpoint on this machine.
   *
   * @default what `HTTPS_PROXY` and `NO_PROXY` say
   * @example "http://proxy.example:3128"
   */
  readonly proxy?: string | URL | false | undefined;
  /**
   * The largest reply accepted, in bytes, before and after decompression.
   *
   * @default 67_108_864
   */
  readonly maxReplyBytes?: number | undefined;
}

/** A file that keeps a login. */
export interface JarFile {
  /** Its path. It need not exist; its folder must, and nobody else may write to it. */
  readonly file: string;
}

/** A store that keeps a login, for processes of many machines. */
export interface JarStore {
  /**
   * A {@link LoginStore}, which keeps all that the processes have to know of the account; or a Store of tough-cookie,
   * which keeps the cookies only: refused passwords and the times of logins are then known to one process each.
   */
  readonly store: LoginStore | Jar["store"];
  /**
   * Is held while a login is made, so that one of the processes makes it, and the others take it over.
   *
   * @default no lock: processes that begin at once may make one login each
   */
  readonly lock?: LoginLock | undefined;
}

/** Options of one call. */
export interface CallOptions {
  /**
   * Milliseconds for this call. `Infinity` for no limit.
   *
   * @default the client's `timeout`
   */
  readonly timeout?: number | undefined;
  /** Aborts this call. The client's `signal` does too. */
  readonly signal?: AbortSignal | undefined;
}

/** Options of one login. */
export interface LoginOptions extends CallOptions {
  /**
   * Sends the login even if the service has refused this password or user before, also where the `jar` remembers it. Use it when the password has become
   * valid at the service: each further refusal brings the account closer to being locked.
   *
   * @default false
   */
  readonly again?: boolean | undefined;
}

export const DEFAULT_TIMEOUT = 60_000;
export const DEFAULT_CLOSE_TIMEOUT = 10_000;
export const DEFAULT_MAX_CONCURRENT = 16;
export const DEFAULT_MAX_REPLY_BYTES = 64 * 1024 * 1024;

const unlimited =
  (check: Check): Check =>
  (value) =>
    value === Number.POSITIVE_INFINITY ? undefined : check(value)?.concat(", or Infinity");
const timeout = unlimited(milliseconds("above 0"));
const signal: Check = (value) => (value instanceof AbortSignal ? undefined : "expected an AbortSignal");

const CALL_CHECKS: Checks<CallOptions> = { timeout, signal };
const LOGIN_CHECKS: Checks<LoginOptions> = { ...CALL_CHECKS, again: oneOf(true, false) };

/** Calls in a second. */
export const callRate: Check = (value) =>
  typeof value === "number" && value >= 0.001 && value <= 1000 ? undefined : "expected a number from 0.001 to 1000";

const CLOSE_SESSIONS_CHECKS: Checks<CloseSessionsOptions> = {
  ...CALL_CHECKS,
  concurrency: wholeNumber(1, 1000),
  rate: callRate,
  journal: (value) => (typeof value === "string" && value !== "" ? undefined : "expected the path of a file"),
  retryRefused: oneOf(true, false),
  stopAfter: wholeNumber(1, Number.MAX_SAFE_INTEGER),
  outage: milliseconds("from 0"),
  settle: oneOf(true, false),
  settleAfter: milliseconds("from 0"),
};

// Node also accepts rejectUnauthorized and checkServerIdentity: verification must not be switched off.
const TLS_CHECKS: Checks<TlsOptions> = {
  ca: checkedElsewhere,
  cert: checkedElsewhere,
  key: checkedElsewhere,
  pfx: checkedElsewhere,
  passphrase: checkedElsewhere,
};

const CLIENT_CHECKS: Checks<RescueClientOptions> = {
  ...CALL_CHECKS,
  closeTimeout: unlimited(milliseconds("from 0")),
  credentials: checkedElsewhere,
  endpoint: (value) => (value === null ? "expected an address" : undefined),
  // The generator wrote the rest; this catches a wrong import.
  contract: having(["operations", "types", "namespace"], "the `contract` that rescue generate has written"),
  soap: oneOf("1.1", "1.2"),
  jar: (value) =>
    isJarFile(value) || isJarStore(value)
      ? undefined
      : having(["getCookieString", "setCookie"], "a CookieJar of tough-cookie, { file } or { store, lock }")(value),
  retry: checkedElsewhere,
  // The service allows ten logins in three minutes.
  connections: wholeNumber(1, 10),
  maxConcurrent: wholeNumber(1, 1000),
  paceLogins: oneOf(true, false),
  paceReports: oneOf(true, false),
  agent: having(["addRequest"], "a node:http(s) Agent"),
  tls: checkedElsewhere,
  proxy: checkedElsewhere,
  maxReplyBytes: wholeNumber(1, Number.MAX_SAFE_INTEGER),
};

export function isJarFile(value: unknown): value is JarFile {
  return isObject(value) && "file" in value && typeof value.file === "string" && value.file !== "";
}

/** A CookieJar has a `store`, too. */
export function isJarStore(value: unknown): value is JarStore {
  if (!isObject(value) || "getCookieString" in value || !("store" in value) || !isObject(value.store)) return false;
  const { store, lock, ...others }: { store: object; lock?: unknown } = { ...value, store: value.store };
  const isKnown = isLoginStore(store) || "findCookies" in store;
  return isKnown && (lock === undefined || typeof lock === "function") && Object.keys(others).length === 0;
}

/**
 * @throws {InvalidArgumentError} naming the option. Credentials, endpoint and retry are checked where they are read.
 */
export function checkClientOptions(options: RescueClientOptions): void {
  checkByTable(options, CLIENT_CHECKS);
  const { connections, jar, agent, tls, proxy } = options;
  if (tls !== undefined) checkByTable(tls, TLS_CHECKS, "tls");
  if (typeof proxy === "string" || proxy instanceof URL) proxyAddress(proxy, "proxy");
  if (connections !== undefined && connections > 1 && jar) {
    throw refusal("connections", "a jar holds one login; leave one of the two out");
  }
  if (agent && (tls || proxy)) {
    throw refusal("agent", "an agent brings its own proxy and TLS settings; leave out tls and proxy");
  }
}

/** @throws {InvalidArgumentError} for anything but an iterable of ids. */
export function checkSource(source: SessionSource): void {
  if (isObject(source) && (Symbol.asyncIterator in source || Symbol.iterator in source)) return;
  throw refusal("source", "expected an iterable, or an async iterable, of session ids");
}

/** @throws {InvalidArgumentError} naming the option. */
export function checkCloseSessionsOptions(options: CloseSessionsOptions): void {
  checkByTable(options, CLOSE_SESSIONS_CHECKS);
}

/** @throws {InvalidArgumentError} naming the option. */
export function checkLoginOptions(options: LoginOptions): void {
  checkByTable(options, LOGIN_CHECKS);
}

/** @throws {InvalidArgumentError} naming the option. */
export function checkCallOptions(options: CallOptions): void {
  checkByTable(options, CALL_CHECKS);
}
