import type { Agent } from "node:http";
import type { CookieJar } from "tough-cookie";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import type { Contract } from "../soap/contract/contract.js";
import type { SoapVersion } from "../soap/contract/soap-version.js";
import { proxyAddress, type TlsOptions } from "../soap/http/connection-agent.js";
import type { Credentials } from "./credentials.js";
import type { RetryOptions } from "./retry.js";

export interface RescueClientOptions {
  readonly credentials: Credentials;
  /** The service's address; the vendor's, as the WSDL names it, unless given. https, or http to this machine. */
  readonly endpoint?: string | URL;
  /**
   * The contract of a WSDL of your own, as `rescue generate` writes it; the package's unless given. The types come as
   * the type parameter: `new RescueClient<OperationTypes>({ contract, … })`.
   */
  readonly contract?: Contract;
  /** The SOAP version to speak; "1.1" unless given. */
  readonly soap?: SoapVersion;
  /** Milliseconds for a whole call: login, waiting and every attempt included. 60,000 unless given; Infinity for none. */
  readonly timeout?: number;
  /** Ends every call of this client. */
  readonly signal?: AbortSignal;
  /**
   * A tough-cookie jar, over any tough-cookie Store. One client, one jar: a login is whoever's cookie is in it, so that
   * calls with a jar go one at a time, also those on an auth code. At most 50 cookies of the service are stored in it,
   * 4096 bytes each and 8 KiB together; cookies of other hosts are not touched.
   */
  readonly jar?: CookieJar;
  /** How failed calls are repeated; `false` for never. Changes are only repeated when they had not left. */
  readonly retry?: RetryOptions | false;
  /**
   * How many logins to keep side by side, each with its own jar, from 1 to 10. The service lets one call at a time into
   * a login; the others wait in the client, and one whose `timeout` passes there has not been sent. Report settings
   * always stay on the first login. Without a login it changes nothing.
   *
   * @default 1
   */
  readonly connections?: number;
  /**
   * How many calls on an auth code alone go at once, from 1 to 1,000; each takes a connection. The others wait in the
   * client, and one whose `timeout` passes there has not been sent.
   *
   * @default 16
   */
  readonly maxConcurrent?: number;
  /**
   * Whether logins keep to the service's limits, for all clients of this process together: they wait to stay under ten
   * in three minutes, and a refusal (wrong password, disabled user, limit reached) is not sent again by any client. The
   * default is false for an endpoint on this machine: an emulator has no account that could be locked out. Set it to
   * true where this machine only passes calls on to the service, as a TLS sidecar does.
   *
   * @default true, or false for an endpoint on this machine
   */
  readonly paceLogins?: boolean;
  /** A node:http(s) agent in place of the client's own keep-alive one. Its proxy and pooling are its own. */
  readonly agent?: Agent;
  /** Certificate authorities and a client certificate. Certificates are always verified. */
  readonly tls?: TlsOptions;
  /** A proxy's URL, or `false` for none; `HTTPS_PROXY` and `NO_PROXY` decide unless given. Not for this machine. */
  readonly proxy?: string | URL | false;
  /** The largest reply taken, in bytes after decompression; 64 MiB unless given. */
  readonly maxReplyBytes?: number;
}

/** What one call may set for itself. */
export interface CallOptions {
  /** Milliseconds for this call, in place of the client's `timeout`. */
  readonly timeout?: number;
  /** Ends this call. */
  readonly signal?: AbortSignal;
}

/** What one login may set for itself. */
export interface LoginOptions extends CallOptions {
  /**
   * Sends the login even if the service has refused this password or user before. For a password that has become valid
   * at the service; each further refusal brings the account closer to being locked.
   *
   * @default false
   */
  readonly again?: boolean;
}

export const DEFAULT_TIMEOUT = 60_000;
export const DEFAULT_MAX_CONCURRENT = 16;
export const DEFAULT_MAX_REPLY_BYTES = 64 * 1024 * 1024;

const KNOWN_OPTIONS = new Set([
  "credentials",
  "endpoint",
  "contract",
  "soap",
  "timeout",
  "signal",
  "jar",
  "retry",
  "connections",
  "maxConcurrent",
  "paceLogins",
  "agent",
  "tls",
  "proxy",
  "maxReplyBytes",
]);

/** @throws {InvalidArgumentError} where a JavaScript caller passed no object. */
export function checkOptionsObject(options: unknown): void {
  if (!isObject(options)) refuse("options", "expected an object with credentials");
}

