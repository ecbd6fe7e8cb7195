import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** What a folder, or one below it, holds that is no folder itself. */
export interface WalkedFile {
  /** Below the folder that was walked, with `/`. */
  readonly path: string;
  /** False for a symbolic link, a socket and the like. */
  readonly isPlainFile: boolean;
}

/** Walks a folder: what it holds itself comes first, then each folder in it. Only as far as the caller asks for more. */
export async function* walkFolder(folder: string, prefix = ""): AsyncGenerator<WalkedFile, void, undefined> {
  const below: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) below.push(entry.name);
    else yield { path: `${prefix}${entry.name}`, isPlainFile: entry.isFile() };
  }
  for (const name of below) yield* walkFolder(join(folder, name), `${prefix}${name}/`);
}
