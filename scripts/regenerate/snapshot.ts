import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { replaceFolder } from "../../src/codegen/replace-folder.js";

/** Files and folders as they are now, to be put back when something fails. */
export class Snapshot {
  readonly #files = new Map<string, Uint8Array>();
  readonly #folders = new Map<string, ReadonlyMap<string, Uint8Array>>();

  static async of(root: string, names: readonly string[]): Promise<Snapshot> {
    const snapshot = new Snapshot();
    for (const name of names) {
      const path = join(root, name);
      if ((await stat(path)).isDirectory()) snapshot.#folders.set(path, await readFolder(path));
      else snapshot.#files.set(path, await readFile(path));
    }
    return snapshot;
  }

  async restore(): Promise<void> {
    for (const [path, files] of this.#folders) await replaceFolder(path, files);
    for (const [path, bytes] of this.#files) await writeFile(path, bytes);
  }
}

async function readFolder(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1).replaceAll("\\", "/"), await readFile(path));
  }
  return files;
}
