import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect } from "chai";
import { describeWith } from "../describe-with.js";
import { startEmulator } from "../reference/service.js";
import { printedByLast } from "./programs.js";
import { PUBLIC_SAMPLES, type PublicSample } from "./public-samples.js";

const FOLDER = "test/interop/samples";

function row({ source, address, does, file, language, wants, prints, remark }: PublicSample): string {
  const passes = prints.join() === wants.join() ? "yes" : "no";
  return `| [${source}](${address}) | ${does} | \`${file}\` | ${language.name} | ${passes} | ${remark} |\n`;
}

describe("the table of public samples", () => {
  it("is that of docs/coming-from.md, and has each program", async () => {
    expect(await readFile("docs/coming-from.md", "utf8")).to.include(PUBLIC_SAMPLES.map(row).join(""));
    expect(PUBLIC_SAMPLES.map(({ file }) => file).sort()).to.deep.equal((await readdir(FOLDER)).sort());
  });
});

for (const { file, language, prints, does } of PUBLIC_SAMPLES) {
  describeWith(language.interpreter, file, language.lacking, (interpreter) => {
    it(`prints what the table is made of: ${does}`, async () => {
      await using emulator = await startEmulator();
      const printed = await printedByLast(language.commands(interpreter, resolve(FOLDER, file), emulator));
      expect(printed.trimEnd().split("\n")).to.deep.equal(prints);
    }).timeout(120_000);
  });
}
