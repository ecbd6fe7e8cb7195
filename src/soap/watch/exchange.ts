import type { Outcome } from "../../errors/rescue-error.js";
import type { SoapVersion } from "../contract/soap-version.js";

/** One request and what came of it, as it is told to observers. Nothing in it is a secret. */
export interface Exchange {
  readonly operation: string;
  readonly soap: SoapVersion;
  readonly method: "POST";
  /** HTTP status; absent when no reply came. */
  readonly status?: number;
  readonly requestBytes: number;
  /** Length of the decoded reply. */
  readonly replyBytes?: number;
  /** From handing the request to the transport to the end of the reply or the error. */
  readonly milliseconds: number;
  readonly outcome: Outcome;
  /** The code of the error that ended the exchange. */
  readonly error?: string;
  /** Bodies with secrets taken out; only for observers that asked. */
  readonly request?: string;
  readonly reply?: string;
}

/** Hears of exchanges and of drift. What it throws is its own affair: the call goes on. */
export interface ExchangeObserver {
  /** Whether somebody wants to hear of exchanges, and the bodies too. Asked before each exchange. */
  wants(): { readonly exchanges: boolean; readonly bodies: boolean };
  exchange(exchange: Exchange): void;
  /** A name in a reply that the contract does not know; told once each. */
  drift(operation: string, path: string): void;
}
