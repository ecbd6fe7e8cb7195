import { connect, type Socket } from "node:net";

/** Connects to the host and port of an address. */
export function open(endpoint: string): Socket {
  const { hostname, port } = new URL(endpoint);
  const socket = connect(Number(port), hostname);
  // The other side may do anything with a hostile connection.
  socket.on("error", () => {});
  return socket;
}

/** Resolves when a connection has ended, well or badly. */
export function ended(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) resolve();
    else socket.once("close", () => resolve());
  });
}

/** Sends bytes. @returns what is received until the other side closes. */
export function converse(endpoint: string, bytes: string | Buffer | readonly (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = open(endpoint);
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
    });
    socket.on("close", () => resolve(received));
    for (const part of Array.isArray(bytes) ? bytes : [bytes]) socket.write(part);
    // Nothing more is sent: a server that waits for more sees the end.
    socket.end();
  });
}

/** The status codes of the answers in what was received. */
export function statusesIn(received: string): number[] {
  return [...received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}
