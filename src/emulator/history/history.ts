import { cutText } from "../../soap/text/cut-text.js";
import { Redactor } from "../../soap/watch/redactor.js";
import type { FaultKind } from "../faults/fault-kind.js";
import type { Parameters } from "../wire/parameters.js";
import { keptParameters, type LoggedParameters, shownParameters } from "./logged-parameters.js";
import { maskCustomerPins } from "./mask-customer-pins.js";

/** How a call came. */
export type CallForm = "SOAP 1.1" | "SOAP 1.2" | "HTTP GET" | "HTTP POST";

/** One call that came, without anything secret. `JSON.stringify` writes all of it. */
export interface LogEntry {
  /** Counted from 1 since the start or the last reset. */
  readonly number: number;
  /** The emulator's time, in milliseconds since 1970. */
  readonly at: number;
  readonly form: CallForm;
  /** Empty when the request named no operation of the contract, and no form. */
  readonly operation: string;
  /** The HTTP status that was sent; 0 when none was (`fault` says why). */
  readonly status: number;
  /** The result literal as sent, such as `closeSessionRet_OK`; absent for faults and refused requests. */
  readonly result?: string;
  /** The planned fault that was played on this request. */
  readonly fault?: FaultKind;
  /** The address of the user in whose name it came, by auth code, cookie login or the credentials that it brought. */
  readonly caller?: string;
  /** What was read of the request, by the contract's names, without the secrets. `{}` after 200 further calls. */
  readonly parameters: LoggedParameters;
  /** Why the emulator refused it, where that is the emulator's own doing: what it does not know, and the nearest it does. */
  readonly note?: string;
  /** The request's body, or query, with the secrets taken out: 16 KB of it at most. Empty after 200 further calls. */
  readonly request: string;
  /** The answer as it was before a fault spoilt it, in the same way. */
  readonly response: string;
}

/** A call as the service tells it. */
export interface Exchanged extends Omit<LogEntry, "number" | "at" | "response" | "caller" | "parameters" | "note"> {
  readonly response?: string;
  readonly caller?: string | undefined;
  readonly parameters?: Parameters;
  readonly note?: string | undefined;
}

// A long run, such as a load test, must not keep every request for ever.
const KEPT = 10_000;
const KEPT_TEXTS = 200;

/** What the emulator has seen and what it has changed. */
export class History {
  readonly log: LogEntry[] = [];
  readonly #now: () => number;
  readonly #redactor = new Redactor();
  readonly #secrets: () => Iterable<string | undefined>;
  readonly #withTexts: LoggedExchange[] = [];
  readonly #executions = new Map<string, Map<string, number>>();
  readonly #listeners = new Set<() => void>();
  #count = 0;

  /** @param secrets the passwords and codes there are; asked for when somebody looks. */
  constructor(now: () => number, secrets: () => Iterable<string | undefined>) {
    this.#now = now;
    this.#secrets = secrets;
  }

  add(exchanged: Exchanged): void {
    this.#count += 1;
    const entry = new LoggedExchange(this.#count, this.#now(), exchanged, {
      body: (text) => maskCustomerPins(this.#knowing().body(text)),
      text: (text) => maskCustomerPins(this.#knowing().text(text)),
    });
    this.log.push(entry);
    if (this.log.length >= 2 * KEPT) this.log.splice(0, KEPT);
    this.#withTexts.push(entry);
    if (this.#withTexts.length > KEPT_TEXTS) this.#withTexts.shift()?.forgetTexts();
    this.changed();
  }

  executed(operation: string, key: string): void {
    const counts = this.#executions.get(operation) ?? new Map<string, number>();
    const plain = key.toLowerCase();
    counts.set(plain, (counts.get(plain) ?? 0) + 1);
    this.#executions.set(operation, counts);
  }

  /** How often the operation changed something: the thing of that key, in any case, or all in all. */
  executions(operation: string, key?: string): number {
    const counts = this.#executions.get(operation);
    if (!counts) return 0;
    if (key !== undefined) return counts.get(key.toLowerCase()) ?? 0;
    let sum = 0;
    for (const count of counts.values()) sum += count;
    return sum;
  }

  clear(): void {
    this.log.length = 0;
    this.#withTexts.length = 0;
    this.#executions.clear();
    this.#count = 0;
    this.changed();
  }

  /** Calls `listener` after every change, until the returned function is called. It must be quick and not throw. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells that something changed that was no call: the clock, a console, a reset. */
  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  #knowing(): Redactor {
    for (const secret of this.#secrets()) if (secret !== undefined) this.#redactor.add(secret);
    return this.#redactor;
  }
}

interface Redaction {
  readonly body: (text: string) => string;
  readonly text: (text: string) => string;
}

// The texts are redacted when somebody looks, which is seldom, and not on the way of every call.
class LoggedExchange implements LogEntry {
  readonly number: number;
  readonly at: number;
  readonly form: CallForm;
  readonly operation: string;
  readonly status: number;
  declare readonly result?: string;
  declare readonly fault?: FaultKind;
  declare readonly caller?: string;
  declare readonly note?: string;
  readonly #redact: Redaction;
  #parameters: LoggedParameters;
  #request: string | undefined;
  #response: string | undefined;

  constructor(number: number, at: number, exchanged: Exchanged, redact: Redaction) {
    this.number = number;
    this.at = at;
    this.form = exchanged.form;
    this.operation = exchanged.operation;
    this.status = exchanged.status;
    if (exchanged.result !== undefined) this.result = exchanged.result;
    if (exchanged.fault !== undefined) this.fault = exchanged.fault;
    if (exchanged.caller !== undefined) this.caller = exchanged.caller;
    this.#redact = redact;
    if (exchanged.note !== undefined) this.note = redact.text(exchanged.note);
    this.#parameters = keptParameters(exchanged.parameters ?? {});
    this.#request = cutText(exchanged.request);
    this.#response = exchanged.response === undefined ? undefined : cutText(exchanged.response);
  }

  get parameters(): LoggedParameters {
    return shownParameters(this.#parameters, this.#redact.text);
  }

  get request(): string {
    return this.#request === undefined ? "" : this.#redact.body(this.#request);
  }

  get response(): string {
    return this.#response === undefined ? "" : this.#redact.body(this.#response);
  }

  /** JSON takes an object's own members alone, and these are worked out when somebody looks. */
  toJSON(): LogEntry {
    const { parameters, request, response } = this;
    return { ...this, parameters, request, response };
  }

  forgetTexts(): void {
    this.#parameters = {};
    this.#request = undefined;
    this.#response = undefined;
  }
}
