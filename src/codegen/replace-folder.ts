import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/**
 * Makes `folder` hold exactly `files` (content by path with `/`). They are written to a new folder beside it, which is
 * then renamed into place: no stale file stays, and when anything fails the old folder does. Where it cannot even be
 * renamed back, the error says where it is.
 */
export async function replaceFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  const target = resolve(folder);
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  const next = join(work, "new");
  const previous = join(work, "old");
  let isStranded = false;
  try {
    await mkdir(next);
    for (const [path, content] of files) {
      await mkdir(dirname(join(next, path)), { recursive: true });
      await writeFile(join(next, path), content);
    }
    const hadOne = await moved(target, previous);
    try {
      await rename(next, target);
    } catch (error) {
      isStranded = hadOne && !(await moved(previous, target).catch(() => false));
      throw isStranded
        ? new Error(`${target} could not be replaced; what it held is in ${previous}`, { cause: error })
        : error;
    }
  } finally {
    if (!isStranded) await rm(work, { recursive: true, force: true });
  }
}

async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}
