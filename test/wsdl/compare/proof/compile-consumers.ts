import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { renderFiles } from "../../../../src/codegen/render-files.js";
import { run } from "../../../codegen/compile.js";
import { CONSUMERS } from "./consumers.js";

/** The compiler's result for one WSDL's types. */
export interface Compilation {
  /** The consumers that do not compile, sorted. */
  readonly stops: readonly string[];
  /** True where the types of all operations are identical to the old ones. */
  readonly isSame: boolean;
}

// Two types are identical when conditional types on them are (the compiler's own identity relation).
const SAME = `import type { OperationTypes as Now } from "./generated/index.js";
import type { OperationTypes as Old } from "../old/generated/index.js";
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export const same: Same<Old, Now> = true;
`;

/**
 * Generates the types of every WSDL and compiles the consumers against each: all in one run of the project's compiler,
 * under the project's settings.
 *
 * @param old the WSDL that the consumers were written for.
 * @param wsdls the others, by a name that is valid for a folder.
 * @throws Error when anything but a consumer does not compile, or any consumer of the old WSDL.
 */
export async function compileConsumers(
  old: string,
  wsdls: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Compilation>> {
  await mkdir(".build", { recursive: true });
  const folder = await mkdtemp(resolve(".build", "proof-"));
  try {
    for (const [name, wsdl] of [["old", old] as const, ...wsdls]) await writeProject(join(folder, name), wsdl);
    const compilerOptions = { noEmit: true, rootDir: "../..", types: ["node"] };
    const config = { extends: "../../tsconfig.json", compilerOptions, include: ["*/**/*.ts"], exclude: [] };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
    const refused = await refusedFiles(folder);
    const resultOf = (name: string): Compilation => ({
      stops: Object.keys(CONSUMERS)
        .filter((consumer) => refused.delete(`${name}/${consumer}.ts`))
        .sort(),
      isSame: !refused.delete(`${name}/same.ts`),
    });
    const unchanged = resultOf("old");
    const results = new Map([...wsdls.keys()].map((name) => [name, resultOf(name)]));
    if (refused.size > 0 || unchanged.stops.length > 0 || !unchanged.isSame) {
      throw new Error(`refused besides: ${[...refused, ...unchanged.stops].join(" ")}`);
    }
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeProject(folder: string, wsdlText: string): Promise<void> {
  const contractModule = relative(join(folder, "generated"), resolve("src/soap/contract/contract.js"));
  const generated = await renderFiles({ wsdlText, fileName: "API.wsdl" }, { contractModule });
  const files = new Map([...generated].map(([path, text]) => [`generated/${path}`, text]));
  for (const [name, { source }] of Object.entries(CONSUMERS)) files.set(`${name}.ts`, source);
  files.set("same.ts", SAME);
  const folders = new Set([...files.keys()].map((path) => dirname(join(folder, path))));
  for (const path of folders) await mkdir(path, { recursive: true });
  await Promise.all([...files].map(([path, text]) => writeFile(join(folder, path), text)));
}

/** The files in a folder with errors, by their relative paths. */
async function refusedFiles(folder: string): Promise<Set<string>> {
  const words = await run(["node_modules/typescript/bin/tsc", "-p", folder, "--pretty", "false"]).catch(
    (error: Error) => String(error.message),
  );
  const files = [...words.matchAll(/^(\S.*?)\(\d+,\d+\): error /gm)].map(([, path = ""]) => path);
  if (files.length === 0 && words.trim() !== "") throw new Error(words);
  return new Set(files.map((path) => relative(folder, resolve(path)).replaceAll("\\", "/")));
}
