import { open } from "node:fs/promises";
import { join } from "node:path";
import { GENERATED_START, isGenerated } from "./header.js";
import { walkFolder } from "./walk-folder.js";

/** Tells by its path whether a file may be deleted when the folder that holds it is replaced. */
export type FileTest = (path: string) => Promise<boolean>;

/** Whether this generator has written a file: by the comment at its top. */
export async function isGeneratedFile(path: string): Promise<boolean> {
  // Only the start is read: the folder may be anybody's, with files of any size.
  await using file = await open(path);
  const start = Buffer.alloc(Buffer.byteLength(GENERATED_START));
  const { bytesRead } = await file.read(start, 0, start.length, 0);
  return isGenerated(start.toString("utf8", 0, bytesRead));
}

/** The path of the first file in `folder`, or below, that is not `isOurs`; undefined when there is none. */
export async function foreignFileIn(folder: string, isOurs: FileTest): Promise<string | undefined> {
  for await (const { path, isPlainFile } of walkFolder(folder)) {
    const file = join(folder, path);
    if (!isPlainFile || !(await isOurs(file))) return file;
  }
  return undefined;
}
