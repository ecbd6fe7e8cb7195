import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type FileTest, isGeneratedFile } from "./foreign-file.js";
import { isMissing } from "./is-missing.js";
import { checkOurs, replaceableFolder } from "./replaceable-folder.js";
import { WorkFolder } from "./work-folder.js";

/**
 * Makes `folder` hold exactly `files` (content by path with `/`). They are written to a new folder beside it, which is
 * then renamed into place. The old folder is kept until the new one is in place, and is put back when anything fails;
 * when even that fails, the error says where it is. What an interrupted replacement has left is undone first.
 *
 * @param isOurs tells which files may be deleted; those that this generator has written when absent.
 * @throws {InvalidArgumentError} for a folder that must not be replaced, before anything is written.
 */
export async function replaceFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  isOurs: FileTest = isGeneratedFile,
): Promise<void> {
  const target = await replaceableFolder(folder, isOurs);
  await mkdir(dirname(target), { recursive: true });
  await WorkFolder.undoInterrupted(target, isOurs);
  await using work = await WorkFolder.make(target);
  for (const [path, content] of files) {
    await mkdir(dirname(join(work.next, path)), { recursive: true });
    await writeFile(join(work.next, path), content);
  }
  // Again, as close to the replacement as can be: time has passed, and an old folder may have been moved back.
  await replaceableFolder(target, isOurs);
  const hadOne = await moved(target, work.previous);
  try {
    // What was saved into it while it was looked at has moved along.
    if (hadOne) await checkOurs(work.previous, folder, isOurs);
    await rename(work.next, target);
  } catch (error) {
    work.isNeeded = hadOne && !(await moved(work.previous, target).catch(() => false));
    throw work.isNeeded
      ? new Error(`${target} could not be replaced; what it held is in ${work.previous}`, { cause: error })
      : error;
  }
}

async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
