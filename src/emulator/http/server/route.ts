import type { IncomingMessage, ServerResponse } from "node:http";
import type { ServerReply } from "../reply.js";
import type { PlayedFault } from "../spoil/play-fault.js";

/** A reply, the cookie that it sets, and the fault that spoils it. */
export interface Delivery {
  readonly reply: ServerReply;
  readonly setCookie?: string;
  /** Played instead of sending the reply whole. */
  readonly fault?: PlayedFault;
}

/** An HTTP request whose target has been parsed. */
export interface RoutedRequest {
  /** As sent, in capitals: `GET`, `POST`. */
  readonly method: string;
  /** The path, percent escapes decoded where they can be. */
  readonly path: string;
  /** The path in lower case, which is what IIS compares. */
  readonly lowerPath: string;
  /** The query, not decoded; `""` if there is none. */
  readonly query: string;
  /** The origin of the request's URL, such as `http://127.0.0.1:49152`. The client chooses it: escape it. */
  readonly origin: string;
  readonly headers: IncomingMessage["headers"];
  /** Aborted at the first reset after this request began. */
  readonly signal: AbortSignal;
  /**
   * Reads the body as text, once.
   * @throws {HttpRefusal} 413 for a body over the limit. Rejects with another error if the client disconnects.
   */
  body(): Promise<string>;
  /** For a route that answers on its own, such as a stream of events. */
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
}

/** One kind of request. The first route of the table that matches serves it; if none does, the answer is 404. */
export interface Route {
  match(request: RoutedRequest): boolean;
  /**
   * @returns the delivery, or undefined if the route itself answers. A thrown `HttpRefusal` is sent as the answer; any
   *   other error ends the connection.
   */
  serve(request: RoutedRequest): Promise<Delivery | undefined> | Delivery | undefined;
}
