import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect } from "chai";

const run = promisify(execFile);

/** What whoever installs the package pays at most. A change that needs more changes this table, and says why. */
const BUDGETS = {
  packedBytes: 300_000,
  files: 60,
} as const;

/** What the root entry and the command need at run time; docs/dependencies.md says why each is there. */
const DEPENDENCIES = [
  "agent-base",
  "cli-progress",
  "commander",
  "csv-parse",
  "csv-stringify",
  "proxy-from-env",
  "read",
  "saxes",
  "soap",
  "tough-cookie",
  "valibot",
] as const;

interface Packed {
  readonly size: number;
  readonly entryCount: number;
}

describe("what the package costs", function () {
  this.timeout(60_000);
  let packed: Packed;

  before(async () => {
    // Without its scripts: prepare would build anew below the running tests.
    const args = ["pack", "--dry-run", "--json", "--ignore-scripts"];
    const { stdout } = await run("npm", args, { maxBuffer: 64 * 1024 * 1024, shell: process.platform === "win32" });
    const [first] = JSON.parse(stdout) as readonly Packed[];
    if (!first) throw new Error("npm pack named no package");
    packed = first;
  });

  it(`is ${BUDGETS.packedBytes} bytes packed at most`, () => {
    expect(packed.size).to.be.within(1, BUDGETS.packedBytes);
  });

  it(`is ${BUDGETS.files} files at most`, () => {
    expect(packed.entryCount).to.be.within(1, BUDGETS.files);
  });

  it("is no dependency more than are listed here", async () => {
    const { dependencies } = JSON.parse(await readFile("package.json", "utf8")) as { dependencies: object };
    expect(Object.keys(dependencies).sort()).to.deep.equal(DEPENDENCIES);
  });
});
