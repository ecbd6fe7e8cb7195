import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** An entry of a folder, or of one below it, that is not a folder. */
export interface WalkedFile {
  /** Relative to the folder that is walked, with `/`. */
  readonly path: string;
  /** False for a symbolic link, a socket and the like. */
  readonly isPlainFile: boolean;
}

/** Walks a folder: first its own entries, then each folder in it. Lazy: reads no further than the caller iterates. */
export async function* walkFolder(folder: string, prefix = ""): AsyncGenerator<WalkedFile, void, undefined> {
  const below: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) below.push(entry.name);
    else yield { path: `${prefix}${entry.name}`, isPlainFile: entry.isFile() };
  }
  for (const name of below) yield* walkFolder(join(folder, name), `${prefix}${name}/`);
}