/** @throws {InvalidArgumentError} naming the option. Credentials and endpoint are checked where they are read. */
export function checkOptions(options: RescueClientOptions): void {
  checkOptionsObject(options);
  for (const name of Object.keys(options)) {
    if (!KNOWN_OPTIONS.has(name)) refuse(name, `is not an option; expected ${[...KNOWN_OPTIONS].join(", ")}`);
  }
  checkContract(options.contract);
  const { soap, maxReplyBytes, connections, maxConcurrent, paceLogins, jar, agent, tls, proxy, endpoint } = options;
  if (soap !== undefined && soap !== "1.1" && soap !== "1.2") refuse("soap", 'expected "1.1" or "1.2"');
  if (maxReplyBytes !== undefined && !(Number.isSafeInteger(maxReplyBytes) && maxReplyBytes > 0)) {
    refuse("maxReplyBytes", "expected a whole number of bytes above 0");
  }
  if (connections !== undefined && !(Number.isInteger(connections) && connections >= 1 && connections <= 10)) {
    refuse("connections", "expected a whole number from 1 to 10, as the service allows ten logins in three minutes");
  }
  if (connections !== undefined && connections > 1 && jar)
    refuse("connections", "a jar holds one login; leave one out");
  if (
    maxConcurrent !== undefined &&
    !(Number.isInteger(maxConcurrent) && maxConcurrent >= 1 && maxConcurrent <= 1000)
  ) {
    refuse("maxConcurrent", "expected a whole number from 1 to 1000");
  }
  if (paceLogins !== undefined && typeof paceLogins !== "boolean") refuse("paceLogins", "expected true or false");
  if (agent && (tls || proxy))
    refuse("agent", "an agent brings its own proxy and TLS settings; leave out tls and proxy");
  if (typeof proxy === "string" || proxy instanceof URL) proxyAddress(proxy, "proxy");
  checkTls(tls);
  if (jar !== undefined && !(isObject(jar) && "getCookieString" in jar && "setCookie" in jar)) {
    refuse("jar", "expected a CookieJar of tough-cookie");
  }
  if (agent !== undefined && !(isObject(agent) && "addRequest" in agent))
    refuse("agent", "expected a node:http(s) Agent");
  if (endpoint === null) refuse("endpoint", "expected an address");
  checkBounds(options);
}

// Its inside is the generator's work; this catches the wrong import.
function checkContract(contract: unknown): void {
  if (contract === undefined) return;
  const known = isObject(contract) && "operations" in contract && "types" in contract && "namespace" in contract;
  if (!known) refuse("contract", "expected the `contract` that rescue generate has written");
}

const TLS_OPTIONS = new Set(["ca", "cert", "key", "pfx", "passphrase"]);

// Node would take rejectUnauthorized and checkServerIdentity as well: verification is not to be switched off.
function checkTls(tls: unknown): void {
  if (tls === undefined) return;
  if (typeof tls !== "object" || tls === null) refuse("tls", "expected an object");
  for (const name of Object.keys(tls)) {
    if (!TLS_OPTIONS.has(name)) refuse(`tls.${name}`, `is not an option; expected ${[...TLS_OPTIONS].join(", ")}`);
  }
}

/**
 * Checks what is a login's own; the rest is checked as that of every call.
 *
 * @throws {InvalidArgumentError}
 */
export function checkLoginOptions(options: LoginOptions): LoginOptions {
  if (!isObject(options)) refuse("options", "expected an object with timeout, signal or again");
  const { again } = options;
  if (again !== undefined && typeof again !== "boolean") refuse("again", "expected true or false");
  return options;
}

/** @throws {InvalidArgumentError} */
export function checkCallOptions(options: CallOptions): void {
  if (!isObject(options)) refuse("options", "expected an object with timeout or signal");
  for (const name of Object.keys(options)) {
    if (name !== "timeout" && name !== "signal") refuse(name, "is not an option of a call; expected timeout, signal");
  }
  checkBounds(options);
}

function checkBounds({ timeout, signal }: CallOptions): void {
  // A Node timer holds at most 2^31-1 ms and fires at once for more.
  const inRange = typeof timeout === "number" && timeout > 0 && timeout <= 2_147_483_647;
  if (timeout !== undefined && timeout !== Number.POSITIVE_INFINITY && !inRange) {
    refuse("timeout", "expected milliseconds above 0, at most 2147483647, or Infinity");
  }
  if (signal !== undefined && !(signal instanceof AbortSignal)) refuse("signal", "expected an AbortSignal");
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function refuse(name: string, problem: string): never {
  throw new InvalidArgumentError(name, `${name}: ${problem}`);
}
