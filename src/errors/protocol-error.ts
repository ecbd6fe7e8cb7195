import { brand } from "./brand.js";
import { RescueError } from "./rescue-error.js";

/** What a `ProtocolError` is made of. */
export interface ProtocolErrorDetails {
  readonly operation: string;
  /** The HTTP status of the reply. */
  readonly status?: number | undefined;
  /** Seconds that `Retry-After` asked to wait. */
  readonly retryAfter?: number | undefined;
}

/**
 * The reply is not the SOAP answer to this call: an HTML page, a redirect, another status, a malformed,
 * truncated or too large document, the wrong element, a value outside its type.
 *
 * What to do: check that the endpoint is the service itself and not a proxy or a login page in front of it. If it is
 * the service, the WSDL may have changed. The message describes the reply without quoting it, as it may echo a secret.
 */
export class ProtocolError extends RescueError {
  static {
    brand(ProtocolError, "ProtocolError");
  }

  override readonly name = "ProtocolError";
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;

  constructor(reason: string, details: ProtocolErrorDetails) {
    const { operation } = details;
    super(`${operation}: ${reason}`, { code: "PROTOCOL", operation, outcome: "unknown" });
    this.status = details.status;
    this.retryAfter = details.retryAfter;
  }
}
