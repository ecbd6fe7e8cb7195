import { ConnectionError } from "../errors/connection-error.js";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { ProtocolError } from "../errors/protocol-error.js";
import type { RescueError } from "../errors/rescue-error.js";
import type { OperationClass } from "./operation-table.js";

/** How calls are repeated after a failure that may pass. Every wait counts against the call's `timeout`. */
export interface RetryOptions {
  /** Requests for one call at most, the first included; 3 unless given. */
  readonly attempts?: number;
  /** Milliseconds before the second attempt, doubled for each further one; 250 unless given. */
  readonly delay?: number;
  /** The longest wait that backoff comes to, in milliseconds; 5,000 unless given. */
  readonly maxDelay?: number;
  /** The longest `Retry-After` that is waited for, in milliseconds; 30,000 unless given. A longer one ends the call. */
  readonly maxRetryAfter?: number;
}

const DEFAULTS: Required<RetryOptions> = { attempts: 3, delay: 250, maxDelay: 5_000, maxRetryAfter: 30_000 };

// Statuses that a proxy or an overloaded server gives and that may be gone the next time.
const PASSING_STATUSES = new Set([408, 429, 500, 502, 503, 504]);

// What Node and OpenSSL call a certificate that is not accepted (the X509_V_ERR_… of its verification without that
// prefix; UNSPECIFIED is any that Node has no name for, such as a key that is too short), and a handshake or a record that
// fails. The same certificate is not accepted the next time either.
const TLS_REASON =
  /^(?:ERR_(?:TLS|SSL|OSSL)_|EPROTO$|CERT_|CRL_|UNABLE_TO_|ERROR_IN_C|(?:DEPTH_ZERO_)?SELF_SIGNED_|PATH_LENGTH_|INVALID_(?:CA|PURPOSE)$|HOSTNAME_MISMATCH$|UNSPECIFIED$)/;

/** Decides whether and after how long a failed attempt is followed by another. */
export class RetryPolicy {
  readonly #options: Required<RetryOptions>;
  readonly #random: () => number;

  /** @param options `false` switches retries off. */
  constructor(options: RetryOptions | false = {}, random: () => number = Math.random) {
    if (options !== false && (typeof options !== "object" || options === null)) {
      throw new InvalidArgumentError("retry", "retry: expected an object, or false");
    }
    const given = Object.entries(options || { attempts: 1 }).filter(([, value]) => value !== undefined);
    this.#options = { ...DEFAULTS, ...Object.fromEntries(given) };
    this.#random = random;
    for (const [name, value] of Object.entries(this.#options)) {
      const valid =
        name === "attempts"
          ? Number.isSafeInteger(value) && value >= 1
          : typeof value === "number" && value >= 0 && value <= 2_147_483_647;
      if (!(name in DEFAULTS) || !valid) {
        throw new InvalidArgumentError(`retry.${name}`, `retry.${name}: expected ${Object.keys(DEFAULTS).join(", ")}`);
      }
    }
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
    // Half of it is left to chance, so that clients which failed together do not come back together.
    return Math.max(asked, backoff * (0.5 + this.#random() / 2));
  }
}

function isPassing(error: RescueError): boolean {
  if (error instanceof ProtocolError) return error.status !== undefined && PASSING_STATUSES.has(error.status);
  if (!(error instanceof ConnectionError)) return false;
  const proxyStatus = /^PROXY_(\d+)$/.exec(error.reason)?.[1];
  // A proxy refuses for good what it refuses with another status: each further try with wrong credentials (407) counts.
  return proxyStatus === undefined ? !TLS_REASON.test(error.reason) : PASSING_STATUSES.has(Number(proxyStatus));
}
