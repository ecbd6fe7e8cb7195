import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "./is-missing.js";
import { folderPath } from "./replaceable-folder.js";
import { walkFolder } from "./walk-folder.js";

/**
 * Compares a folder with what it should hold (content by path with `/`).
 *
 * @returns the paths that differ, are missing or should not exist, sorted, each with the reason.
 * @throws {InvalidArgumentError} for an empty string as the folder.
 */
export async function outdatedFiles(folder: string, expected: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const root = await folderPath(folder);
  const present = await pathsIn(root);
  const outdated: string[] = [];
  for (const [path, content] of expected) {
    if (!present.delete(path)) outdated.push(`${path} (missing)`);
    else if ((await readFile(join(root, path), "utf8")) !== content) outdated.push(`${path} (differs)`);
  }
  return [...outdated, ...[...present].map((path) => `${path} (stale)`)].sort();
}

async function pathsIn(folder: string): Promise<Set<string>> {
  const paths = new Set<string>();
  try {
    for await (const { path } of walkFolder(folder)) paths.add(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return paths;
}
