import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { type Ended, RunningCommand } from "./running-command.js";

interface Report {
  readonly tests: readonly { readonly file: string }[];
}

/** A test file whose result does not depend on the others. */
const ONE = "test/errors/nearest-name.test.ts";

function npmTest(...args: readonly string[]): Promise<Ended> {
  const command = ["scripts/run-tests.mjs", "--dry-run", "-R", "json", ...args];
  return new RunningCommand(process.execPath, command, ".", process.env).ended;
}

/** The source files whose tests `npm test` selects. */
async function selected(...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await npmTest(...args);
  const { tests } = JSON.parse(stdout) as Report;
  const compiled = tests.map(({ file }) => file.replaceAll("\\", "/").replace(/^.*\/dist\//, ""));
  return [...new Set(compiled.map((path) => path.replace(/\.js$/, ".ts")))].sort();
}

describe("npm test --", function () {
  this.timeout(60_000);

  it("runs one file, by its source path or its compiled one", async () => {
    expect(await selected(ONE)).to.deep.equal([ONE]);
    expect(await selected("dist/test/errors/nearest-name.test.js")).to.deep.equal([ONE]);
  });

  it("runs files and folders side by side", async () => {
    expect(await selected("test/errors", "test/version.test.ts")).to.deep.equal([
      ONE,
      "test/errors/rescue-error.test.ts",
      "test/errors/result-codes.test.ts",
      "test/errors/result-error.test.ts",
      "test/version.test.ts",
    ]);
  });

  it("leaves mocha's options to mocha, also one whose value looks like a test", async () => {
    expect(await selected("test/errors", "--grep", "two copies of the package")).to.deep.equal([
      "test/errors/rescue-error.test.ts",
    ]);
    const { code } = await npmTest(ONE, "--grep", "test/errors");
    expect(code).to.equal(1);
  });

  it("names a test that does not exist", async () => {
    const { code, stderr } = await npmTest("test/errors/no-such.test.ts");
    expect([code, stderr]).to.deep.equal([2, "There is no such test: test/errors/no-such.test.ts\n"]);
  });
});

describe("what was compiled", () => {
  it("has its run bit where it is a command, so that npx can run it", async () => {
    const { bin } = JSON.parse(await readFile("package.json", "utf8")) as { bin: Readonly<Record<string, string>> };
    // Windows has no such bit.
    const wanted = process.platform === "win32" ? 0 : 0o111;
    for (const path of Object.values(bin)) expect(statSync(path).mode & wanted, path).to.equal(wanted);
  });
});
