import { lstat, mkdir, readdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, posix } from "node:path";
import { isGenerated } from "../../src/codegen/header.js";
import { walkFolder } from "../../src/codegen/walk-folder.js";
import { sha256 } from "../../src/wsdl/load/origin.js";
import { replaceFiles } from "../../src/wsdl/pull/replace-files.js";

/** Everything that a regeneration may write, in the project's folder. */
const WRITTEN = ["wsdl", "generated", "CHANGELOG.md", "package.json", "package-lock.json", "src/version.ts"] as const;

// The name of a copy: tools that search for every package.json would find it otherwise.
const copyOf = (path: string) => `${encodeURIComponent(path)}.saved`;
const savedAs = (name: string) => decodeURIComponent(name.slice(0, -".saved".length));

/** Contents by path (with `/`), relative to the folder in which they were read. */
type Files = ReadonlyMap<string, Uint8Array>;

// What replaceFiles and replaceFolder leave when the process is killed.
const UNFINISHED_FILE = /^\..+\.[0-9a-f]{12}\.tmp$/;
const UNFINISHED_FOLDER = /^\.generated-[\w-]+$/;
// Where replaceFiles and replaceFolder write, in addition to the folders that are replaced.
const UNFINISHED_IN = [".", "src"] as const;

/**
 * Copies everything that a regeneration may write into `folder`.
 * @throws {Error} for something that could not be restored, such as a link.
 */
export async function saveFiles(root: string, folder: string): Promise<Files> {
  const files = await readWritten(root);
  await mkdir(folder);
  for (const [path, bytes] of files) await writeFile(join(folder, copyOf(path)), bytes);
  return files;
}

/** Restores everything that a regeneration may write from the copies that `saveFiles` made. May be repeated after an interruption. */
export async function restoreFiles(folder: string, root: string): Promise<void> {
  for (const path of await unfinished(root)) await rm(join(root, path), { recursive: true, force: true });
  const [saved, found] = [await readSaved(folder), await readWritten(root)];
  for (const [path, bytes] of saved) {
    const now = found.get(path);
    if (now === undefined || Buffer.compare(now, bytes) !== 0) {
      await replaceFiles(dirname(join(root, path)), [[basename(path), bytes]]);
    }
  }
  for (const path of found.keys()) {
    if (saved.has(path)) continue;
    await rm(join(root, path));
    await removeEmpty(root, dirname(path));
  }
}

/** The files that are neither generated nor one of `known` (checksums): restoring would lose changes made since. */
export async function unknownFiles(root: string, known: ReadonlySet<string>): Promise<readonly string[]> {
  const leftovers = new Set(await unfinished(root));
  const isKnown = (path: string, bytes: Uint8Array) =>
    leftovers.has(path) ||
    known.has(sha256(bytes)) ||
    (path.startsWith("generated/") && isGenerated(Buffer.from(bytes).toString("utf8")));
  return [...(await readWritten(root))].flatMap(([path, bytes]) => (isKnown(path, bytes) ? [] : [path]));
}

async function readSaved(folder: string): Promise<Files> {
  const names = await readdir(folder);
  const read = async (name: string) => [savedAs(name), await readFile(join(folder, name))] as const;
  return new Map(await Promise.all(names.map(read)));
}

async function readWritten(root: string): Promise<Files> {
  const files = new Map<string, Uint8Array>();
  const add = async (path: string, isPlainFile: boolean): Promise<void> => {
    if (!isPlainFile) throw new Error(`${path} is not a plain file and could not be restored; move it elsewhere`);
    files.set(path, await readFile(join(root, path)));
  };
  for (const name of WRITTEN) {
    const kind = await lstat(join(root, name)).catch(() => undefined);
    if (kind && !kind.isDirectory()) await add(name, kind.isFile());
    else if (kind) {
      for await (const { path, isPlainFile } of walkFolder(join(root, name))) await add(`${name}/${path}`, isPlainFile);
    }
  }
  return files;
}

async function unfinished(root: string): Promise<readonly string[]> {
  const found = [...(await readWritten(root)).keys()].filter((path) => UNFINISHED_FILE.test(basename(path)));
  for (const folder of UNFINISHED_IN) {
    for (const name of await readdir(join(root, folder))) {
      if (UNFINISHED_FILE.test(name)) found.push(posix.join(folder, name));
      else if (folder === "." && UNFINISHED_FOLDER.test(name)) found.push(name);
    }
  }
  return found;
}

async function removeEmpty(root: string, folder: string): Promise<void> {
  if (folder === "." || (await readdir(join(root, folder))).length > 0) return;
  await rmdir(join(root, folder));
  await removeEmpty(root, dirname(folder));
}
