import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { isMissing } from "../../src/codegen/is-missing.js";

const run = promisify(execFile);

/** The output of a git command. @throws {Error} when it fails, and when git is not installed. */
export async function git(root: string, ...args: readonly string[]): Promise<string> {
  try {
    return (await run("git", args, { cwd: root })).stdout;
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new Error("git is not installed; without it, uncommitted changes cannot be detected");
  }
}
