import { execFile } from "node:child_process";
import { realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Checks that git knows everything that a regeneration might replace.
 *
 * @param source a WSDL that somebody was sent may lie in the folder without being committed; its schemas beside it, too.
 * @throws {Error} naming the changes that are not committed.
 */
export async function checkClean(root: string, source: string): Promise<void> {
  // Told explicitly: a user may have set status.showUntrackedFiles to no.
  const status = ["status", "--porcelain", "-z", "--untracked-files=all"];
  const { stdout } = await run("git", status, { cwd: root }).catch((error: unknown) => {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw isMissing
      ? new Error("git is not installed, without which nobody knows whether anything would be lost")
      : error;
  });
  const belongs = await belongsTo(root, source);
  const changes = lines(stdout).filter((line) => !(line.startsWith("?? ") && belongs(line.slice(3))));
  if (changes.length > 0) {
    throw new Error(`there are changes that are not committed; commit or stash them first:\n${changes.join("\n")}`);
  }
  // The folder is replaced whole, and what git ignores in it could not be had back.
  const ignored = await run("git", [...status, "--ignored", "--", "generated"], { cwd: root });
  if (ignored.stdout !== "") {
    const names = lines(ignored.stdout).join("\n");
    throw new Error(`there are files in generated/ that git ignores; move them elsewhere first:\n${names}`);
  }
}

function lines(porcelain: string): readonly string[] {
  return porcelain.split("\0").filter((line) => line !== "");
}

async function belongsTo(root: string, source: string): Promise<(path: string) => boolean> {
  const file = /^https?:/i.test(source) ? undefined : await realpath(source).catch(() => undefined);
  if (file === undefined) return () => false;
  const top = await realpath(root);
  return (path) =>
    join(top, path) === file || (/\.(?:wsdl|xsd)$/i.test(path) && dirname(join(top, path)) === dirname(file));
}
