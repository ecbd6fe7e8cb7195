import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { isMissing } from "./is-missing.js";
import { folderPath } from "./replaceable-folder.js";

/**
 * Compares a folder with what it should hold (content by path with `/`): the paths that differ, are missing or should
 * not be there, sorted, each with the reason.
 *
 * @throws {InvalidArgumentError} for an empty string as the folder.
 */
export async function findDrift(folder: string, expected: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const root = await folderPath(folder);
  const present = new Set(await listFiles(root));
  const drift: string[] = [];
  for (const [path, content] of expected) {
    if (!present.delete(path)) drift.push(`${path} (missing)`);
    else if ((await readFile(join(root, path), "utf8")) !== content) drift.push(`${path} (differs)`);
  }
  return [...drift, ...[...present].map((path) => `${path} (stale)`)].sort();
}

async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
