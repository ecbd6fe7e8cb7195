import { createReadStream } from "node:fs";
import { printable } from "../soap/text/printable.js";
import { UsageError } from "./usage-error.js";

/** The most that is read, in bytes. */
const LIMIT = 8 * 1024 * 1024;

/**
 * Reads the file that an option names, or standard input for `-`.
 *
 * @param option named in errors: `--from`.
 * @throws {UsageError} when it cannot be read, or is larger than 8 MiB.
 */
export async function readText(option: string, source: string): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of source === "-" ? process.stdin : createReadStream(source)) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > LIMIT) break;
    }
  } catch (error) {
    throw new UsageError(`${option}: cannot read ${sourceName(source)} (${(error as NodeJS.ErrnoException).code})`);
  }
  if (bytes > LIMIT) throw new UsageError(`${option}: ${sourceName(source)} is larger than ${LIMIT} bytes`);
  return Buffer.concat(pieces)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
}

/** The name of a source in errors. */
export function sourceName(source: string): string {
  return source === "-" ? "standard input" : printable(source);
}
