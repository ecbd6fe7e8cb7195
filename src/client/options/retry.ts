import { ConnectionError } from "../../errors/connection-error.js";
import { ProtocolError } from "../../errors/protocol-error.js";
import type { RescueError } from "../../errors/rescue-error.js";
import type { OperationClass } from "../operations/operation-table.js";
import { type Checks, checkByTable, milliseconds, wholeNumber } from "./option-checks.js";

/** How calls are retried after a failure that may be temporary. Every wait counts against the call's `timeout`. */
export interface RetryOptions {
  /**
   * The most requests for one call, including the first.
   *
   * @default 3
   */
  readonly attempts?: number | undefined;
  /**
   * Milliseconds before the second attempt, doubled for each further one.
   *
   * @default 250
   */
  readonly delay?: number | undefined;
  /**
   * The longest wait between attempts, in milliseconds, except where `Retry-After` asks for more.
   *
   * @default 5_000
   */
  readonly maxDelay?: number | undefined;
  /**
   * The longest `Retry-After` that is respected, in milliseconds. A longer one ends the call.
   *
   * @default 30_000
   */
  readonly maxRetryAfter?: number | undefined;
}

type Policy = { readonly [Name in keyof RetryOptions]-?: number };

const DEFAULTS: Policy = { attempts: 3, delay: 250, maxDelay: 5_000, maxRetryAfter: 30_000 };

const CHECKS: Checks<RetryOptions> = {
  attempts: wholeNumber(1, Number.MAX_SAFE_INTEGER),
  delay: milliseconds("from 0"),
  maxDelay: milliseconds("from 0"),
  maxRetryAfter: milliseconds("from 0"),
};

// Statuses of a proxy or an overloaded server that may be temporary.
const PASSING_STATUSES = new Set([408, 429, 500, 502, 503, 504]);

// The codes of Node and OpenSSL for a certificate that is not accepted (X509_V_ERR_… without that prefix; UNSPECIFIED is
// any that Node has no name for, such as a key that is too short), and for a handshake or a record that fails. The same certificate is not accepted the next time either.
const TLS_REASON =
  /^(?:ERR_(?:TLS|SSL|OSSL)_|EPROTO$|CERT_|CRL_|UNABLE_TO_|ERROR_IN_C|(?:DEPTH_ZERO_)?SELF_SIGNED_|PATH_LENGTH_|INVALID_(?:CA|PURPOSE)$|HOSTNAME_MISMATCH$|UNSPECIFIED$)/;

/** Decides whether, and after which wait, a failed attempt is followed by another. */
export class RetryPolicy {
  readonly #options: Policy;
  readonly #random: () => number;

  /** @param options `false` switches retries off. */
  constructor(options: RetryOptions | false = {}, random: () => number = Math.random) {
    if (options === false) {
      this.#options = { ...DEFAULTS, attempts: 1 };
    } else {
      checkByTable(options, CHECKS, "retry");
      const given = Object.entries(options).filter(([, value]) => value !== undefined);
      this.#options = { ...DEFAULTS, ...Object.fromEntries(given) };
    }
    this.#random = random;
  }

  /**
   * Milliseconds to wait before the next attempt, undefined when there is to be none. A call that changes something, or
   * logs in, is only repeated when the request has not left.
   *
   * @param attempt the number of the attempt that failed, from 1.
   */
  delay(error: RescueError, operation: OperationClass, attempt: number): number | undefined {
    if (attempt >= this.#options.attempts) return undefined;
    const repeatable = operation === "read" || operation === "settings";
    if (!(error.outcome === "not-sent" || (error.outcome === "unknown" && repeatable))) return undefined;
    if (!isPassing(error)) return undefined;
    const { delay, maxDelay, maxRetryAfter } = this.#options;
    const asked = error instanceof ProtocolError ? (error.retryAfter ?? 0) * 1000 : 0;
    if (asked > maxRetryAfter) return undefined;
    const backoff = Math.min(maxDelay, delay * 2 ** (attempt - 1));
    // Half of it is random, so that clients that failed together do not retry together.
    return Math.max(asked, backoff * (0.5 + this.#random() / 2));
  }
}

function isPassing(error: RescueError): boolean {
  if (error instanceof ProtocolError) return error.status !== undefined && PASSING_STATUSES.has(error.status);
  if (!(error instanceof ConnectionError)) return false;
  const proxyStatus = /^PROXY_(\d+)$/.exec(error.reason)?.[1];
  // Another status of a proxy is final: each further attempt with wrong credentials (407) counts against the account.
  return proxyStatus === undefined ? !TLS_REASON.test(error.reason) : PASSING_STATUSES.has(Number(proxyStatus));
}
