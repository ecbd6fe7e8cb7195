import { isUtf8 } from "node:buffer";
import type { Outcome } from "../../errors/rescue-error.js";
import type { SoapVersion } from "../contract/soap-version.js";
import type { HttpReply } from "../http/http-transport.js";
import type { Exchange, ExchangeObserver } from "./exchange.js";
import type { Redactor } from "./redactor.js";

// Of a longer body only the length is reported: redacting it is expensive, and it is of no use in a log.
const BODY_LIMIT = 256 * 1024;
const TOO_LONG = "[body dropped: too long]";

export interface ExchangeRecordOptions {
  readonly operation: string;
  readonly version: SoapVersion;
  /** True where an observer wants the bodies too. */
  readonly bodies: boolean;
  readonly observer: ExchangeObserver;
  readonly redactor: Redactor;
}

/** Records one exchange and reports it to the observer when it has ended. */
export class ExchangeRecord {
  readonly #options: ExchangeRecordOptions;
  #started = performance.now();
  #request = "";
  #reply: HttpReply | undefined;
  #ended = false;

  constructor(options: ExchangeRecordOptions) {
    this.#options = options;
  }

  sent(request: string): void {
    this.#started = performance.now();
    this.#request = request;
  }

  received(reply: HttpReply): void {
    this.#reply = reply;
  }

  end(outcome: Outcome, error?: string): void {
    if (this.#ended) return;
    this.#ended = true;
    const reply = this.#reply;
    const { operation, version, bodies, observer } = this.#options;
    const exchange: Exchange = {
      operation,
      soap: version,
      method: "POST",
      ...(reply ? { status: reply.status, replyBytes: reply.pieces?.size ?? reply.body.length } : {}),
      requestBytes: Buffer.byteLength(this.#request),
      milliseconds: performance.now() - this.#started,
      outcome,
      ...(error === undefined ? {} : { error }),
      ...(bodies ? { request: this.#show(Buffer.from(this.#request)) } : {}),
      ...(bodies && reply ? { reply: reply.pieces ? TOO_LONG : this.#show(reply.body) } : {}),
    };
    observer.exchange(exchange);
  }

  #show(body: Buffer): string {
    if (body.length > BODY_LIMIT) return TOO_LONG;
    // In another encoding a secret would not be found: after an é in Latin-1, the rest of the password would be shown.
    if (!isUtf8(body)) return "[body dropped: not UTF-8]";
    return this.#options.redactor.body(body.toString("utf8"));
  }
}
