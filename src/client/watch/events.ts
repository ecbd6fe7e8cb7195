import { channel } from "node:diagnostics_channel";
import type { ClosingEvent } from "../../closing/closing-service.js";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { beginningOf } from "../../soap/text/cut-text.js";
import { printable } from "../../soap/text/printable.js";
import type { Exchange, ExchangeObserver } from "../../soap/watch/exchange.js";
import { debugLine, debugWanted } from "./debug-lines.js";

/** The events of a client. No event holds a secret. */
export interface RescueEvents {
  /** A request has been answered, or has failed. */
  readonly exchange: Exchange;
  /** A reply contained a name that the contract does not know: the service has added it. Emitted once for each name. */
  readonly drift: { readonly operation: string; readonly path: string };
  /** An attempt failed, and another follows after a wait. `attempt` counts the attempts so far. */
  readonly retry: {
    readonly operation: string;
    readonly attempt: number;
    readonly error: string;
    readonly milliseconds: number;
  };
  /**
   * A login (`login`), a report (`getReport`) or a PIN (its operation) waits to stay under the service's limit: ten logins in
   * three minutes, one report in a minute, one PIN in a second.
   */
  readonly paced: { readonly operation: string; readonly milliseconds: number };
  /** The service had forgotten the login: the client logs in again and repeats the call. */
  readonly relogin: { readonly operation: string };
  /** A run of `closeSessions` pauses or goes on, makes fewer or more calls at a time, or asks about sessions in doubt. */
  readonly closing: ClosingEvent;
}

/** The name of an event of the client. */
export type RescueEventName = keyof RescueEvents;

const EVENT_NAMES: readonly string[] = [
  "exchange",
  "drift",
  "retry",
  "paced",
  "relogin",
  "closing",
] satisfies readonly RescueEventName[];

/** What is called with each event of that name. */
export type RescueListener<Name extends RescueEventName> = (event: RescueEvents[Name]) => void;

/** What a listener wants to be told. */
export interface ListenOptions {
  /**
   * For `exchange`: includes the bodies, without secrets. A body that cannot be redacted with certainty is dropped.
   *
   * @default false
   */
  readonly bodies?: boolean | undefined;
}

interface Entry {
  readonly listener: (event: never) => void;
  readonly bodies: boolean;
}

/**
 * The listeners of one client. Each event is passed to them, published on the diagnostics channel
 * `rescue-soap-client:<event>` and, where the environment variable `DEBUG` names `rescue*`, printed as a line to
 * stderr. The last two never include bodies.
 */
export class Events implements ExchangeObserver {
  readonly #entries = new Map<RescueEventName, Set<Entry>>();
  readonly #reported = new Set<string>();
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
    if (!exchanges) return NOTHING;
    return { exchanges, bodies: [...(entries ?? [])].some((entry) => entry.bodies) };
  }

  exchange(exchange: Exchange): void {
    const { request: _request, reply: _reply, ...bare } = exchange;
    this.#publish("exchange", exchange, bare);
  }

  drift(operation: string, name: string): void {
    // A hostile service could use a new name each time, of any length.
    const path = beginningOf(name, PATH_LIMIT);
    const key = `${operation} ${path}`;
    if (this.#reported.has(key) || this.#reported.size >= 1_000) return;
    this.#reported.add(key);
    this.emit("drift", { operation, path });
  }

  emit<Name extends RescueEventName>(name: Name, event: RescueEvents[Name]): void {
    this.#publish(name, event, event);
  }

  #publish(name: RescueEventName, full: object, bare: object): void {
    for (const { listener, bodies } of [...(this.#entries.get(name) ?? [])]) {
      try {
        (listener as (event: object) => void)(bodies ? full : bare);
      } catch (error) {
        // A listener's error must not change a call's result, nor may the value thrown: not every value converts to a
        // string.
        const what = error instanceof Error ? error.message : typeof error;
        process.emitWarning(`a listener for "${name}" threw: ${printable(what)}`, "RescueListenerWarning");
      }
    }
    channelOf(name).publish(bare);
    if (this.#debug) debugLine(name, bare);
  }
}

const PATH_LIMIT = 200;

const NOTHING = Object.freeze({ exchanges: false, bodies: false });

const exchangeChannel = channelOf("exchange");

function channelOf(name: RescueEventName) {
  return channel(`rescue-soap-client:${name}`);
}
