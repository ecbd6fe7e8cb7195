import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * Writes files to one folder so that each appears complete or not at all: all are written and synced under temporary
 * names first, then renamed in the given order. When anything fails before the renames, nothing has changed.
 */
export async function replaceFiles(
  folder: string,
  files: readonly (readonly [name: string, content: Uint8Array | string])[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const mark = randomBytes(6).toString("hex");
  const temporary = (name: string) => join(folder, `.${name}.${mark}.tmp`);
  try {
    for (const [name, content] of files) await writeSynced(temporary(name), content);
    for (const [name] of files) await rename(temporary(name), join(folder, name));
  } finally {
    for (const [name] of files) await rm(temporary(name), { force: true });
  }
}

async function writeSynced(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
