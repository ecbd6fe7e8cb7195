import type { Socket } from "node:net";

// Node resets TCP sockets only, and a TLS socket does not tell which one it stands on.
const underTls = new WeakMap<Socket, Socket>();

/** Notes which TCP socket a TLS socket stands on. */
export function standsOn(secure: Socket, raw: Socket): void {
  underTls.set(secure, raw);
}

/** Ends a connection with a reset (RST). */
export function resetConnection(socket: Socket): void {
  (underTls.get(socket) ?? socket).resetAndDestroy();
}
