import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type FileTest, isGeneratedFile } from "./foreign-file.js";
import { isMissing } from "./is-missing.js";
import { checkOurs, replaceableFolder } from "./replaceable-folder.js";
import { WorkFolder } from "./work-folder.js";

/**
 * Replaces the content of `folder` by exactly `files` (content by path with `/`). They are written to a new folder next to
 * it, which is then renamed. The old folder is kept until the new one is in place, and restored when anything fails; if
 * even that fails, the error says where it is. Interrupted replacements are undone first.
 *
 * @param isOurs decides which files may be deleted; by default, those that this generator wrote.
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
  // Checked again, immediately before the replacement: time has passed, and an old folder may have been restored.
  await replaceableFolder(target, isOurs);
  const hadOne = await moved(target, work.previous);
  try {
    // What was saved into it while it was looked at has moved along.
    if (hadOne) await checkOurs(work.previous, folder, isOurs);
    await rename(work.next, target);
  } catch (error) {
    work.isNeeded = hadOne && !(await moved(work.previous, target).catch(() => false));
    throw work.isNeeded
      ? new Error(`${target} could not be replaced; its previous content is in ${work.previous}`, { cause: error })
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
