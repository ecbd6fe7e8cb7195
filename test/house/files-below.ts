import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** The files below `folder`, by their path from it with `/` between, in order. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  const path = (file: (typeof files)[number]) => join(file.parentPath, file.name).slice(join(folder, "/").length);
  return files.map((file) => path(file).replaceAll("\\", "/")).sort();
}
