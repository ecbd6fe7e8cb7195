import type { Agent } from "node:http";
import type { CookieJar } from "tough-cookie";
import type { Contract } from "../soap/contract/contract.js";
import type { SoapVersion } from "../soap/contract/soap-version.js";
import { proxyAddress, type TlsOptions } from "../soap/http/connection-agent.js";
import type { Credentials } from "./credentials.js";
import {
  type Check,
  type Checks,
  checkedElsewhere,
  checkMembers,
  having,
  milliseconds,
  oneOf,
  refusal,
  wholeNumber,
} from "./option-checks.js";
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

const timeout: Check = (value) =>
  value === Number.POSITIVE_INFINITY ? undefined : milliseconds("above 0")(value)?.concat(", or Infinity");
const signal: Check = (value) => (value instanceof AbortSignal ? undefined : "expected an AbortSignal");

const CALL_CHECKS: Checks<CallOptions> = { timeout, signal };
const LOGIN_CHECKS: Checks<LoginOptions> = { ...CALL_CHECKS, again: oneOf(true, false) };

// Node would take rejectUnauthorized and checkServerIdentity as well: verification is not to be switched off.
const TLS_CHECKS: Checks<TlsOptions> = {
  ca: checkedElsewhere,
  cert: checkedElsewhere,
  key: checkedElsewhere,
  pfx: checkedElsewhere,
  passphrase: checkedElsewhere,
};

const CLIENT_CHECKS: Checks<RescueClientOptions> = {
  ...CALL_CHECKS,
  credentials: checkedElsewhere,
  endpoint: (value) => (value === null ? "expected an address" : undefined),
  // Its inside is the generator's work; this catches the wrong import.
  contract: having(["operations", "types", "namespace"], "the `contract` that rescue generate has written"),
  soap: oneOf("1.1", "1.2"),
  jar: having(["getCookieString", "setCookie"], "a CookieJar of tough-cookie"),
  retry: checkedElsewhere,
  // The service allows ten logins in three minutes.
  connections: wholeNumber(1, 10),
  maxConcurrent: wholeNumber(1, 1000),
  paceLogins: oneOf(true, false),
  agent: having(["addRequest"], "a node:http(s) Agent"),
  tls: checkedElsewhere,
  proxy: checkedElsewhere,
  maxReplyBytes: wholeNumber(1, Number.MAX_SAFE_INTEGER),
};

/** @throws {InvalidArgumentError} naming the option. Credentials, endpoint and retry are checked where they are read. */
export function checkOptions(options: RescueClientOptions): void {
  checkMembers(options, CLIENT_CHECKS);
  const { connections, jar, agent, tls, proxy } = options;
  if (tls !== undefined) checkMembers(tls, TLS_CHECKS, "tls");
  if (typeof proxy === "string" || proxy instanceof URL) proxyAddress(proxy, "proxy");
  if (connections !== undefined && connections > 1 && jar) {
    throw refusal("connections", "a jar holds one login; leave one of the two out");
  }
  if (agent && (tls || proxy)) {
    throw refusal("agent", "an agent brings its own proxy and TLS settings; leave out tls and proxy");
  }
}

/** @throws {InvalidArgumentError} naming the option. */
export function checkLoginOptions(options: LoginOptions): void {
  checkMembers(options, LOGIN_CHECKS);
}

/** @throws {InvalidArgumentError} naming the option. */
export function checkCallOptions(options: CallOptions): void {
  checkMembers(options, CALL_CHECKS);
}
