import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "chai";
import type { RunFile } from "../../scripts/walk/measure-walk.js";

const run = promisify(execFile);

/** What a warm call may take: raise it only for what a reader of the call is glad to find there. */
const BOUND = { functions: 66, files: 21 };

describe("the way of a call through our code", () => {
  let files: readonly RunFile[];
  const callsOf = (path: string, name: string) =>
    files.find((file) => file.path === path)?.functions.find((one) => one.name === name)?.calls;

  // In a process of its own, as V8 counts only what is loaded after it has begun to count.
  before(async () => {
    const { stdout } = await run(process.execPath, ["dist/scripts/walk.js", "--json"]);
    files = JSON.parse(stdout) as readonly RunFile[];
  });

  it(`takes a warm closeSession through ${BOUND.functions} functions in ${BOUND.files} files at most`, () => {
    const functions = files.reduce((sum, file) => sum + file.functions.length, 0);
    expect(functions).to.be.within(1, BOUND.functions);
    expect(files.length).to.be.within(1, BOUND.files);
  });

  it("is one that V8 has counted from the client's function to the reply's decoder", () => {
    expect(callsOf("src/client/rescue-client.ts", "closeSession")).to.be.above(0);
    expect(callsOf("src/soap/node-soap/soap-port.ts", "invoke")).to.be.above(0);
    expect(callsOf("src/soap/message/decode-reply.ts", "decodeReply")).to.equal(1);
  });

  it("notes no exchange where nobody listens to it", () => {
    expect(files.map(({ path }) => path)).not.to.include("src/soap/watch/exchange-record.ts");
  });
});
