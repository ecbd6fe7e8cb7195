import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { codeBlocks } from "./code-blocks.js";
import { readerProject } from "./reader-project.js";

const run = promisify(execFile);
const tool = (path: string) => resolve("node_modules", path);

const SETTINGS = {
  compilerOptions: {
    module: "nodenext",
    target: "es2022",
    lib: ["esnext"],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    // The stubs that are generated need it, as docs/wsdl.md says.
    skipLibCheck: true,
    types: ["node"],
  },
};

describe("the TypeScript in README.md and docs/", function () {
  this.timeout(120_000);

  it("compiles as printed, and its tests pass", async () => {
    const blocks = await codeBlocks("ts");
    expect(blocks.map(({ document }) => document)).to.include.members([
      "docs/test-your-code.md",
      "docs/getting-started.md",
      "docs/wsdl.md",
    ]);
    const names = new Map(blocks.map((block) => [block.place.replace(/\W+/g, "-"), block]));
    await using project = await readerProject({
      "package.json": JSON.stringify({ type: "module" }),
      "tsconfig.json": JSON.stringify({ ...SETTINGS, files: [...names.keys()].map((name) => `${name}.ts`) }),
      ...Object.fromEntries([...names].map(([name, { text }]) => [`${name}.ts`, text])),
    });
    const { folder } = project;
    const generate = [resolve("lib/cli.cjs"), "generate", "--wsdl", "packaged", "--out", "rescue"];
    await run(process.execPath, generate, { cwd: folder });
    const compiled = await run(process.execPath, [tool("typescript/bin/tsc"), "-p", "."], { cwd: folder }).catch(
      (e) => e,
    );
    expect(compiled.stdout).to.equal("");

    const [specification] = [...names].filter(([, { text }]) => text.includes("describe(")).map(([name]) => name);
    const emit = ["-p", ".", "--noEmit", "false", "--outDir", "compiled"];
    await run(process.execPath, [tool("typescript/bin/tsc"), ...emit], { cwd: folder });
    const test = [
      tool("mocha/bin/mocha.js"),
      "--no-config",
      "--reporter",
      "dot",
      join("compiled", `${specification}.js`),
    ];
    const { stdout } = await run(process.execPath, test, { cwd: folder });
    expect(stdout)
      .to.match(/2 passing/)
      .and.not.to.match(/failing/);
  });
});
