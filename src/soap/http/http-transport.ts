// Default imports: a mocking or tracing tool that changes these modules later is seen through them only.
import http from "node:http";
import https from "node:https";
import { Socket } from "node:net";
import { urlToHttpOptions } from "node:url";
import { ConnectionError, type ConnectionErrorDetails } from "../../errors/connection-error.js";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { ProtocolError } from "../../errors/protocol-error.js";
import type { Outcome, RescueError } from "../../errors/rescue-error.js";
import { BodyBytes } from "./body-bytes.js";
import { type ConnectionSettings, makeAgent, proxyFor } from "./connection-agent.js";
import { decodeContent } from "./content-encoding.js";
import type { Deadline } from "./deadline.js";
import { errorCode } from "./error-code.js";
import { hostAndPort, ProxyFailure } from "./proxy-failure.js";

export interface HttpRequest {
  readonly operation: string;
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether a long reply may come as `pieces`. */
  readonly inPieces?: boolean | undefined;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** The decoded body (`Content-Encoding` undone), within the transport's bound. Empty where it comes as `pieces`. */
  readonly body: Buffer;
  /** A body of more than {@link LONG_BODY} bytes, which can be read once; only where the request allows it. */
  readonly pieces?: BodyBytes;
}

/** From how many bytes on a body comes as pieces. */
export const LONG_BODY = 1024 * 1024;

export interface HttpTransportOptions {
  /** The caller's agent: a proxy's, or a pool of its own. `close` does not destroy it. */
  readonly agent?: http.Agent | undefined;
  readonly proxy?: ConnectionSettings["proxy"] | undefined;
  readonly tls?: ConnectionSettings["tls"] | undefined;
  /** The largest body accepted, in bytes, before and after decompression. */
  readonly maxReplyBytes: number;
  /** The name of that bound in errors. @default "option maxReplyBytes" */
  readonly boundedBy?: string;
}

/**
 * Sends one request and reads one reply. It follows no redirect and repeats nothing; every failure states its outcome.
 */
export class HttpTransport {
  readonly #options: HttpTransportOptions;
  #opening: Promise<http.Agent> | undefined;
  #agent: http.Agent | undefined;
  /** Where the last request went: the next one mostly goes there as well. */
  #target: { readonly url: URL; readonly options: http.RequestOptions } | undefined;

  constructor(options: HttpTransportOptions) {
    this.#options = options;
  }

  /**
   * Sends a request.
   *
   * @throws {ConnectionError} `not-sent` while the connection was being made, `unknown` afterwards.
   * @throws {DeadlineError | AbortedError} with the same outcomes.
   * @throws {ProtocolError} when the reply is too large or not HTTP.
   * @throws {InvalidArgumentError} when the agent, the TLS material or the jar that the caller gave cannot be used.
   */
  async send(request: HttpRequest, deadline: Deadline): Promise<HttpReply> {
    const agent = this.#options.agent ?? this.#agent ?? (await this.#ownAgent(request.url));
    deadline.check();
    const { operation, url } = request;
    return new Promise<HttpReply>((resolve, reject) => {
      let outcome: Outcome = "not-sent";
      let outgoing: http.ClientRequest;
      try {
        const options = { ...this.#addressOf(url), method: request.method, headers: request.headers, agent };
        const { tls } = this.#options;
        if (tls) Object.assign(options, tls);
        outgoing = (options.protocol === "https:" ? https : http).request(options);
      } catch (error) {
        throw unusable(operation, this.#options.tls ? "tls" : "agent", error);
      }
      let responded = false;
      const fail = (error: RescueError): void => {
        off();
        outgoing.destroy();
        reject(error);
      };
      const off = deadline.onEnd(() => fail(deadline.error(outcome)));

      let refusedByProxy = false;
      outgoing.on("socket", (socket: Socket) => {
        // A socket that could not be connected takes no bytes.
        if (socket.destroyed) return;
        // A caller's agent whose proxy refuses the tunnel replays the refusal on a socket that takes none either.
        refusedByProxy = !socket.writable;
        if (refusedByProxy) return;
        // On an open connection the bytes leave immediately. A stream of the caller's own kind counts as open.
        if (!(socket instanceof Socket) || !socket.connecting) outcome = "unknown";
        else onceOpen(socket, () => (outcome = "unknown"));
      });
      const answered = (reply: HttpReply): void => {
        off();
        // Answered before it had all been sent: a server that reads no further would keep the connection open forever.
        if (!outgoing.writableFinished) outgoing.destroy();
        resolve(reply);
      };
      const broken = (error: unknown): void => fail(failure(request, error, outcome));
      outgoing.on("response", (incoming) => {
        responded = true;
        if (refusedByProxy) {
          const reason = `PROXY_${incoming.statusCode}`;
          const message = `the agent's proxy refused the connection (${reason})`;
          fail(new ConnectionError(operation, message, { reason, outcome, proxy: true }));
          return;
        }
        outcome = "unknown";
        this.#read(request, incoming).then(answered, broken);
      });
      outgoing.on("error", broken);
      // A connection that ends without an error (by an upgrade, for example) must not leave the call waiting.
      outgoing.on("close", () => {
        if (!responded) broken(new Error("closed"));
      });
      outgoing.end(request.body);
    });
  }

  /** Closes this transport's own connections. */
  close(): void {
    this.#opening?.then(
      (agent) => agent.destroy(),
      () => {},
    );
    this.#opening = undefined;
    this.#agent = undefined;
  }

  async #ownAgent(url: URL): Promise<http.Agent> {
    this.#opening ??= proxyFor(url, this.#options.proxy).then((proxy) => makeAgent(url, proxy));
    const opening = this.#opening;
    const agent = await opening;
    if (this.#opening === opening) this.#agent = agent;
    return agent;
  }

  /** As `http.request` would read it from the URL, which it does for each request. */
  #addressOf(url: URL): http.RequestOptions {
    if (this.#target?.url !== url) {
      const { protocol, hostname, port, path, auth } = urlToHttpOptions(url);
      const options = { protocol, hostname, path, ...(port ? { port } : {}), ...(auth ? { auth } : {}) };
      this.#target = { url, options };
    }
    return this.#target.options;
  }

