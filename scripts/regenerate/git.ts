import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What a git command prints. @throws {Error} when it fails, and when there is no git. */
export async function git(root: string, ...args: readonly string[]): Promise<string> {
  try {
    return (await run("git", args, { cwd: root })).stdout;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    throw new Error("git is not installed; without it there is no telling whether anything would be lost");
  }
}
