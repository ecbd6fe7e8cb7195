import type { IncomingMessage, ServerResponse } from "node:http";
import type { ServerReply } from "../reply.js";
import type { PlayedFault } from "../spoil/play-fault.js";

/** A reply, the cookie that it sets, and what spoils it on its way. */
export interface Delivery {
  readonly reply: ServerReply;
  readonly setCookie?: string;
  /** Played instead of sending the reply whole. */
  readonly fault?: PlayedFault;
}

/** An HTTP request whose target has been read. */
export interface RoutedRequest {
  /** As sent, in capitals: `GET`, `POST`. */
  readonly method: string;
  /** The path, percent escapes decoded where they can be. */
  readonly path: string;
  /** The path in lower case, which is what IIS compares. */
  readonly lowerPath: string;
  /** What follows the question mark, not decoded; `""` where there is none. */
  readonly query: string;
  /** Where this was sent, by the request's own account: `http://127.0.0.1:49152`. The client chooses it: escape it. */
  readonly origin: string;
  readonly headers: IncomingMessage["headers"];
  /** Aborted at the first reset after this request began. */
  readonly signal: AbortSignal;
  /**
   * Reads the body as text, once.
   * @throws {HttpRefusal} 413 for a body over the limit. Rejects with another error when the client breaks off.
   */
  body(): Promise<string>;
  /** The raw pair, for a route that answers on its own, such as a stream of events. */
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
}

/** One kind of request that the emulator takes. The first of the table that matches serves; where none does: 404. */
export interface Route {
  match(request: RoutedRequest): boolean;
  /**
   * @returns the answer, or undefined where `response` has been or will be answered by the route itself. A thrown
   *   `HttpRefusal` is answered; any other error ends the connection.
   */
  serve(request: RoutedRequest): Promise<Delivery | undefined> | Delivery | undefined;
}
