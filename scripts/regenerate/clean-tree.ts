import { realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { git } from "./git.js";

/**
 * Checks that everything that a regeneration might replace is committed.
 *
 * @param source a WSDL file, which may be in the folder without being committed, like the schemas next to it.
 * @throws {Error} naming the changes that are not committed.
 */
export async function checkClean(root: string, source: string): Promise<void> {
  // Explicit, as a user may have set status.showUntrackedFiles to no.
  const status = ["status", "--porcelain", "-z", "--untracked-files=all"];
  const belongs = await belongsTo(root, source);
  const changes = lines(await git(root, ...status)).filter(
    (line) => !(line.startsWith("?? ") && belongs(line.slice(3))),
  );
  if (changes.length > 0) {
    throw new Error(`there are uncommitted changes; commit or stash them first:\n${changes.join("\n")}`);
  }
  // All content of the folder is replaced, and git cannot restore ignored files.
  const ignored = lines(await git(root, ...status, "--ignored", "--", "generated"));
  if (ignored.length > 0) {
    throw new Error(
      `there are files in generated/ that git ignores; move them elsewhere first:\n${ignored.join("\n")}`,
    );
  }
}

function lines(porcelain: string): readonly string[] {
  return porcelain.split("\0").filter((line) => line !== "");
}

async function belongsTo(root: string, source: string): Promise<(path: string) => boolean> {
  const file = /^https?:/i.test(source) ? undefined : await realpath(source).catch(() => undefined);
  if (file === undefined) return () => false;
  const top = await realpath(root);
  const isBeside = (path: string) => /\.(?:wsdl|xsd)$/i.test(path) && dirname(join(top, path)) === dirname(file);
  return (path) => !path.startsWith("generated/") && (join(top, path) === file || isBeside(path));
}
