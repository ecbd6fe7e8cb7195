import { readFile } from "node:fs/promises";
import type { EmulatorSeed } from "../emulator/index.js";
import { UsageError } from "./usage-error.js";

/**
 * Reads the seed in a file; only that it is JSON is checked here.
 * @throws {UsageError} naming the file, if it cannot be read or is not JSON.
 */
export async function readSeed(file: string): Promise<EmulatorSeed> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--seed: cannot read ${file} (${error.code})`);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as EmulatorSeed;
  } catch {
    // The parser's message would quote the file, including passwords.
    throw new UsageError(`--seed: ${file} is not JSON; rescue emulator --print-seed prints one to start from`);
  }
}
