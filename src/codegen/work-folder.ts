import { randomBytes } from "node:crypto";
import { lstat, mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type FileTest, foreignFileIn } from "./foreign-file.js";
import { isMissing } from "./is-missing.js";

/**
 * The folder next to `target` in which its replacement is prepared: the new one is written to `next`, the old one is moved
 * to `previous`. Its name contains the process id, to tell an interrupted replacement from one in progress.
 */
export class WorkFolder implements AsyncDisposable {
  static readonly #inUse = new Set<string>();

  readonly next: string;
  readonly previous: string;
  /** Set to true when `previous` is the only copy of the old folder: it is not deleted then. */
  isNeeded = false;
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
    this.next = join(path, "new");
    this.previous = join(path, "old");
  }

  /** Creates one with an empty `next`. */
  static async make(target: string): Promise<WorkFolder> {
    const name = `.${basename(target)}-${process.pid}-${randomBytes(4).toString("hex")}`;
    const work = new WorkFolder(join(dirname(target), name));
    WorkFolder.#inUse.add(work.#path);
    await mkdir(work.next, { recursive: true });
    return work;
  }

  /**
   * Undoes interrupted replacements of `target`: an old folder that was moved away and not replaced is moved back; the
   * rest is deleted, unless it contains a file for which `isOurs` is false.
   */
  static async undoInterrupted(target: string, isOurs: FileTest): Promise<void> {
    for (const name of await readdir(dirname(target))) {
      const work = new WorkFolder(join(dirname(target), name));
      if (!WorkFolder.#isLeft(work.#path, target)) continue;
      if (!(await exists(target)) && (await exists(work.previous))) await rename(work.previous, target);
      if ((await foreignFileIn(work.#path, isOurs)) === undefined) await rm(work.#path, { recursive: true });
    }
  }

  static #isLeft(path: string, target: string): boolean {
    const prefix = `.${basename(target)}-`;
    if (!basename(path).startsWith(prefix)) return false;
    const [, pid] = /^(\d+)-[\da-f]{8}$/.exec(basename(path).slice(prefix.length)) ?? [];
    if (pid === undefined || WorkFolder.#inUse.has(path)) return false;
    // In a container, every run may have the same process id.
    return Number(pid) === process.pid || !isRunning(Number(pid));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.isNeeded) await rm(this.#path, { recursive: true, force: true });
    WorkFolder.#inUse.delete(this.#path);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It may belong to another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
