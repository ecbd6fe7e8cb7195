import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Reply = string | number | null | readonly Reply[];

export interface RedisSettings {
  /** Keeps on disk what it confirms. @default false */
  readonly isDurable?: boolean;
}

/** A Redis of a test's own, on a Unix socket in a folder of its own. */
export class RedisServer implements AsyncDisposable {
  readonly socket: string;
  readonly #program: string;
  readonly #folder: string;
  readonly #isDurable: boolean;
  #end: (signal: NodeJS.Signals) => Promise<void> = async () => {};

  private constructor(program: string, folder: string, { isDurable = false }: RedisSettings) {
    this.#program = program;
    this.#folder = folder;
    this.#isDurable = isDurable;
    this.socket = join(folder, "s");
  }

  static async start(program: string, settings: RedisSettings = {}): Promise<RedisServer> {
    const server = new RedisServer(program, await mkdtemp(join(tmpdir(), "redis-")), settings);
    await server.start();
    return server;
  }

  /** Starts it again, with what it kept. */
  async start(): Promise<void> {
    const place = ["--port", "0", "--unixsocket", this.socket, "--dir", this.#folder, "--save", ""];
    const keeping = this.#isDurable ? ["--appendonly", "yes", "--appendfsync", "always"] : ["--appendonly", "no"];
    const child = spawn(this.#program, [...place, ...keeping], { stdio: ["ignore", "pipe", "ignore"] });
    const ended = once(child, "close");
    this.#end = async (signal) => {
      child.kill(signal);
      await ended;
    };
    let said = "";
    await new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (piece) => {
        said += piece;
        if (/ready to accept connections/i.test(said)) resolve();
      });
      child.once("close", () => reject(new Error(`redis-server ended:\n${said}`)));
    });
  }

  /** Kills it without a chance to finish anything. */
  kill(): Promise<void> {
    return this.#end("SIGKILL");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#end("SIGTERM");
    await rm(this.#folder, { recursive: true, force: true });
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
