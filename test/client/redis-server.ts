import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Reply = string | number | null | readonly Reply[];

/** A Redis of a test's own, on a Unix socket in a folder of its own, that keeps nothing on disk. */
export class RedisServer implements AsyncDisposable {
  readonly socket: string;
  readonly #stop: () => Promise<void>;

  private constructor(socket: string, stop: () => Promise<void>) {
    this.socket = socket;
    this.#stop = stop;
  }

  static async start(program: string): Promise<RedisServer> {
    const folder = await mkdtemp(join(tmpdir(), "redis-"));
    const socket = join(folder, "s");
    const settings = ["--port", "0", "--unixsocket", socket, "--save", "", "--appendonly", "no", "--dir", folder];
    const child = spawn(program, settings, { stdio: ["ignore", "pipe", "ignore"] });
    const ended = once(child, "close");
    let said = "";
    await new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (piece) => {
        said += piece;
        if (/ready to accept connections/i.test(said)) resolve();
      });
      child.once("close", () => reject(new Error(`redis-server ended:\n${said}`)));
    });
    return new RedisServer(socket, async () => {
      child.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#stop();
  }
}

/** A connection to a Redis: one command at a time (RESP 2). */
export class RedisConnection {
  readonly #socket: Socket;
  #received = "";
  #waiting: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.#socket = connect(path).setEncoding("utf8");
  }

  send(...words: readonly string[]): Promise<Reply> {
    const reply = this.#waiting.then(() => this.#exchange(words));
    this.#waiting = reply.catch(() => {});
    return reply;
  }

  close(): void {
    this.#socket.destroy();
  }

  async #exchange(words: readonly string[]): Promise<Reply> {
    const parts = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`);
    this.#socket.write(`*${words.length}\r\n${parts.join("")}`);
    return this.#reply();
  }

  async #reply(): Promise<Reply> {
    const line = await this.#take(/^([^\r]*)\r\n/);
    const rest = line.slice(1);
    if (line.startsWith("-")) throw new Error(rest);
    if (line.startsWith(":")) return Number(rest);
    if (line.startsWith("+")) return rest;
    if (rest === "-1") return null;
    // Only ASCII is stored here, so that a character is a byte.
    if (line.startsWith("$")) return this.#take(new RegExp(`^([^]{${rest}})\r\n`));
    const all: Reply[] = [];
    while (all.length < Number(rest)) all.push(await this.#reply());
    return all;
  }

  async #take(pattern: RegExp): Promise<string> {
    for (;;) {
      const [whole = "", text] = pattern.exec(this.#received) ?? [];
      if (text !== undefined) {
        this.#received = this.#received.slice(whole.length);
        return text;
      }
      const [piece] = await once(this.#socket, "data");
      this.#received += piece;
    }
  }
}
