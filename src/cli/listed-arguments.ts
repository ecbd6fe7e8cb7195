import { createReadStream } from "node:fs";
import { printable } from "../soap/text/printable.js";
import { UsageError } from "./usage-error.js";

/** The largest list that is read, in bytes: some 700,000 session ids. */
const LIST_LIMIT = 8 * 1024 * 1024;

/**
 * The arguments of a command, followed by those that `--from` lists: one a line, blank lines ignored.
 *
 * @param from a file, or `-` for standard input.
 * @param what names the arguments in the error: "session id".
 * @throws {UsageError} when there is no argument at all, or the list cannot be read.
 */
export async function withListed(
  given: readonly string[],
  from: string | undefined,
  what: string,
): Promise<readonly string[]> {
  const listed = from === undefined ? [] : linesOf(await readList(from));
  const all = [...given, ...listed];
  if (all.length > 0) return all;
  const where = from === undefined ? "" : ` in ${listName(from)}`;
  throw new UsageError(`no ${what}${where}: name at least one, or list them with --from FILE (- for standard input)`);
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

async function readList(from: string): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of from === "-" ? process.stdin : createReadStream(from)) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > LIST_LIMIT) break;
    }
  } catch (error) {
    throw new UsageError(`--from: cannot read ${listName(from)} (${(error as NodeJS.ErrnoException).code})`);
  }
  if (bytes > LIST_LIMIT) throw new UsageError(`--from: ${listName(from)} is larger than ${LIST_LIMIT} bytes`);
  return Buffer.concat(pieces)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
}

function listName(from: string): string {
  return from === "-" ? "standard input" : printable(from);
}
