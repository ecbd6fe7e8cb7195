import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

/**
 * What a client has opened and not released since this object was made: its sockets one by one, and timers by their
 * number. Other suites of the process may still be releasing theirs, so that fewer timers are ignored.
 */
export class Leftovers implements Disposable {
  readonly #sockets = new Set<Socket>();
  readonly #timers = timers();
  readonly #opened = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    this.#sockets.add(socket);
    socket.once("close", () => this.#sockets.delete(socket));
  };

  private constructor() {
    subscribe("net.client.socket", this.#opened);
  }

  static async from(): Promise<Leftovers> {
    // Mocha sets a test's own timer when the test has given its promise.
    await new Promise(setImmediate);
    return new Leftovers();
  }

  /** How many of the clients' sockets are open. */
  get sockets(): number {
    return this.#sockets.size;
  }

  /** Timers beyond those that were there at first. */
  get timers(): number {
    return Math.max(0, timers() - this.#timers);
  }

  /** Waits until nothing is left; otherwise the test times out. */
  async gone(): Promise<void> {
    while (this.sockets > 0 || this.timers > 0) await new Promise(setImmediate);
  }

  [Symbol.dispose](): void {
    unsubscribe("net.client.socket", this.#opened);
  }
}

function timers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
}
