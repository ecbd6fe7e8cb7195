import type { Socket } from "node:net";

// Node resets TCP sockets only, and a TLS socket does not expose its TCP socket.
const underTls = new WeakMap<Socket, Socket>();

/** Registers the TCP socket of a TLS socket. */
export function standsOn(secure: Socket, raw: Socket): void {
  underTls.set(secure, raw);
}

/** Ends a connection with a reset (RST). */
export function resetConnection(socket: Socket): void {
  (underTls.get(socket) ?? socket).resetAndDestroy();
}
