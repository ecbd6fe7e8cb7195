import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { errorPage } from "../html-page.js";
import { sendPieces } from "../pieces.js";
import { HttpRefusal, sendReply } from "../reply.js";
import { playFault } from "../spoil/play-fault.js";
import type { TlsIdentity } from "../tls/identity.js";
import { Connections } from "./connections.js";
import { BODY_LIMIT, decodeBody, readBody } from "./request-body.js";
import { ResetFence } from "./reset-fence.js";
import type { Route, RoutedRequest } from "./route.js";

/** How much time and room a request gets. */
export interface RequestLimits {
  /** Milliseconds within which the head of a request (or the TLS handshake) must arrive. */
  readonly headTime: number;
  /** Milliseconds within which the whole request must arrive. */
  readonly requestTime: number;
  /** The largest body that is accepted, in bytes. */
  readonly bodyLimit: number;
}

/** The limits of the service. */
export const SERVICE_LIMITS: RequestLimits = { headTime: 20_000, requestTime: 120_000, bodyLimit: BODY_LIMIT };

/** The emulator's HTTP side: the sockets, and the table of routes that serve the requests. */
export class HttpServer {
  readonly #routes: readonly Route[];
  readonly #server: Server;
  readonly #connections: Connections;
  readonly #fence = new ResetFence();

  /**
   * @param routes in order: the first that matches serves.
   * @param tls certificate and key; plain HTTP without.
   */
  constructor(
    routes: readonly Route[],
    { headTime, requestTime, bodyLimit }: RequestLimits,
    tls?: TlsIdentity | undefined,
  ) {
    this.#routes = routes;
    this.#connections = new Connections(tls !== undefined);
    const listener = (request: IncomingMessage, response: ServerResponse) => this.#take(request, response, bodyLimit);
    const limits = {
      headersTimeout: headTime,
      requestTimeout: requestTime,
      // A time-out is noticed at the next check.
      connectionsCheckingInterval: Math.ceil(headTime / 4),
      // IIS keeps idle connections for two minutes. Node's five seconds would race with clients that reuse connections.
      keepAliveTimeout: 120_000,
    };
    this.#server = tls
      ? createTlsServer({ cert: tls.cert, key: tls.key, handshakeTimeout: headTime, ...limits }, listener)
      : createServer(limits, listener);
    this.#server.on("connection", (socket: Socket) => this.#connections.add(socket));
    this.#server.on("secureConnection", (socket: Socket) => this.#connections.secure(socket));
    // A body that is too large is not requested.
    this.#server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
      const unasked = Number(request.headers["content-length"] ?? 0) > bodyLimit;
      if (!unasked) response.writeContinue();
      this.#take(request, response, unasked ? 0 : bodyLimit);
    });
  }

  /** The number of open connections. */
  get connections(): number {
    return this.#connections.size;
  }

  /** A reset: requests that have begun to arrive, however little of them, belong to the time before it. */
  reset(): void {
    this.#connections.markBegun();
    this.#fence.raise();
  }

  /** Starts to listen on an IP address. @returns the port. */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      // Node's backlog of 511 overflows when a test opens thousands of connections at once, which then are a second
      // late.
      this.#server.listen({ port, host, backlog: 4096 }, () => {
        this.#server.off("error", reject);
        // If the system cannot accept a connection, as when file handles have run out, only that client fails.
        this.#server.on("error", () => {});
        resolve((this.#server.address() as AddressInfo).port);
      });
    });
  }

  /** Stops listening and ends every connection, idle, busy or stalled. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#connections.destroy();
    });
  }

  // A request that cannot be answered, such as one whose client disconnected in the body, only ends its connection.
  #take(incoming: IncomingMessage, response: ServerResponse, bodyLimit: number): void {
    this.#serve(incoming, response, bodyLimit).catch(() => incoming.socket.destroy());
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse, bodyLimit: number): Promise<void> {
    const begunBefore = this.#connections.begin(incoming, response);
    const signal = begunBefore ? AbortSignal.abort() : this.#fence.signal;
    const request = routed(incoming, response, bodyLimit, signal);
    const route = this.#routes.find((candidate) => candidate.match(request));
    if (!route) return sendReply(response, errorPage(404, "Not Found"));
    try {
      const delivery = await route.serve(request);
      if (!delivery) return;
      const { reply, setCookie, fault } = delivery;
      const { pieces } = reply;
      if (fault) await playFault(response, reply, setCookie, fault);
      else if (pieces) await sendPieces(response, { ...reply, pieces }, setCookie);
      else sendReply(response, reply, setCookie);
    } catch (error) {
      if (!(error instanceof HttpRefusal)) throw error;
      refuse(response, error);
    }
  }
}

const TOO_LARGE = new HttpRefusal(errorPage(413, "Request Entity Too Large"));

function refuse(response: ServerResponse, { reply }: HttpRefusal): void {
  if (reply.status === 413) response.shouldKeepAlive = false;
  sendReply(response, reply);
}

function routed(
  incoming: IncomingMessage,
  response: ServerResponse,
  bodyLimit: number,
  signal: AbortSignal,
): RoutedRequest {
  const { method = "GET", headers, url = "/" } = incoming;
  const [path, query] = target(url);
  return {
    method,
    path,
    lowerPath: path.toLowerCase(),
    query,
    origin: originOf(incoming),
    headers,
    signal,
    body: async () => {
      const body = bodyLimit > 0 ? await readBody(incoming, bodyLimit) : undefined;
      if (!body) throw TOO_LARGE;
      return decodeBody(body, headers["content-type"]);
    },
    incoming,
    response,
  };
}

function originOf({ headers, socket }: IncomingMessage): string {
  return `${"encrypted" in socket ? "https" : "http"}://${headers.host ?? `${socket.localAddress}:${socket.localPort}`}`;
}

// A proxy may send the whole URL. A path that cannot be decoded matches no route.
function target(url: string): [path: string, query: string] {
  const [, path = "", query = ""] = /^(?:https?:\/\/[^/?]*)?([^?]*)\??(.*)$/is.exec(url) ?? [];
  try {
    return [decodeURI(path), query];
  } catch {
    return [path, query];
  }
}