  async #read({ operation, inPieces }: HttpRequest, incoming: http.IncomingMessage): Promise<HttpReply> {
    const { maxReplyBytes, boundedBy = "option maxReplyBytes" } = this.#options;
    const tooLarge = () =>
      new ProtocolError(`the reply is larger than ${maxReplyBytes} bytes (${boundedBy})`, {
        operation,
        status: incoming.statusCode,
      });
    if (Number(incoming.headers["content-length"]) > maxReplyBytes) throw tooLarge();
    const received = await receive(incoming, maxReplyBytes);
    if (received === "too-large") throw tooLarge();
    const status = incoming.statusCode ?? 0;
    const encoding = incoming.headers["content-encoding"];
    const isEncoded = encoding !== undefined && received.size > 0;
    const decoded = isEncoded ? await decodeContent(received.bytes, encoding, maxReplyBytes) : received;
    if (decoded === "too-large") throw tooLarge();
    if (decoded === "unreadable") {
      throw new ProtocolError("the reply's Content-Encoding is unknown or its data is damaged", { operation, status });
    }
    const isLong = inPieces && decoded.size > LONG_BODY;
    if (isLong) return { status, headers: incoming.headers, body: Buffer.alloc(0), pieces: decoded };
    return { status, headers: incoming.headers, body: decoded.bytes };
  }
}

/** Collects a body. By events: an async iterator over a stream costs more than the rest of reading a short reply. */
function receive(incoming: http.IncomingMessage, maxBytes: number): Promise<BodyBytes | "too-large"> {
  return new Promise((resolve, reject) => {
    const received = new BodyBytes();
    incoming.on("data", (piece: Buffer) => {
      if (received.size + piece.length <= maxBytes) received.add(piece);
      else {
        incoming.destroy();
        resolve("too-large");
      }
    });
    incoming.on("end", () => resolve(received));
    incoming.on("error", reject);
    // Without an error, also where it was cut off: the end came first where there was one.
    incoming.on("close", () => reject(new Error("closed")));
  });
}

/**
 * Calls `opened` when a connection opens: with TLS, after the handshake. From then on bytes may leave, and nothing that
 * comes back makes them unsent: neither a TLS alert nor a server without TLS (an agent may connect to a sidecar that adds
 * it).
 */
function onceOpen(socket: Socket, opened: () => void): void {
  if (!("encrypted" in socket)) {
    socket.once("connect", opened);
    return;
  }
  socket.once("secureConnect", opened);
  // A TLSSocket that tls.connect did not make emits only this. The others emit it before the certificate is verified, and
  // are destroyed by then if it is not accepted.
  socket.once("secure", () => {
    if (!socket.destroyed) opened();
  });
}

// A request that Node refuses to create has options of the caller's that are wrong. Its message may quote a cookie.
function unusable(operation: string, option: string, error: unknown): InvalidArgumentError {
  const reason = errorCode(error);
  const path = { ERR_INVALID_PROTOCOL: "agent", ERR_INVALID_CHAR: "jar" }[reason] ?? option;
  return new InvalidArgumentError(path, `${operation}: ${path}: cannot be used (${reason})`, operation);
}

// The library's error is not kept as a cause: its code is enough, and it may carry the request.
function failure({ operation, url }: HttpRequest, error: unknown, outcome: Outcome): RescueError {
  if (error instanceof ProtocolError) return error;
  const reason = errorCode(error);
  if (reason.startsWith("HPE_")) return new ProtocolError(`the reply is not HTTP (${reason})`, { operation });
  const proxy = error instanceof ProxyFailure;
  const address = proxy ? error.address : hostAndPort(url);
  const details = { reason, outcome, address, proxy };
  return new ConnectionError(operation, `${whatFailed(details)} (${reason})`, details);
}

function whatFailed({ reason, outcome, address, proxy }: Required<ConnectionErrorDetails>): string {
  if (reason.startsWith("PROXY_")) return `the proxy ${address} refused the connection`;
  if (outcome === "not-sent") return `no connection to ${proxy ? "the proxy " : ""}${address}`;
  return `the connection to ${address} broke before the answer was complete`;
}
