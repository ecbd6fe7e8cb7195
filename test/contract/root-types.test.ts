import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect } from "chai";
import { run } from "../codegen/compile.js";

const SAME = "type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;";

// The names come from the generated file, for whatever WSDL is packaged.
describe("the types that the root exports", function () {
  this.timeout(60_000);
  let names: readonly string[];
  let folder: string;
  before(async () => {
    const types = await readFile("generated/types.ts", "utf8");
    const own = await readFile("src/index.ts", "utf8");
    const declared = [...types.matchAll(/^export (?:interface|type) ([\p{ID_Continue}]+)/gmu)].map(
      ([, name]) => `${name}`,
    );
    // The package's own exports take precedence over types of the same name.
    names = ["OperationTypes", ...declared.filter((name) => !new RegExp(`\\b${name}\\b`).test(own))];
    await mkdir(".build", { recursive: true });
    folder = await mkdtemp(resolve(".build", "root-types-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** Compiles a program that imports the package by its name, like a user's. */
  async function compile(program: string): Promise<string> {
    const config = {
      extends: "../../tsconfig.json",
      compilerOptions: { noEmit: true, types: ["node"] },
      include: ["*"],
    };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ ...config, exclude: [] }));
    await writeFile(join(folder, "program.ts"), program);
    return run(["node_modules/typescript/bin/tsc", "-p", folder]);
  }

  it("are those of the packaged WSDL, under their names", async () => {
    expect(names.length).to.be.above(1);
    const program = [
      `import type { ${names.join(", ")} } from "rescue-soap-client";`,
      'import type * as Generated from "../../generated/index.js";',
      SAME,
      ...names.map((name, index) => `export const same${index}: Same<${name}, Generated.${name}> = true;`),
    ];
    expect(await compile(program.join("\n"))).to.equal("");
  });

  it("are no others", async () => {
    const refused = await compile('export type { NoSuchType } from "rescue-soap-client";').catch(
      (error: Error) => error.message,
    );
    expect(refused).to.match(/program\.ts\(1,\d+\): error TS\d+: .*NoSuchType/);
  });
});
