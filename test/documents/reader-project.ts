import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The folder of somebody who follows the documents: the package is installed in it, and what its examples use. */
export interface ReaderProject extends AsyncDisposable {
  readonly folder: string;
}

const INSTALLED = [
  "@opentelemetry/api",
  "chai",
  "ioredis",
  "mocha",
  "soap",
  "@types/chai",
  "@types/mocha",
  "@types/node",
];

/** `lib/` is built already: `npm run pretest`. */
export async function readerProject(files: Readonly<Record<string, string>> = {}): Promise<ReaderProject> {
  const folder = await mkdtemp(join(tmpdir(), "rescue-reader-"));
  const modules = join(folder, "node_modules");
  for (const name of ["@types", "@opentelemetry", ".bin"]) await mkdir(join(modules, name), { recursive: true });
  await symlink(resolve("."), join(modules, "rescue-soap-client"), "junction");
  for (const name of INSTALLED) await symlink(resolve("node_modules", name), join(modules, name), "junction");
  await symlink(resolve("lib/cli.cjs"), join(modules, ".bin/rescue"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
