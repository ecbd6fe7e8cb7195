import { mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { sha256 } from "../../src/wsdl/load/origin.js";
import { replaceFiles } from "../../src/wsdl/pull/replace-files.js";
import { git } from "./git.js";
import { restoreFiles, saveFiles, unknownFiles } from "./saved-files.js";

const STATE = "journal.json";
const RUNNING = "running.json";

interface State {
  /** ISO 8601, UTC. */
  readonly started: string;
  /** Where the new WSDL came from, as it may be shown. */
  readonly source: string;
  /** The step that was begun last. */
  readonly step: string;
  /** The checksums of all that was there before and of all that the run has written since. */
  readonly known: readonly string[];
}

/**
 * What a regeneration needs to be finished or undone after it was killed: the previous files, the WSDL that it has
 * pulled, and how far it came. It lies in git's own folder, where neither a commit nor `git clean` reaches it; it is
 * there as a whole before anything is changed, and gone as a whole when all is done or put back.
 */
export class Journal {
  readonly #root: string;
  readonly #folder: string;
  #state: State;

  private constructor(root: string, folder: string, state: State) {
    this.#root = root;
    this.#folder = folder;
    this.#state = state;
  }

  /** The journal of a run that has not ended; undefined where there is none. */
  static async find(root: string): Promise<Journal | undefined> {
    const folder = await journalFolder(root);
    try {
      return new Journal(root, folder, JSON.parse(await readFile(join(folder, STATE), "utf8")) as State);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw new Error(`${folder} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** An empty folder to prepare in; what is in it does not count before `begin`. */
  static async prepare(root: string): Promise<string> {
    return await mkdtemp(`${await journalFolder(root)}-`);
  }

  /**
   * Makes the prepared folder, which holds the new WSDL in `pulled`, the journal.
   * @throws {Error} for a file that could not be put back; nothing has begun then.
   */
  static async begin(root: string, prepared: string, source: string): Promise<Journal> {
    const saved = await saveFiles(root, join(prepared, "before"));
    const state = {
      started: new Date().toISOString(),
      source,
      step: "begin",
      known: [...saved.values()].map(sha256),
    };
    await replaceFiles(prepared, [
      [STATE, JSON.stringify(state)],
      [RUNNING, JSON.stringify([process.pid])],
    ]);
    const folder = await journalFolder(root);
    await rename(prepared, folder);
    return new Journal(root, folder, state);
  }

  get state(): State {
    return this.#state;
  }

  /** Where it lies. */
  get folder(): string {
    return this.#folder;
  }

  /** The WSDL that the run has pulled. */
  get pulled(): string {
    return join(this.#folder, "pulled");
  }

  /** Writes down what is about to be written, and by which step. */
  async note(step: string, contents: readonly (Uint8Array | string)[] = []): Promise<void> {
    this.#state = { ...this.#state, step, known: [...this.#state.known, ...contents.map(sha256)] };
    await replaceFiles(this.#folder, [[STATE, JSON.stringify(this.#state)]]);
  }

  /** Writes down which processes are at work: this one, and the leader of the group that a step runs in. */
  async running(group?: number): Promise<void> {
    await replaceFiles(this.#folder, [[RUNNING, JSON.stringify(group ? [process.pid, -group] : [process.pid])]]);
  }

  /** @throws {Error} where the run, or a step of it, may still be at work. */
  async checkEnded(): Promise<void> {
    const file = join(this.#folder, RUNNING);
    const ids = JSON.parse(await readFile(file, "utf8").catch(() => "[]")) as readonly number[];
    const alive = ids.filter((id) => id !== process.pid && isAlive(id)).map(Math.abs);
    if (alive.length === 0) return;
    throw new Error(
      `the run that began ${this.#state.started} may still be at work (process ${alive.join(" and ")}): wait for it ` +
        `to end, or end it. If that process is another program by now, remove ${file}`,
    );
  }

  /**
   * Takes the journal over from the run that left it.
   * @throws {Error} where that run may still be at work, or where putting the files back would lose what somebody wrote.
   */
  async takeOver(): Promise<void> {
    await this.checkEnded();
    const unknown = await unknownFiles(this.#root, new Set(this.#state.known));
    if (unknown.length > 0) {
      throw new Error(
        `changed since by somebody else, and would be lost: ${unknown.join(", ")}. Save these changes elsewhere and ` +
          `restore the files ("git restore FILE"), or abandon the interrupted run: remove ${this.#folder}, whose ` +
          'folder "before" holds the previous files',
      );
    }
    await this.running();
  }

  /** Puts the previous files back. */
  restore(): Promise<void> {
    return restoreFiles(join(this.#folder, "before"), this.#root);
  }

  /** Removes the journal: all is done, or put back. */
  async end(): Promise<void> {
    const gone = await mkdtemp(`${this.#folder}-`);
    await rename(this.#folder, join(gone, "journal"));
    // Also what runs left that were killed while they prepared.
    const parent = dirname(this.#folder);
    for (const name of await readdir(parent)) {
      if (name.startsWith(`${basename(this.#folder)}-`)) await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}

async function journalFolder(root: string): Promise<string> {
  return resolve(root, (await git(root, "rev-parse", "--git-path", "rescue-regenerate")).trim());
}

/** Whether there is such a process; a negative id is that of a process group. */
function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
