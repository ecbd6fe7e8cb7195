import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { standsOn } from "../spoil/reset-connection.js";

interface Connection {
  /** The socket of the requests: the TCP socket, or the TLS socket on top of it; undefined during the handshake. */
  carrier: Socket | undefined;
  /** The number of requests that are not answered yet. */
  busy: number;
  /** How many of the carrier's bytes belong to requests that have arrived completely. */
  read: number;
  /** Whether the next request began before the latest reset. */
  isStale: boolean;
}

/** The open connections of a server, and the progress of the request on each. */
export class Connections {
  readonly #open = new Map<Socket, Connection>();
  readonly #byCarrier = new WeakMap<Socket, Connection>();
  readonly #byPeer = new Map<string, Socket>();
  readonly #isTls: boolean;

  constructor(isTls: boolean) {
    this.#isTls = isTls;
  }

  get size(): number {
    return this.#open.size;
  }

  /** A TCP connection was made. */
  add(socket: Socket): void {
    const peer = peerOf(socket);
    const connection: Connection = { carrier: undefined, busy: 0, read: 0, isStale: false };
    this.#open.set(socket, connection);
    if (this.#isTls) this.#byPeer.set(peer, socket);
    else this.#carry(connection, socket);
    socket.once("close", () => {
      this.#open.delete(socket);
      this.#byPeer.delete(peer);
    });
  }

  /** The TLS handshake on one of them has succeeded. */
  secure(secured: Socket): void {
    const socket = this.#byPeer.get(peerOf(secured));
    const connection = socket && this.#open.get(socket);
    if (!connection) return;
    standsOn(secured, socket);
    this.#carry(connection, secured);
  }

  /** The head of a request has arrived. @returns whether the request had begun before the latest reset. */
  begin(request: IncomingMessage, response: ServerResponse): boolean {
    // Later events may come after the request has lost its socket.
    const { socket } = request;
    const connection = this.#byCarrier.get(socket);
    if (!connection) return false;
    const { isStale } = connection;
    connection.isStale = false;
    connection.busy += 1;
    const count = () => {
      connection.read = socket.bytesRead;
    };
    // The rest of a body that arrives after the answer belongs to this request as well.
    request.once("close", count);
    response.once("close", () => {
      connection.busy -= 1;
      count();
    });
    return isStale;
  }

  /** A reset: marks the connections on which a TLS handshake or a request has begun whose head has not arrived yet. */
  markBegun(): void {
    for (const connection of this.#open.values()) {
      const { carrier, busy, read } = connection;
      if (!carrier || (busy === 0 && carrier.bytesRead > read)) connection.isStale = true;
    }
  }

  /** Ends every connection, idle, busy or stalled. */
  destroy(): void {
    for (const socket of this.#open.keys()) socket.destroy();
  }

  #carry(connection: Connection, carrier: Socket): void {
    connection.carrier = carrier;
    this.#byCarrier.set(carrier, connection);
  }
}

function peerOf({ remoteAddress, remotePort, localAddress }: Socket): string {
  return `${remoteAddress} ${remotePort} ${localAddress}`;
}
