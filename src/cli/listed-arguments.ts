import { readText, sourceName } from "./read-text.js";
import { UsageError } from "./usage-error.js";

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
  const listed = from === undefined ? [] : linesOf(await readText("--from", from));
  const all = [...given, ...listed];
  if (all.length > 0) return all;
  const where = from === undefined ? "" : ` in ${sourceName(from)}`;
  throw new UsageError(`no ${what}${where}: name at least one, or list them with --from FILE (- for standard input)`);
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
