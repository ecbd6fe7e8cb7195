import type { BigIntStats } from "node:fs";
import { lstat, realpath, stat } from "node:fs/promises";
import { homedir, userInfo } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { type FileTest, foreignFileIn, isGeneratedFile } from "./foreign-file.js";
import { isMissing } from "./is-missing.js";

/**
 * The absolute path of a folder, with the symbolic links above it resolved: the single path to check and to write to.
 *
 * @throws {InvalidArgumentError} for an empty string, which would otherwise be the working directory.
 */
export async function folderPath(folder: string): Promise<string> {
  if (folder === "")
    throw new InvalidArgumentError("folder", 'the folder is "": give its name (is a variable not set?)');
  const path = resolve(folder);
  return join(await realParent(dirname(path)), basename(path));
}

/**
 * The absolute path of a folder whose content may be replaced: it does not exist, is empty, or contains only files for
 * which `isOurs` is true (by default, those that this generator wrote).
 *
 * @throws {InvalidArgumentError} for an empty string, a root, the working directory, the home directory, a folder that
 *   contains one of these, a symbolic link, a file, and a folder that contains any other file.
 */
export async function replaceableFolder(folder: string, isOurs: FileTest = isGeneratedFile): Promise<string> {
  const path = await folderPath(folder);
  const refuse = (reason: string): never => {
    throw refusal(folder, reason);
  };
  if (dirname(path) === path) refuse("it is the root of a file system");
  const found = await statsOf(path, lstat);
  if (!found) return path;
  if (found.isSymbolicLink()) refuse("it is a symbolic link");
  if (!found.isDirectory()) refuse("it is a file");
  for (const [name, kept] of keptFolders()) {
    const distance = await distanceBelow(path, found, kept);
    if (distance !== undefined) refuse(distance === 0 ? `it is ${name}` : `${name} is inside it`);
  }
  await checkOurs(path, folder, isOurs);
  return path;
}

/**
 * @param path where the folder is.
 * @param folder its name in messages.
 * @throws {InvalidArgumentError} for a folder that holds a file that is not `isOurs`.
 */
export async function checkOurs(path: string, folder: string, isOurs: FileTest): Promise<void> {
  const foreign = await foreignFileIn(path, isOurs);
  if (foreign === undefined) return;
  const inside = join(folder, relative(path, foreign));
  throw refusal(folder, `${inside} was not generated`, ", or move that file elsewhere");
}

function refusal(folder: string, reason: string, wayOut = ""): InvalidArgumentError {
  const advice = `choose another folder${wayOut}`;
  return new InvalidArgumentError("folder", `all content of ${folder} would be replaced, but ${reason}; ${advice}`);
}

// Resolves the part of a path that exists.
async function realParent(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (dirname(path) === path || !isMissing(error)) throw error;
    return join(await realParent(dirname(path)), basename(path));
  }
}

function keptFolders(): readonly (readonly [name: string, path: string])[] {
  // HOME may differ from the home directory in the system's user table: both are protected.
  const homes = [homedir, () => userInfo().homedir].map(orNothing).filter((path) => path !== "");
  return [["the working directory", process.cwd()], ...homes.map((path) => ["the home directory", path] as const)];
}

// A user without an entry in that table has no home directory.
function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}

/** How many levels `kept` is below a folder: 0 for the folder itself, undefined when it is elsewhere. */
async function distanceBelow(folder: string, stats: BigIntStats, kept: string): Promise<number | undefined> {
  let path = await realParent(resolve(kept));
  for (let steps = 0; ; steps += 1) {
    // A folder may have several names: by letter case, a mount, a short name on Windows. Some file systems have no inodes.
    const other = await statsOf(path, stat);
    if (path === folder) return steps;
    if (other && other.ino !== 0n && other.ino === stats.ino && other.dev === stats.dev) return steps;
    if (dirname(path) === path) return undefined;
    path = dirname(path);
  }
}

async function statsOf(path: string, read: typeof lstat): Promise<BigIntStats | undefined> {
  try {
    return await read(path, { bigint: true });
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
