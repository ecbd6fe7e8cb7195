import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { startEmulator } from "../../src/emulator/index.js";
import { type CodeBlock, codeBlocks } from "./code-blocks.js";
import { readerProject } from "./reader-project.js";

const run = promisify(execFile);

describe("the programs in README.md and docs/", function () {
  this.timeout(60_000);
  let blocks: readonly CodeBlock[];
  before(async () => {
    blocks = await codeBlocks("js");
  });

  it("run as printed, and print what the document says", async () => {
    expect(blocks.map(({ document }) => document)).to.include.members(["README.md", "docs/emulator.md"]);
    await using emulator = await startEmulator({ limits: false });
    const env = {
      PATH: process.env.PATH,
      RESCUE_ENDPOINT: emulator.endpoint,
      RESCUE_EMAIL: "some@email.com",
      RESCUE_PASSWORD: "secretPassword",
    };
    for (const { place, text, prints } of blocks) {
      emulator.reset();
      const name = text.includes("require(") ? "program.cjs" : "program.mjs";
      await using project = await readerProject({ [name]: text });
      const ended = await run(process.execPath, [join(project.folder, name)], { env }).catch((error) => error);
      expect(ended.code, `${place}: ${ended.stderr}`).to.equal(undefined);
      expect(ended.stderr, place).to.equal("");
      if (prints !== undefined) expect(ended.stdout, place).to.equal(prints);
    }
  });
});
