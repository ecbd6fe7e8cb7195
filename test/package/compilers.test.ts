import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect } from "chai";
import { expectClosed } from "./expect-closed.js";
import { type Consumer, installPackage, run } from "./install-package.js";

/** The compilers by the folder that each is installed in. */
const COMPILERS = { "typescript-5.4": "5.4", "typescript-5.9": "5.9", typescript: "7" } as const;
const KINDS = { cjs: "commonjs", esm: "module" } as const;

interface Settings {
  readonly module: string;
  readonly moduleResolution: string;
  /** The kinds of module that one compilation emits, each from a folder of its own. */
  readonly emits: readonly (keyof typeof KINDS)[];
}

function settingsOf(compiler: keyof typeof COMPILERS): readonly Settings[] {
  // Version 7 no longer has node10.
  const commonjs = compiler === "typescript" ? "bundler" : "node10";
  return [
    { module: "commonjs", moduleResolution: commonjs, emits: ["cjs"] },
    { module: "node16", moduleResolution: "node16", emits: ["cjs", "esm"] },
    { module: "nodenext", moduleResolution: "nodenext", emits: ["cjs", "esm"] },
    { module: "esnext", moduleResolution: "bundler", emits: ["esm"] },
  ];
}

describe("the packed package in TypeScript, strict, library types checked", function () {
  this.timeout(180_000);
  this.slow(30_000);
  let consumer: Consumer;

  before(async () => {
    consumer = await installPackage();
    for (const [kind, type] of Object.entries(KINDS)) {
      const folder = join(consumer.folder, kind);
      await mkdir(folder);
      await writeFile(join(folder, "package.json"), JSON.stringify({ type }));
      await copyFile("test/consumer/typed.ts", join(folder, "typed.ts"));
    }
  });

  after(() => consumer[Symbol.asyncDispose]());

  for (const compiler of Object.keys(COMPILERS) as (keyof typeof COMPILERS)[]) {
    for (const { emits, ...modules } of settingsOf(compiler)) {
      it(`${COMPILERS[compiler]}: module ${modules.module}, resolution ${modules.moduleResolution}`, async () => {
        const { folder } = consumer;
        for (const kind of Object.keys(KINDS)) await rm(join(folder, kind, "typed.js"), { force: true });
        const compilerOptions = {
          ...modules,
          target: "es2022",
          // Without the types of browsers; the compiler's own are not checked.
          lib: ["es2022"],
          skipDefaultLibCheck: true,
          strict: true,
          exactOptionalPropertyTypes: true,
          noEmitOnError: true,
          types: ["node"],
        };
        const files = emits.map((kind) => `${kind}/typed.ts`);
        await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
        await run(process.execPath, [resolve("node_modules", compiler, "bin/tsc"), "-p", folder], folder);
        for (const kind of emits) {
          const { closed, refused, typed, ...told } = JSON.parse(
            await run(process.execPath, [`${kind}/typed.js`], folder),
          );
          expectClosed(closed);
          expect(refused).to.include({ outcome: "answered" });
          expect(refused.code).to.be.oneOf(["InvalidParam_Session", "ActionFailed", "Error"]);
          expect(refused.literal).to.contain(refused.code);
          expect(told.unset).to.contain("credentials.password is undefined");
          expect(told.afterwards).to.equal("CLIENT_CLOSED");
          expect(typed).to.deep.equal(["function", "function"]);
        }
      });
    }
  }
});
