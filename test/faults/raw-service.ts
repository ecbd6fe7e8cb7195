import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import type { ClientRequest } from "node:http";
import { createServer, type Socket } from "node:net";
import { writeResponse } from "../../src/emulator/soap/response-message.js";
import { soapReply } from "../../src/emulator/soap/soap-reply.js";
import { type ContractOperation, lookUp } from "../../src/soap/contract/contract.js";
import { contract } from "../reference/generated/contract.js";
import { serve } from "../soap/local-server.js";

/** A request of which the server has read every byte. */
export interface RawRequest {
  readonly operation: string;
  readonly head: string;
  readonly body: string;
}

/** One connection, read and written by hand. Nothing is read before `request` is called. */
export class RawConnection {
  readonly socket: Socket;
  /** Connections are counted from 1. */
  readonly number: number;
  /** Settles when the client has handed its request to the system, read by the server or not. */
  readonly written: Promise<unknown>;
  readonly #heard: (request: RawRequest) => void;
  #arrived = "";

  constructor(socket: Socket, number: number, written: Promise<unknown>, heard: (request: RawRequest) => void) {
    this.socket = socket;
    this.number = number;
    this.written = written;
    this.#heard = heard;
  }

  /** The name of the operation, from the headers alone: not a byte of the body is read. */
  async operation(): Promise<string> {
    while (!this.#arrived.includes("\r\n\r\n")) await this.#bytes(1);
    return operationIn(this.#arrived);
  }

  /** The next whole request. Rejects when the connection ends before it. */
  async request(): Promise<RawRequest> {
    for (;;) {
      const request = this.#take();
      if (request) {
        this.#heard(request);
        return request;
      }
      await this.#bytes();
    }
  }

  /** Writes, and waits until the system has taken it. */
  write(bytes: string): Promise<void> {
    return new Promise((resolve) => this.socket.write(bytes, "latin1", () => resolve()));
  }

  async #bytes(count?: number): Promise<void> {
    for (;;) {
      const chunk = this.socket.read(count) as Buffer | null;
      if (chunk) {
        this.#arrived += chunk.toString("latin1");
        return;
      }
      if (this.socket.destroyed || this.socket.readableEnded) throw new Error("the connection ended");
      await new Promise<void>((resolve) => {
        const wake = () => {
          for (const event of ["readable", "end", "close"]) this.socket.off(event, wake);
          resolve();
        };
        for (const event of ["readable", "end", "close"]) this.socket.on(event, wake);
      });
    }
  }

  #take(): RawRequest | undefined {
    const end = this.#arrived.indexOf("\r\n\r\n");
    if (end < 0) return undefined;
    const head = this.#arrived.slice(0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#arrived.length < end + 4 + length) return undefined;
    const body = this.#arrived.slice(end + 4, end + 4 + length);
    this.#arrived = this.#arrived.slice(end + 4 + length);
    return { operation: operationIn(head), head, body };
  }
}

const operationIn = (head: string) => /\r\nsoapaction: "[^"]*\/(\w+)"/i.exec(head)?.[1] ?? "";

/** A service that is played by hand. */
export interface RawService extends AsyncDisposable {
  readonly endpoint: string;
  /** The requests that were read to their end. */
  readonly requests: readonly RawRequest[];
  /** The connections taken so far, the closed ones too. */
  readonly connections: readonly Socket[];
  /** Settles when `play` has ended on the first connection. */
  readonly played: Promise<void>;
  /** Waits until every connection taken so far is closed from the other side. */
  closed(): Promise<void>;
}

/** Plays a service on a port that the system chose. A connection that breaks while it is played is ignored. */
export async function rawService(play: (connection: RawConnection) => Promise<void>): Promise<RawService> {
  const requests: RawRequest[] = [];
  const written: Promise<unknown>[] = [];
  const started = (message: unknown) => {
    const { request } = message as { request: ClientRequest };
    written.push(once(request, "finish").catch(() => {}));
  };
  subscribe("http.client.request.start", started);
  let firstPlayed = () => {};
  const played = new Promise<void>((resolve) => {
    firstPlayed = resolve;
  });
  let taken = 0;
  const server = await serve(
    createServer({ pauseOnConnect: true }, (socket) => {
      taken += 1;
      const connection = new RawConnection(socket, taken, written[taken - 1] ?? Promise.resolve(), (request) =>
        requests.push(request),
      );
      play(connection)
        .catch(() => {})
        .then(firstPlayed);
    }),
  );
  return {
    endpoint: server.url.href,
    requests,
    connections: server.sockets,
    played,
    async closed() {
      for (const socket of server.sockets) {
        // A socket that is not read does not notice that the other side has gone.
        socket.resume();
        if (!socket.closed) await new Promise((resolve) => socket.once("close", resolve));
      }
    },
    async [Symbol.asyncDispose]() {
      unsubscribe("http.client.request.start", started);
      await server[Symbol.asyncDispose]();
    },
  };
}

/** Answers every request of a connection with what `answer` returns, and keeps the connection. */
export function answering(answer: (request: RawRequest) => string): (connection: RawConnection) => Promise<void> {
  return async (connection) => {
    for (;;) await connection.write(answer(await connection.request()));
  };
}

/** What a healthy service answers: the operation's result literal and nothing else. */
export function resultOf(
  { operation }: Pick<RawRequest, "operation">,
  code = "OK",
  headers: Record<string, string> = {},
): string {
  const { xml } = writeResponse(contract, operation, lookUp(contract.operations, operation) as ContractOperation, {
    code,
  });
  const reply = soapReply("1.1", xml);
  return httpMessage(reply.status, reply.body, { "Content-Type": reply.contentType, ...headers });
}

export const PAGE = "<html><head><title>Not SOAP</title></head><body><h1>Not SOAP</h1></body></html>";

/** An HTTP answer; an HTML page unless told otherwise. */
export function httpMessage(status: number, body = PAGE, headers: Record<string, string> = {}): string {
  const all = { "Content-Type": "text/html", "Content-Length": String(Buffer.byteLength(body)), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Whatever\r\n${lines.join("")}\r\n${body}`;
}
