import { brand } from "./brand.js";
import { type Outcome, RescueError } from "./rescue-error.js";

/** What a `ConnectionError` is made of. */
export interface ConnectionErrorDetails {
  /** The system's error code, such as `ECONNREFUSED`; `PROXY_<status>` where a proxy refused. */
  readonly reason: string;
  readonly outcome: Outcome;
  /** Host and port of the connection that failed. */
  readonly address?: string | undefined;
  /** True where it is the proxy's connection that failed. */
  readonly proxy?: boolean;
}

/**
 * The connection could not be made, or broke. `outcome` is `not-sent` when it broke before the request could leave,
 * `unknown` otherwise.
 *
 * What to do: check host, port, proxy and certificates; a `not-sent` call can safely be repeated.
 */
export class ConnectionError extends RescueError {
  static {
    brand(ConnectionError, "ConnectionError");
  }

  override readonly name = "ConnectionError";
  /**
   * The system's error code, such as `ECONNREFUSED`, `ENOTFOUND` or `ECONNRESET`; `PROXY_<status>` where a proxy
   * refused.
   */
  readonly reason: string;
  /**
   * Host and port of the connection that failed: the service's or, where `proxy` is true, the proxy's; absent where
   * unknown.
   */
  readonly address: string | undefined;
  readonly proxy: boolean;

  constructor(operation: string, message: string, details: ConnectionErrorDetails) {
    super(`${operation}: ${message}`, { code: "CONNECTION", operation, outcome: details.outcome });
    this.reason = details.reason;
    this.address = details.address;
    this.proxy = details.proxy ?? false;
  }
}
