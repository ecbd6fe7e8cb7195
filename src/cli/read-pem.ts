import { readFile } from "node:fs/promises";
import { UsageError } from "./usage-error.js";

/**
 * Reads the PEM file that an option names.
 * @throws {UsageError} naming the option, when the file cannot be read.
 */
export async function readPem(option: string, file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${option}: cannot read ${file} (${error.code})`);
  });
}
