import { lstat, mkdir, readdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, posix } from "node:path";
import { isGenerated } from "../../src/codegen/header.js";
import { sha256 } from "../../src/wsdl/load/origin.js";
import { replaceFiles } from "../../src/wsdl/pull/replace-files.js";

/** Everything that a regeneration may write, below the project's folder. */
const WRITTEN = ["wsdl", "generated", "CHANGELOG.md", "package.json", "package-lock.json", "src/version.ts"] as const;

// How a copy is called: tools that look for every package.json would find that one too.
const copyOf = (path: string) => `${encodeURIComponent(path)}.saved`;
const savedAs = (name: string) => decodeURIComponent(name.slice(0, -".saved".length));

/** Contents by path with `/`, below the folder they were read in. */
type Files = ReadonlyMap<string, Uint8Array>;

// What replaceFiles and replaceFolder leave behind when the process is killed.
const UNFINISHED_FILE = /^\..+\.[0-9a-f]{12}\.tmp$/;
const UNFINISHED_FOLDER = /^\.generated-[\w-]+$/;
// Where else replaceFiles and replaceFolder write, besides the folders that are written whole.
const UNFINISHED_IN = [".", "src"] as const;

/**
 * Copies all that a regeneration may write into `folder`.
 * @throws {Error} for what could not be put back: a link, say.
 */
export async function saveFiles(root: string, folder: string): Promise<Files> {
  const files = await readWritten(root);
  await mkdir(folder);
  for (const [path, bytes] of files) await writeFile(join(folder, copyOf(path)), bytes);
  return files;
}

/** Makes all that a regeneration may write what `saveFiles` copied into `folder`. May be repeated after it was cut off. */
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

/** The paths that hold what neither is generated nor one of `known` (checksums): restoring would lose what somebody wrote. */
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
  const add = async (path: string): Promise<void> => {
    const kind = await lstat(join(root, path)).catch(() => undefined);
    if (kind?.isDirectory()) for (const name of await readdir(join(root, path))) await add(`${path}/${name}`);
    else if (kind?.isFile()) files.set(path, await readFile(join(root, path)));
    else if (kind) throw new Error(`${path} is not a regular file and could not be put back; move it elsewhere`);
  };
  for (const name of WRITTEN) await add(name);
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
