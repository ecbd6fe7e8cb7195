import { constants, type Stats } from "node:fs";
import { type FileHandle, lstat, open, readFile, rename, rm } from "node:fs/promises";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { RescueError } from "../errors/rescue-error.js";
import { type HeldLock, tryLockFile } from "../files/file-lock.js";
import type { WriterState } from "./row-writer.js";

/** What stands in `FILE.partial.json`. */
interface KeptState {
  readonly subject: string;
  readonly cursor: string;
  /** How much of `FILE.partial` is of whole windows. */
  readonly bytes: number;
  readonly writer: WriterState;
}

// A report holds what customers wrote.
const OWN = 0o600;
/** Longer than a busy machine keeps a process from renewing its lock. */
const LOCK = { option: "file", life: 120_000 };

/**
 * A file that is being written: `FILE.partial`, with a note beside it of how much of it counts. What was written after
 * the note is cut off by the next call. The file gets its name when it is complete. One call at a time writes it: it holds
 * `FILE.partial.lock`.
 */
export class PartialFile implements AsyncDisposable {
  /** Behind the last window that counts; undefined in a new file. */
  readonly cursor: string | undefined;
  readonly writer: WriterState | undefined;
  readonly #file: string;
  readonly #subject: string;
  readonly #handle: FileHandle;
  readonly #lock: HeldLock;
  #bytes: number;
  /** False while nothing of it counts. */
  #isKept: boolean;

  private constructor(file: string, subject: string, handle: FileHandle, lock: HeldLock, kept?: KeptState) {
    this.#file = file;
    this.#subject = subject;
    this.#handle = handle;
    this.#lock = lock;
    this.#bytes = kept?.bytes ?? 0;
    this.#isKept = kept !== undefined;
    this.cursor = kept?.cursor;
    this.writer = kept?.writer;
  }

  /**
   * @throws {InvalidArgumentError} where another call is writing the file, a partial file of another subject is there, or
   *   the file cannot be written.
   */
  static async open(file: string, subject: string): Promise<PartialFile> {
    const lock = await tryLockFile(partialOf(file), LOCK);
    if (!lock) throw wrong("is being written by another process, or by another call");
    try {
      // Found out now, and not when the report has been fetched. A link is replaced, and not what it leads to.
      const there = await lookAt(file);
      if (there && !there.isFile() && !there.isSymbolicLink()) throw wrong("is there, and is no file");
      const kept = await readState(file);
      if (kept && kept.subject !== subject && (await lookAt(partialOf(file)))) {
        throw refusePartial(file, "belongs to another report");
      }
      const handle = kept?.subject === subject && (await reopen(partialOf(file), kept.bytes));
      if (handle) return new PartialFile(file, subject, handle, lock, kept);
      await rm(stateOf(file), { force: true });
      await rm(partialOf(file), { force: true });
      // Exclusive: a link that somebody else has put there is not followed.
      return new PartialFile(file, subject, await open(partialOf(file), "wx", OWN), lock);
    } catch (error) {
      await lock.release();
      throw error instanceof InvalidArgumentError ? error : wrong(`cannot be written (${codeOf(error)})`);
    }
  }

  async append(text: string): Promise<void> {
    await this.#checkLock();
    const bytes = Buffer.from(text);
    await written(async () => {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, this.#bytes);
        done += bytesWritten;
        this.#bytes += bytesWritten;
      }
    });
  }

  /** Notes that everything so far counts. */
  async keep(cursor: string, writer: WriterState): Promise<void> {
    await this.#checkLock();
    const state: KeptState = { subject: this.#subject, cursor, bytes: this.#bytes, writer };
    const temporary = `${stateOf(this.#file)}.new`;
    await written(async () => {
      await this.#handle.datasync();
      await rm(temporary, { force: true });
      const handle = await open(temporary, "wx", OWN);
      try {
        await handle.writeFile(JSON.stringify(state));
        await handle.datasync();
      } finally {
        await handle.close();
      }
      await rename(temporary, stateOf(this.#file));
    });
    this.#isKept = true;
  }

  /** Gives the file its name. */
  async finish(): Promise<void> {
    await this.#checkLock();
    await written(async () => {
      await this.#handle.sync();
      await rename(partialOf(this.#file), this.#file);
      this.#isKept = true;
      await rm(stateOf(this.#file), { force: true });
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handle.close();
    if (!this.#isKept && (await this.#lock.isHeld())) await rm(partialOf(this.#file), { force: true });
    await this.#lock.release();
  }

  async #checkLock(): Promise<void> {
    if (await this.#lock.isHeld()) return;
    throw unwritten("its lock is gone, or another process has taken it");
  }
}

/** The refusal of a file whose part that is there cannot be gone on with. */
export function refusePartial(file: string, why: string): InvalidArgumentError {
  return wrong(`${partialOf(file)} ${why}: remove ${partialOf(file)}, or choose another file`);
}

/** Does something to the files while a report is being fetched. */
async function written(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw unwritten(codeOf(error), error);
  }
}

function unwritten(why: string, cause?: unknown): RescueError {
  const message = `the report could not be written to its file (${why})`;
  return new RescueError(message, { code: "REPORT_FILE", outcome: "answered", cause });
}

/** What stands at a path; undefined where nothing does. */
async function lookAt(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function partialOf(file: string): string {
  return `${file}.partial`;
}

function stateOf(file: string): string {
  return `${file}.partial.json`;
}

/** Undefined where there is none, or none of this package. */
async function readState(file: string): Promise<KeptState | undefined> {
  try {
    const state: unknown = JSON.parse(await readFile(stateOf(file), "utf8"));
    return isState(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

function isState(value: unknown): value is KeptState {
  if (typeof value !== "object" || value === null) return false;
  const { subject, cursor, bytes, writer } = value as { readonly [Name in keyof KeptState]?: unknown };
  const isText = typeof subject === "string" && typeof cursor === "string";
  return isText && isCount(bytes) && isWriterState(writer);
}

function isWriterState(value: unknown): value is WriterState {
  if (typeof value !== "object" || value === null) return false;
  const { rows, columns } = value as { readonly [Name in keyof WriterState]?: unknown };
  const isColumns =
    columns === undefined || (Array.isArray(columns) && columns.every((column) => typeof column === "string"));
  return isCount(rows) && isColumns;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Opens a partial file and cuts off what does not count. Undefined where it is gone or shorter than noted. */
async function reopen(path: string, bytes: number): Promise<FileHandle | undefined> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
    if ((await handle.stat()).size >= bytes) {
      await handle.truncate(bytes);
      return handle;
    }
  } catch {
    // It is written anew.
  }
  await handle?.close();
  return undefined;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
}

function wrong(problem: string): InvalidArgumentError {
  return new InvalidArgumentError("file", `file: ${problem}`);
}
