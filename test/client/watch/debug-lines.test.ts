import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "chai";
import { startEmulator } from "../../reference/service.js";
import { AUTH_CODE, SESSION } from "../guide-values.js";

/** A user's program, which starts when its standard input ends. */
const PROGRAM = `
import { RescueClient } from ${JSON.stringify(new URL("../../../src/index.js", import.meta.url).href)};
for await (const _ of process.stdin);
const client = new RescueClient({ endpoint: process.argv[1], credentials: { authCode: process.argv[2] } });
console.log((await client.closeSession(${SESSION})).literal);
await client.closeSession(20000001);
console.log("done");
`;

describe("lines for DEBUG", () => {
  it("that can no longer be printed cause no error in the program", async () => {
    await using emulator = await startEmulator();
    const args = ["--input-type=module", "--eval", PROGRAM, emulator.endpoint, AUTH_CODE];
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env.PATH, DEBUG: "rescue*" },
      stdio: ["pipe", "pipe", "pipe"],
    });
    let stdout = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    const ended = once(child, "close");
    const gone = once(child.stderr, "close");
    child.stderr.destroy();
    await gone;
    child.stdin.end();
    const [code] = await ended;
    expect([code, stdout]).to.deep.equal([0, "closeSessionRet_OK\ndone\n"]);
  });
});
