import { cutText } from "../../soap/text/cut-text.js";
import { Redactor } from "../../soap/watch/redactor.js";
import type { FaultKind } from "../http/spoil/fault-kind.js";
import { keptParameters, type LoggedParameters, shownParameters } from "./logged-parameters.js";
import { maskCustomerPins } from "./mask-customer-pins.js";

/** The form of a call. */
export type CallForm = "SOAP 1.1" | "SOAP 1.2" | "HTTP GET" | "HTTP POST";

/** One call, without secrets. `JSON.stringify` writes all members. */
export interface LogEntry {
  /** Counted from 1 since the start or the last reset. */
  readonly number: number;
  /** The emulator's time, in milliseconds since 1970. */
  readonly at: number;
  readonly form: CallForm;
  /** Empty if the request named neither an operation of the contract nor a form. */
  readonly operation: string;
  /** The HTTP status that was sent; 0 if none was (`fault` says why). */
  readonly status: number;
  /** The result literal as sent, such as `closeSessionRet_OK`; absent for faults and refused requests. */
  readonly result?: string;
  /** The planned fault that was played on this request. */
  readonly fault?: FaultKind;
  /** The email address of the caller, by auth code, cookie login or the credentials in the call. */
  readonly caller?: string;
  /** The parameters, by the contract's names, without secrets. `{}` after 200 further calls. */
  readonly parameters: LoggedParameters;
  /** What the call named that the emulator does not know, and the nearest that it knows. */
  readonly note?: string;
  /** The request's body, or query, with the secrets removed: at most 16 KB. Empty after 200 further calls. */
  readonly request: string;
  /** The answer before a fault spoilt it; likewise. */
  readonly response: string;
}

/** A call as the service records it. */
export interface ServedCall extends Omit<LogEntry, "number" | "at" | "response" | "caller" | "parameters" | "note"> {
  readonly response?: string;
  readonly caller?: string | undefined;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly note?: string | undefined;
}

// A long run, such as a load test, must not keep every request.
const KEPT = 10_000;
const KEPT_TEXTS = 200;

/** The calls that the emulator has answered, and how often each operation changed something. */
export class History {
  readonly log: LogEntry[] = [];
  readonly #now: () => number;
  readonly #redactor = new Redactor();
  readonly #secrets: () => Iterable<string | undefined>;
  readonly #withTexts: LoggedCall[] = [];
  readonly #executions = new Map<string, Map<string, number>>();
  readonly #listeners = new Set<() => void>();
  #count = 0;

  /** @param secrets the current passwords and codes; requested when an entry is read. */
  constructor(now: () => number, secrets: () => Iterable<string | undefined>) {
    this.#now = now;
    this.#secrets = secrets;
  }

  add(served: ServedCall): void {
    this.#count += 1;
    const entry = new LoggedCall(this.#count, this.#now(), served, {
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

  /** How often the operation changed something: the subject with that key, in any case, or anything. */
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

  /** Calls `listener` after every change; it must be quick and not throw. @returns a function that removes it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Notifies the listeners of a change that was not a call: the clock, a console, a reset. */
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

// The texts are redacted when they are read, which is rare, and not during every call.
class LoggedCall implements LogEntry {
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

  constructor(number: number, at: number, served: ServedCall, redact: Redaction) {
    this.number = number;
    this.at = at;
    this.form = served.form;
    this.operation = served.operation;
    this.status = served.status;
    if (served.result !== undefined) this.result = served.result;
    if (served.fault !== undefined) this.fault = served.fault;
    if (served.caller !== undefined) this.caller = served.caller;
    this.#redact = redact;
    if (served.note !== undefined) this.note = redact.text(served.note);
    this.#parameters = keptParameters(served.parameters ?? {});
    this.#request = cutText(served.request);
    this.#response = served.response === undefined ? undefined : cutText(served.response);
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

  /** JSON includes an object's own members only, and these are getters. */
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
