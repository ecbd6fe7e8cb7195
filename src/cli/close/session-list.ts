import { type FileHandle, open, stat } from "node:fs/promises";
import { output } from "../output.js";
import { sourceName } from "../read-text.js";
import { UsageError } from "../usage-error.js";
import { listEntries } from "./list-entries.js";
import { SeenSessions } from "./seen-sessions.js";

/** The most wrong lines that are named. */
const NAMED = 20;

/**
 * The session ids that `--from` names. A file is read twice: whole before anything is sent, and then again as calls
 * become free, so that its ids are never all in memory. Standard input and a pipe are read once.
 */
export class SessionList implements AsyncDisposable {
  /** The line of the id that was read last. */
  line = 0;
  readonly #source: string;
  readonly #column: string | undefined;
  readonly #handle: FileHandle | undefined;
  /** What a file looks like as long as nobody writes to it; undefined for a pipe. */
  readonly #stamp: string | undefined;

  private constructor(source: string, column: string | undefined, handle?: FileHandle, stamp?: string) {
    this.#source = source;
    this.#column = column;
    this.#handle = handle;
    this.#stamp = stamp;
  }

  /** @throws {UsageError} when it cannot be opened. */
  static async open(source: string, column: string | undefined): Promise<SessionList> {
    if (source === "-") return new SessionList(source, column);
    try {
      // A folder can be opened as well, and is found out when it is read: by then something may have been sent.
      if ((await stat(source)).isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
      const handle = await open(source);
      return new SessionList(source, column, handle, await stampOf(handle));
    } catch (error) {
      throw unreadable(source, error);
    }
  }

  /** True where it can be read twice. */
  get isFile(): boolean {
    return this.#stamp !== undefined;
  }

  /** The name for messages. */
  get name(): string {
    return sourceName(this.#source);
  }

  /**
   * Reads a file whole.
   *
   * @param given ids of the command line, which do not count again.
   * @returns how many more sessions it names.
   * @throws {UsageError} when it names none, or something else. Up to 20 wrong lines are printed before.
   */
  async check(given: readonly number[]): Promise<number> {
    const seen = new SeenSessions();
    for (const id of given) seen.add(id);
    let count = 0;
    let names = 0;
    let wrong = 0;
    for await (const { line, session, problem } of this.#entries()) {
      if (session === undefined) {
        wrong += 1;
        if (wrong <= NAMED) await output.problem(`rescue: ${this.name}, line ${line}: ${problem}`);
      } else {
        names += 1;
        if (seen.add(session)) count += 1;
      }
    }
    if (wrong > 0) {
      const more = wrong > NAMED ? `, of which the first ${NAMED} are shown` : "";
      const lines = wrong === 1 ? "1 line does not name a session" : `${wrong} lines do not name a session${more}`;
      throw new UsageError(`${this.name}: ${lines}; nothing was sent`);
    }
    if (names + given.length === 0) throw noSession(` in ${this.name}`);
    return count;
  }

  /**
   * The ids, in the order of the lines.
   *
   * @throws {UsageError} at a line that names no session, and when the file is not the one that was checked any more.
   */
  async *ids(): AsyncGenerator<number> {
    for await (const { line, session, problem } of this.#entries()) {
      if (session === undefined) throw new UsageError(`${this.name}, line ${line}: ${problem}`);
      this.line = line;
      yield session;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Who writes to it may never end: this process does.
    if (this.#source === "-") process.stdin.destroy();
    await this.#handle?.close();
  }

  #entries() {
    return listEntries(this.name, this.#text(), this.#column);
  }

  async *#text(): AsyncGenerator<string> {
    const decoder = new TextDecoder();
    const stream = this.#handle?.createReadStream({ autoClose: false, ...(this.isFile ? { start: 0 } : {}) });
    try {
      for await (const piece of stream ?? process.stdin) {
        if (this.isFile && this.#handle && (await stampOf(this.#handle)) !== this.#stamp)
          throw new UsageError(`${this.name} was changed while it was used; the rest of it was not read`);
        yield decoder.decode(piece as Buffer, { stream: true });
      }
    } catch (error) {
      throw error instanceof UsageError ? error : unreadable(this.#source, error);
    }
    yield decoder.decode();
  }
}

/** The error for a command line without a session. */
export function noSession(where = ""): UsageError {
  const advice = "name at least one, or list them with --from FILE (- for standard input)";
  return new UsageError(`no session id${where}: ${advice}`);
}

async function stampOf(handle: FileHandle): Promise<string | undefined> {
  const stat = await handle.stat({ bigint: true });
  return stat.isFile() ? `${stat.size} ${stat.mtimeNs}` : undefined;
}

function unreadable(source: string, error: unknown): UsageError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
  return new UsageError(`--from: cannot read ${sourceName(source)} (${code})`);
}
