import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isGenerated } from "./header.js";

/**
 * A file in `folder` that this generator has not written, by its path inside: a folder that holds one must not be
 * replaced. Undefined where there is none, or no such folder.
 */
export async function foreignFileIn(folder: string): Promise<string | undefined> {
  try {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) continue;
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !isGenerated(await readFile(path, "utf8"))) return path;
    }
    return undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
