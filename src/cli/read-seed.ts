import { readFile } from "node:fs/promises";
import type { EmulatorSeed } from "../emulator/index.js";
import { UsageError } from "./usage-error.js";

/**
 * The seed in a file, not checked yet but for being JSON.
 * @throws {UsageError} naming the file, for one that cannot be read or is no JSON.
 */
export async function readSeed(file: string): Promise<EmulatorSeed> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--seed: cannot read ${file} (${error.code})`);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as EmulatorSeed;
  } catch {
    // The parser's message would quote what stands in the file, passwords too.
    throw new UsageError(`--seed: ${file} is not JSON; rescue emulator --print-seed prints one to begin with`);
  }
}
