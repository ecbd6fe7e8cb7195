import { channel } from "node:diagnostics_channel";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { beginningOf } from "../soap/text/cut-text.js";
import { printable } from "../soap/text/printable.js";
import type { Exchange, ExchangeObserver } from "../soap/watch/exchange.js";
import { debugLine, debugWanted } from "./debug-lines.js";

/** What a client tells of its work. No event holds a secret. */
export interface RescueEvents {
  /** One request and what came of it. */
  readonly exchange: Exchange;
  /** A reply held a name that the contract does not know: the service has grown. Told once for each name. */
  readonly drift: { readonly operation: string; readonly path: string };
  /** An attempt failed and another follows after a wait. */
  readonly retry: {
    readonly operation: string;
    readonly attempt: number;
    readonly error: string;
    readonly milliseconds: number;
  };
  /** A login waits, so that the service's limit of ten in three minutes is not exceeded. */
  readonly paced: { readonly milliseconds: number };
  /** The service had forgotten the login; the call logs in again and is repeated. */
  readonly relogin: { readonly operation: string };
}

export type RescueEventName = keyof RescueEvents;

const EVENT_NAMES: readonly string[] = [
  "exchange",
  "drift",
  "retry",
  "paced",
  "relogin",
] satisfies readonly RescueEventName[];

export type RescueListener<Name extends RescueEventName> = (event: RescueEvents[Name]) => void;

export interface ListenOptions {
  /** With `exchange`: the bodies too, with secrets taken out. One that cannot be redacted with certainty is dropped. */
  readonly bodies?: boolean;
}

interface Entry {
  readonly listener: (event: never) => void;
  readonly bodies: boolean;
}

/**
 * The listeners of one client. Each event goes to them, to the diagnostics channel `rescue-soap-client:<event>` and,
 * where the environment variable DEBUG names `rescue*`, as a line to stderr; the last two never hold bodies.
 */
export class Events implements ExchangeObserver {
  readonly #entries = new Map<RescueEventName, Set<Entry>>();
  readonly #told = new Set<string>();
  readonly #debug = debugWanted();

  on<Name extends RescueEventName>(
    name: Name,
    listener: RescueListener<Name>,
    options: ListenOptions = {},
  ): () => void {
    if (!EVENT_NAMES.includes(name))
      throw new InvalidArgumentError("name", `on: expected one of ${EVENT_NAMES.join(", ")}`);
    if (typeof listener !== "function") throw new InvalidArgumentError("listener", "on: listener: expected a function");
    const entry: Entry = { listener, bodies: options.bodies === true };
    const entries = this.#entries.get(name) ?? new Set();
    this.#entries.set(name, entries.add(entry));
    return () => entries.delete(entry);
  }

  wants(): { exchanges: boolean; bodies: boolean } {
    const entries = this.#entries.get("exchange");
    const exchanges = this.#debug || (entries !== undefined && entries.size > 0) || exchangeChannel.hasSubscribers;
    return { exchanges, bodies: exchanges && [...(entries ?? [])].some((entry) => entry.bodies) };
  }

  exchange(exchange: Exchange): void {
    const { request: _request, reply: _reply, ...bare } = exchange;
    this.#tell("exchange", exchange, bare);
  }

  drift(operation: string, name: string): void {
    // A hostile service could name something new each time, and at any length.
    const path = beginningOf(name, PATH_LIMIT);
    const key = `${operation} ${path}`;
    if (this.#told.has(key) || this.#told.size >= 1_000) return;
    this.#told.add(key);
    this.emit("drift", { operation, path });
  }

  emit<Name extends RescueEventName>(name: Name, event: RescueEvents[Name]): void {
    this.#tell(name, event, event);
  }

  #tell(name: RescueEventName, full: object, bare: object): void {
    for (const { listener, bodies } of [...(this.#entries.get(name) ?? [])]) {
      try {
        (listener as (event: object) => void)(bodies ? full : bare);
      } catch (error) {
        // A listener's mistake must not change what a call ends with, nor may what it threw: not everything has a string.
        const what = error instanceof Error ? error.message : typeof error;
        process.emitWarning(`a listener for "${name}" threw: ${printable(what)}`, "RescueListenerWarning");
      }
    }
    channelOf(name).publish(bare);
    if (this.#debug) debugLine(name, bare);
  }
}

const PATH_LIMIT = 200;

const exchangeChannel = channelOf("exchange");

function channelOf(name: RescueEventName) {
  return channel(`rescue-soap-client:${name}`);
}
