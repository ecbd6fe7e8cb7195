// Default imports: a mocking or tracing tool that changes these modules later is seen through them only.
import http from "node:http";
import https from "node:https";
import { Socket } from "node:net";
import { ConnectionError, type ConnectionErrorDetails } from "../../errors/connection-error.js";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { ProtocolError } from "../../errors/protocol-error.js";
import type { Outcome, RescueError } from "../../errors/rescue-error.js";
import { BodyBytes } from "./body-bytes.js";
import { makeAgent, proxyFor, type TlsOptions } from "./connection-agent.js";
import { decodeContent } from "./content-encoding.js";
import type { Deadline } from "./deadline.js";
import { errorCode } from "./error-code.js";
import { addressOf, ProxyFailure } from "./proxy-failure.js";

export interface HttpRequest {
  readonly operation: string;
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** The decoded body (`Content-Encoding` undone), within the transport's bound. */
  readonly body: Buffer;
}

export interface HttpTransportOptions {
  /** The agent of the caller: a proxy's, a pool of one's own. Not destroyed by `close`. */
  readonly agent?: http.Agent | undefined;
  /** A proxy's address, `false` for none whatever the environment says; `HTTPS_PROXY` and `NO_PROXY` unless given. */
  readonly proxy?: string | URL | false | undefined;
  readonly tls?: TlsOptions | undefined;
  /** The largest body taken, in bytes, before and after decompression. */
  readonly maxReplyBytes: number;
  /** What errors call that bound; `option maxReplyBytes` unless given. */
  readonly boundedBy?: string;
}

/** One request, one reply: no redirect is followed, nothing is repeated, and every way to fail tells its outcome. */
export class HttpTransport {
  readonly #options: HttpTransportOptions;
  #own: Promise<http.Agent> | undefined;

  constructor(options: HttpTransportOptions) {
    this.#options = options;
  }

  /**
   * @throws {ConnectionError} `not-sent` while the connection was being made, `unknown` afterwards.
   * @throws {DeadlineError | AbortedError} with the same outcomes.
   * @throws {ProtocolError} when the reply is too large or not HTTP.
   * @throws {InvalidArgumentError} when the agent, the TLS material or the jar that the caller gave cannot be used.
   */
  async send(request: HttpRequest, deadline: Deadline): Promise<HttpReply> {
    const agent = this.#options.agent ?? (await this.#ownAgent(request.url));
    deadline.check();
    const { operation, url } = request;
    return new Promise<HttpReply>((resolve, reject) => {
      let outcome: Outcome = "not-sent";
      const outgoing = begin(operation, this.#options.tls ? "tls" : "agent", () =>
        (url.protocol === "https:" ? https : http).request(url, {
          method: request.method,
          headers: request.headers,
          agent,
          ...(this.#options.tls as https.RequestOptions),
        }),
      );
      let responded = false;
      const fail = (error: RescueError): void => {
        off();
        outgoing.destroy();
        reject(error);
      };
      const off = deadline.onEnd(() => fail(deadline.error(outcome)));

      let refusedByProxy = false;
      outgoing.on("socket", (socket: Socket) => {
        // One that could not be made takes no bytes.
        if (socket.destroyed) return;
        // An agent of the caller's whose proxy refuses the tunnel plays the refusal on a socket that takes none either.
        refusedByProxy = !socket.writable;
        if (refusedByProxy) return;
        onceOpen(socket, () => (outcome = "unknown"));
      });
      outgoing.on("response", (incoming) => {
        responded = true;
        if (refusedByProxy) {
          const reason = `PROXY_${incoming.statusCode}`;
          const message = `the agent's proxy refused the connection (${reason})`;
          fail(new ConnectionError(operation, message, { reason, outcome, proxy: true }));
          return;
        }
        outcome = "unknown";
        this.#read(operation, incoming).then(
          (reply) => {
            off();
            // Answered before it had all been sent: a server that reads no further would hold the connection for ever.
            if (!outgoing.writableFinished) outgoing.destroy();
            resolve(reply);
          },
          (error: unknown) => fail(failure(request, error, outcome)),
        );
      });
      outgoing.on("error", (error) => fail(failure(request, error, outcome)));
      // A connection that ends in some other way than with an error (an upgrade, for one) must not leave us waiting.
      outgoing.on("close", () => {
        if (!responded) fail(failure(request, new Error("closed"), outcome));
      });
      outgoing.end(request.body);
    });
  }

