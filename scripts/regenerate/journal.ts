import { mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { isMissing } from "../../src/codegen/is-missing.js";
import { isRecord, parseJson } from "../../src/wsdl/load/json-record.js";
import { sha256 } from "../../src/wsdl/load/origin.js";
import { replaceFiles } from "../../src/wsdl/pull/replace-files.js";
import { git } from "./git.js";
import { restoreFiles, saveFiles, unknownFiles } from "./saved-files.js";
import { describe } from "./step.js";

const STATE = "journal.json";
const RUNNING = "running.json";

interface State {
  /** ISO 8601, UTC. */
  readonly started: string;
  /** The origin of the new WSDL, safe to show. */
  readonly source: string;
  /** The step that began last. */
  readonly step: string;
  /** The checksums of all previous files and of everything that the run has written since. */
  readonly known: readonly string[];
}

/**
 * What is needed to finish or undo a regeneration that was killed: the previous files, the pulled WSDL, and the last step.
 * It is stored in git's own folder, out of reach of commits and `git clean`; it appears complete before anything is
 * changed, and disappears complete when all is done or restored.
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

  /** The journal of an unfinished run; undefined when there is none. */
  static async find(root: string): Promise<Journal | undefined> {
    const folder = await journalFolder(root);
    const text = await readFile(join(folder, STATE), "utf8").catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw new Error(`${folder} cannot be read: ${describe(error)}`);
    });
    if (text === undefined) return undefined;
    const state = parseJson(text);
    if (!isState(state)) throw new Error(`${folder} cannot be read: ${STATE} is not the journal of a run`);
    return new Journal(root, folder, state);
  }

  /** An empty folder for preparations; its content has no effect before `begin`. */
  static async prepare(root: string): Promise<string> {
    return await mkdtemp(`${await journalFolder(root)}-`);
  }

  /**
   * Turns the prepared folder, with the new WSDL in `pulled`, into the journal.
   * @throws {Error} for a file that could not be restored; nothing has begun then.
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

  /** Its path. */
  get folder(): string {
    return this.#folder;
  }

  /** The folder of the pulled WSDL. */
  get pulled(): string {
    return join(this.#folder, "pulled");
  }

  /** Records what is about to be written, and by which step. */
  async note(step: string, contents: readonly (Uint8Array | string)[] = []): Promise<void> {
    this.#state = { ...this.#state, step, known: [...this.#state.known, ...contents.map(sha256)] };
    await replaceFiles(this.#folder, [[STATE, JSON.stringify(this.#state)]]);
  }

  /** Records the running processes: this one, and the leader of a step's process group. */
  async running(group?: number): Promise<void> {
    await replaceFiles(this.#folder, [[RUNNING, JSON.stringify(group ? [process.pid, -group] : [process.pid])]]);
  }

  /** @throws {Error} when the run, or one of its steps, may still be running. */
  async checkEnded(): Promise<void> {
    const file = join(this.#folder, RUNNING);
    const ids = parseJson(await readFile(file, "utf8").catch(() => "[]"));
    if (!isIdList(ids)) throw new Error(`${file} cannot be read; remove it if no other run is active`);
    const alive = ids.filter((id) => id !== process.pid && isAlive(id)).map(Math.abs);
    if (alive.length === 0) return;
    throw new Error(
      `the run that began ${this.#state.started} may still be running (process ${alive.join(" and ")}): wait until ` +
        `it ends, or end it. If that is another program by now, remove ${file}`,
    );
  }

  /**
   * Takes over the journal of an interrupted run.
   * @throws {Error} when that run may still be running, or when restoring the files would lose changes made since.
   */
  async takeOver(): Promise<void> {
    await this.checkEnded();
    const unknown = await unknownFiles(this.#root, new Set(this.#state.known));
    if (unknown.length > 0) {
      throw new Error(
        `changed since the interrupted run, and would be lost: ${unknown.join(", ")}. Save these changes elsewhere and ` +
          `restore the files ("git restore FILE"), or abandon the interrupted run: remove ${this.#folder}, whose ` +
          'folder "before" contains the previous files',
      );
    }
    await this.running();
  }

  /** Restores the previous files. */
  restore(): Promise<void> {
    return restoreFiles(join(this.#folder, "before"), this.#root);
  }

  /** Removes the journal, when all is done or restored. */
  async end(): Promise<void> {
    const gone = await mkdtemp(`${this.#folder}-`);
    await rename(this.#folder, join(gone, "journal"));
    // Also removes what runs left that were killed during preparation.
    const parent = dirname(this.#folder);
    for (const name of await readdir(parent)) {
      if (name.startsWith(`${basename(this.#folder)}-`)) await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}

async function journalFolder(root: string): Promise<string> {
  return resolve(root, (await git(root, "rev-parse", "--git-path", "rescue-regenerate")).trim());
}

function isState(value: unknown): value is State {
  if (!isRecord(value)) return false;
  const { started, source, step, known } = value;
  return [started, source, step].every(isText) && Array.isArray(known) && known.every(isText);
}

function isIdList(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(Number.isSafeInteger);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** Whether a process exists; a negative id is that of a process group. */
function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
