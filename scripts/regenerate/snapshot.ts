import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { replaceFolder } from "../../src/codegen/replace-folder.js";

/** Files and folders as they are now, to be put back when something fails. */
export class Snapshot {
  readonly #files = new Map<string, Uint8Array>();
  readonly #folders = new Map<string, ReadonlyMap<string, Uint8Array>>();

  /** @throws {Error} for what it could not put back: a link, say. */
  static async of(root: string, names: readonly string[]): Promise<Snapshot> {
    const snapshot = new Snapshot();
    for (const name of names) {
      const path = join(root, name);
      if ((await stat(path)).isDirectory()) snapshot.#folders.set(path, await readFolder(path));
      else snapshot.#files.set(path, await readFile(path));
    }
    return snapshot;
  }

  /** @throws {AggregateError} for what could not be put back; all the rest has been. */
  async restore(): Promise<void> {
    const failures: unknown[] = [];
    const attempt = (work: Promise<void>) => work.catch((error: unknown) => failures.push(error));
    for (const [path, files] of this.#folders) await attempt(replaceFolder(path, files, isKept));
    for (const [path, bytes] of this.#files) await attempt(writeFile(path, bytes));
    if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join("; "));
  }
}

// The snapshot holds what was there before, and the tree was clean: what came since is the run's own.
const isKept = async () => true;

async function readFolder(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) continue;
    if (!entry.isFile()) throw new Error(`${path} is no plain file, and could not be put back; move it elsewhere`);
    files.set(path.slice(folder.length + 1).replaceAll("\\", "/"), await readFile(path));
  }
  return files;
}
