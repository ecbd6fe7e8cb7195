import { expect } from "chai";
import { RescueClient } from "../../src/index.js";
import { AUTH_CODE, SESSION } from "../client/guide-values.js";
import { type Running, rescue, start } from "./rescue-command.js";

describe("rescue emulator", () => {
  let running: Running | undefined;
  afterEach(() => {
    running?.child.kill("SIGKILL");
    running = undefined;
  });

  it("--json prints a ready line, serves, and ends well on SIGTERM", async () => {
    running = start(["emulator", "--json"]);
    const line = JSON.parse(await running.firstLine);
    expect(line).to.deep.equal({ ready: true, endpoint: line.endpoint });
    expect(line.endpoint).to.match(/^http:\/\/127\.0\.0\.1:\d+\/API\/API\.asmx$/);

    const client = new RescueClient({ credentials: { authCode: AUTH_CODE }, endpoint: line.endpoint });
    expect(await client.closeSession(SESSION)).to.include({ code: "OK" });

    running.child.kill("SIGTERM");
    expect(await running.ended).to.include({ code: 0, stderr: "" });
  });

  it("says where it listens, and ends well on SIGINT", async () => {
    running = start(["emulator"]);
    expect(await running.firstLine).to.match(/^Listening on http:\/\/127\.0\.0\.1:\d+\/API\/API\.asmx$/);
    running.child.kill("SIGINT");
    expect(await running.ended).to.include({ code: 0, stderr: "" });
  });

  for (const port of ["65536", "-1", "http", "1.5"]) {
    it(`refuses --port ${port}`, async () => {
      const { code, stderr } = await rescue(["emulator", `--port=${port}`]);
      expect(code).to.equal(2);
      expect(stderr).to.match(/from 0 to 65535/);
    });
  }

  it("says so when the port is taken, without a stack", async () => {
    running = start(["emulator", "--json"]);
    const { port } = new URL(JSON.parse(await running.firstLine).endpoint);
    const { code, stderr } = await rescue(["emulator", "--port", port]);
    expect(code).not.to.equal(0);
    expect(stderr).to.match(/^rescue: .*EADDRINUSE|^rescue: .*in use/);
    expect(stderr).not.to.match(/\n {4}at /);
  });
});
