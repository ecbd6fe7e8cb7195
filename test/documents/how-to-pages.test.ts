import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect } from "chai";
import { run } from "../codegen/compile.js";

// Pages whose parts build on each other: `typescript`, where a block that stands alone is `ts`. What the pages assume. The programs import the package by its name, as a reader's does.
const PRELUDE = `
import { startEmulator } from "rescue-soap-client/emulator";
const emulator = await startEmulator();
const { endpoint } = emulator;
const [email, password] = ["some@email.com", "secretPassword"];
`;
const END = "await emulator.close();\n";

for (const page of ["docs/sessions.md", "docs/desk.md"]) {
  describe(page, function () {
    this.timeout(60_000);
    let folder: string;
    before(async () => {
      await mkdir(".build", { recursive: true });
      folder = await mkdtemp(resolve(".build", "page-"));
    });
    after(() => rm(folder, { recursive: true, force: true }));

    it("compiles, runs, and prints what it says", async () => {
      const text = await readFile(page, "utf8");
      const blocks = (language: string) =>
        Array.from(text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms")), ([, block = ""]) => block);
      const parts = blocks("typescript");
      expect(parts).to.have.length.above(2);
      const config = {
        extends: "../../tsconfig.json",
        compilerOptions: { rootDir: ".", outDir: "." },
        include: ["*.ts"],
      };
      await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ ...config, exclude: [] }));
      await writeFile(join(folder, "page.ts"), [PRELUDE, ...parts, END].join(""));
      expect(await run(["node_modules/typescript/bin/tsc", "-p", folder])).to.equal("");
      expect(await run([join(folder, "page.js")])).to.equal(blocks("text").join(""));
    });
  });
}