  /** Closes the connections that are this transport's own. */
  close(): void {
    this.#own?.then(
      (agent) => agent.destroy(),
      () => {},
    );
    this.#own = undefined;
  }

  #ownAgent(url: URL): Promise<http.Agent> {
    this.#own ??= proxyFor(url, this.#options.proxy).then((proxy) => makeAgent(url, proxy));
    return this.#own;
  }

  async #read(operation: string, incoming: http.IncomingMessage): Promise<HttpReply> {
    const { maxReplyBytes, boundedBy = "option maxReplyBytes" } = this.#options;
    const tooLarge = () =>
      new ProtocolError(`the reply is larger than ${maxReplyBytes} bytes (${boundedBy})`, {
        operation,
        status: incoming.statusCode,
      });
    if (Number(incoming.headers["content-length"]) > maxReplyBytes) throw tooLarge();
    const raw = await readBody(incoming, maxReplyBytes);
    if (raw === "too-large") throw tooLarge();
    const status = incoming.statusCode ?? 0;
    const encoding = incoming.headers["content-encoding"];
    if (encoding === undefined || raw.length === 0) return { status, headers: incoming.headers, body: raw };
    const body = await decodeContent(raw, encoding, maxReplyBytes);
    if (body === "too-large") throw tooLarge();
    if (body === "unreadable") {
      throw new ProtocolError("the reply's Content-Encoding is unknown or its data is damaged", { operation, status });
    }
    return { status, headers: incoming.headers, body };
  }
}

/**
 * Calls `opened` at once where the connection is open already, else when it is: with TLS when the handshake is done.
 * From then on bytes may leave, and nothing that comes back makes them unsent: not a TLS alert, and not a server that
 * speaks no TLS of its own (an agent may connect to a sidecar that does). A stream of the caller's own kind counts as open.
 */
function onceOpen(socket: Socket, opened: () => void): void {
  if (!(socket instanceof Socket) || !socket.connecting) opened();
  else if (!("encrypted" in socket)) socket.once("connect", opened);
  else {
    socket.once("secureConnect", opened);
    // A TLSSocket that was not made by tls.connect emits this alone. The others emit it before the certificate is
    // verified, and are destroyed by then where it is not accepted.
    socket.once("secure", () => {
      if (!socket.destroyed) opened();
    });
  }
}

/** The bytes of a body as they come, at most `maxBytes`. Rejects when the body ends before it is complete. */
function readBody(incoming: http.IncomingMessage, maxBytes: number): Promise<Buffer | "too-large"> {
  return new Promise((resolve, reject) => {
    const body = new BodyBytes();
    incoming.on("data", (piece: Buffer) => {
      if (body.size + piece.length > maxBytes) resolve("too-large");
      else body.add(piece);
    });
    incoming.on("end", () => resolve(body.bytes));
    incoming.on("error", reject);
    incoming.on("close", () => reject(new Error("closed")));
  });
}

// What Node refuses to begin with came from the caller. Its own message may quote a cookie.
function begin<T>(operation: string, option: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = errorCode(error);
    const path = { ERR_INVALID_PROTOCOL: "agent", ERR_INVALID_CHAR: "jar" }[reason] ?? option;
    throw new InvalidArgumentError(path, `${operation}: ${path}: cannot be used (${reason})`, operation);
  }
}

// The library's error is not kept as a cause: its code says all, and it may carry the request.
function failure({ operation, url }: HttpRequest, error: unknown, outcome: Outcome): RescueError {
  if (error instanceof ProtocolError) return error;
  const reason = errorCode(error);
  if (reason.startsWith("HPE_")) return new ProtocolError(`the reply is not HTTP (${reason})`, { operation });
  const proxy = error instanceof ProxyFailure;
  const address = proxy ? error.address : addressOf(url);
  const details = { reason, outcome, address, proxy };
  return new ConnectionError(operation, `${whatFailed(details)} (${reason})`, details);
}

function whatFailed({ reason, outcome, address, proxy }: Required<Omit<ConnectionErrorDetails, "attempts">>): string {
  if (reason.startsWith("PROXY_")) return `the proxy ${address} refused the connection`;
  if (outcome === "not-sent") return `no connection to ${proxy ? "the proxy " : ""}${address}`;
  return `the connection to ${address} broke before the answer was complete`;
}
