import type { Outcome } from "../../errors/rescue-error.js";
import type { SoapVersion } from "../contract/soap-version.js";

/** One request and its result, as reported to observers. It holds no secret. */
export interface Exchange {
  readonly operation: string;
  readonly soap: SoapVersion;
  readonly method: "POST";
  /** HTTP status; absent when no reply came. */
  readonly status?: number;
  readonly requestBytes: number;
  /** Length of the decoded reply. */
  readonly replyBytes?: number;
  /** From passing the request to the transport until the end of the reply, or the error. */
  readonly milliseconds: number;
  readonly outcome: Outcome;
  /** The code of the error that ended the exchange. */
  readonly error?: string;
  /** The body sent, without secrets; only for observers that asked for bodies. */
  readonly request?: string;
  /** The body received, without secrets; only for observers that asked for bodies. */
  readonly reply?: string;
}

/** Receives exchanges and drift. It must not throw. */
export interface ExchangeObserver {
  /** Whether anyone listens for exchanges, and for their bodies. Asked before each exchange. */
  wants(): { readonly exchanges: boolean; readonly bodies: boolean };
  exchange(exchange: Exchange): void;
  /** Reports a name in a reply that the contract does not know. */
  drift(operation: string, path: string): void;
}
