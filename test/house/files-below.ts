import { walkFolder } from "../../src/codegen/walk-folder.js";

/** The files below `folder`, by their path from it with `/` between, in order. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const { path } of walkFolder(folder)) files.push(path);
  return files.sort();
}
