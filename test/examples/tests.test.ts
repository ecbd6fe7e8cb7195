import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "chai";

describe("examples/tests", () => {
  it("passes", async () => {
    // A test runner in a test runner reports to its parent unless the variable is gone.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const args = ["--test", "--test-reporter=tap", "examples/tests/escalation.test.mjs"];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    expect(stdout).to.match(/^# pass 5$/m);
    expect(stdout).to.match(/^# fail 0$/m);
  }).timeout(60_000);
});
