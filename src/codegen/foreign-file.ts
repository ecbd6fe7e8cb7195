import { open } from "node:fs/promises";
import { join } from "node:path";
import { GENERATED_START, isGenerated } from "./header.js";
import { walkFolder } from "./walk-folder.js";

/** Decides by its path whether a file may be deleted when its folder is replaced. */
export type FileTest = (path: string) => Promise<boolean>;

/** Whether this generator wrote a file, according to the comment at its top. */
export async function isGeneratedFile(path: string): Promise<boolean> {
  // Only the start is read: the folder may contain files of any size.
  await using file = await open(path);
  const start = Buffer.alloc(Buffer.byteLength(GENERATED_START));
  const { bytesRead } = await file.read(start, 0, start.length, 0);
  return isGenerated(start.toString("utf8", 0, bytesRead));
}

/** The path of the first file in a folder or below for which `isOurs` is false; undefined when there is none. */
export async function foreignFileIn(folder: string, isOurs: FileTest): Promise<string | undefined> {
  for await (const { path, isPlainFile } of walkFolder(folder)) {
    const file = join(folder, path);
    if (!isPlainFile || !(await isOurs(file))) return file;
  }
  return undefined;
}
