import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { expect } from "chai";
import { filesBelow } from "./files-below.js";

// CONTRIBUTING.md, "Where a test belongs": these rooms mirror those of src, the other folders are scenarios.
describe("where a test belongs", () => {
  let tests: readonly string[];
  let sources: ReadonlySet<string>;
  let readmes: readonly string[];

  before(async () => {
    const files = await filesBelow("test");
    tests = files.filter((path) => path.endsWith(".test.ts"));
    readmes = files.filter((path) => path.endsWith("README.md"));
    sources = new Set(await filesBelow("src"));
  });

  it("it has the name of its source file, or lies in a folder whose README.md says what belongs there", () => {
    const folders = new Set(readmes.map(dirname));
    const isNamed = (path: string) => sources.has(path.replace(/\.test\.ts$/, ".ts"));
    const strays = tests.filter((path) => !isNamed(path) && !folders.has(dirname(path)));
    expect(tests).to.include("house/test-names.test.ts");
    expect(strays).to.deep.equal([]);
  });

  it("such a README.md says so in one line, of a folder that has tests or what they use", async () => {
    const files = await filesBelow("test");
    for (const readme of readmes) {
      const text = await readFile(`test/${readme}`, "utf8");
      expect(text, readme).to.match(/^\S.{20,150}\.\n$/);
      const beside = files.filter((path) => path !== readme && path.startsWith(`${dirname(readme)}/`));
      expect(beside, readme).not.to.deep.equal([]);
    }
  });
});
