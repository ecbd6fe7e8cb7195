import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

/** What generated files import of this package. */
const OWN_FILES = ["src/soap/contract/contract.ts", "src/soap/node-soap/create-client.ts"] as const;

/**
 * Compiles generated files with the project's own compiler and settings, in a folder inside the project so that
 * `soap` resolves, and hands `use` the folder of the JavaScript. Rejects with the compiler's output when they do not
 * compile.
 */
export async function compile(
  files: ReadonlyMap<string, string>,
  use: (folder: string) => Promise<void> = async () => {},
): Promise<void> {
  await compileAll(new Map([["0", files]]), (folder) => use(join(folder, "0/generated")));
}

/** Compiles the generated files of several WSDLs at once, which is much faster; those of `name` are in `name/generated`. */
export async function compileAll(
  sets: ReadonlyMap<string, ReadonlyMap<string, string>>,
  use: (folder: string) => Promise<void> = async () => {},
): Promise<void> {
  await mkdir(".build", { recursive: true });
  const folder = await mkdtemp(resolve(".build", "compile-"));
  try {
    for (const [name, files] of sets) {
      for (const [path, text] of files) {
        const file = join(folder, name, "generated", path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
      for (const own of OWN_FILES) {
        await mkdir(dirname(join(folder, name, own)), { recursive: true });
        await copyFile(own, join(folder, name, own));
      }
    }
    const compilerOptions = { rootDir: ".", outDir: "js", types: ["node"], noUnusedLocals: true };
    const config = { extends: "../../tsconfig.json", compilerOptions, include: [...sets.keys()], exclude: [] };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
    await run(["node_modules/typescript/bin/tsc", "-p", folder]);
    await use(join(folder, "js"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a Node program; rejects with its output when the exit code is not 0. */
export async function run(args: readonly string[], cwd = "."): Promise<string> {
  const ended = await promisify(execFile)(process.execPath, args, { cwd }).catch((error: unknown) => {
    const printed = (name: "stdout" | "stderr") =>
      typeof error === "object" && error !== null && name in error ? String(Reflect.get(error, name)) : "";
    throw new Error(`${printed("stdout")}${printed("stderr")}`);
  });
  return ended.stdout;
}
