import { isUtf8 } from "node:buffer";
import type { Outcome } from "../../errors/rescue-error.js";
import type { SoapVersion } from "../contract/soap-version.js";
import type { HttpReply } from "../http/http-transport.js";
import type { Exchange, ExchangeObserver } from "./exchange.js";
import type { Redactor } from "./redactor.js";

// Longer bodies are told by their length alone: redacting is work, and nobody reads them in a log.
const BODY_LIMIT = 256 * 1024;

/** Notes one exchange as it goes, and tells the observer when it has ended. */
export class ExchangeRecord {
  readonly #operation: string;
  readonly #version: SoapVersion;
  readonly #observer: ExchangeObserver;
  readonly #redactor: Redactor;
  readonly #bodies: boolean;
  #started = performance.now();
  #request = "";
  #reply: HttpReply | undefined;
  #ended = false;

  constructor(operation: string, version: SoapVersion, observer: ExchangeObserver, redactor: Redactor) {
    this.#operation = operation;
    this.#version = version;
    this.#observer = observer;
    this.#redactor = redactor;
    this.#bodies = observer.wants().bodies;
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
    const exchange: Exchange = {
      operation: this.#operation,
      soap: this.#version,
      method: "POST",
      ...(reply ? { status: reply.status, replyBytes: reply.body.length } : {}),
      requestBytes: Buffer.byteLength(this.#request),
      milliseconds: performance.now() - this.#started,
      outcome,
      ...(error === undefined ? {} : { error }),
      ...(this.#bodies ? { request: this.#show(Buffer.from(this.#request)) } : {}),
      ...(this.#bodies && reply ? { reply: this.#show(reply.body) } : {}),
    };
    this.#observer.exchange(exchange);
  }

  #show(body: Buffer): string {
    if (body.length > BODY_LIMIT) return "[body dropped: too long]";
    // In another encoding a secret would not be found: an é of Latin-1, and the rest of the password stands there.
    if (!isUtf8(body)) return "[body dropped: not UTF-8]";
    return this.#redactor.body(body.toString("utf8"));
  }
}
