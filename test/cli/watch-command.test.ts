import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect } from "chai";
import { ADMINISTRATOR } from "../client/guide-values.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { rescue, start } from "./rescue-command.js";

const LOGIN = { RESCUE_EMAIL: ADMINISTRATOR.email, RESCUE_PASSWORD: ADMINISTRATOR.password };

describe("rescue watch", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ limits: false });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());
  const watch = (...args: readonly string[]) =>
    start(["watch", "--node", "111", ...args], { ...LOGIN, RESCUE_ENDPOINT: emulator.endpoint });

  it("prints each change until it is interrupted, and logs out", async () => {
    emulator.desk.newSession({ id: 81, technician: 111, status: "WAITING", customFields: ["Ann"] });
    const { child, firstLine, ended } = watch("--interval", "1");
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    expect(await firstLine).to.equal("81 appeared waiting (Account Holder, Ann)");
    emulator.desk.setStatus(81, "PICKEDUP");
    await once(lines, "line");
    child.kill("SIGINT");
    const { code, stdout, stderr } = await ended;
    expect([code, stderr]).to.deep.equal([130, ""]);
    expect(stdout.split("\n")[1]).to.equal("81 changed  waiting -> active (Account Holder, Ann)");
    expect(emulator.logins()).to.equal(0);
  });

  it("prints JSON", async () => {
    emulator.desk.newSession({ id: 82, technician: 111, status: "WAITING" });
    const { child, firstLine, ended } = watch("--json");
    expect(JSON.parse(await firstLine)).to.include({ change: "appeared", id: 82, word: "waiting" });
    child.kill("SIGINT");
    expect((await ended).code).to.equal(130);
  });

  for (const nodes of [
    ["--node", "203"],
    ["--node", "203,111"],
  ]) {
    it(`watches several queues: --node 111 ${nodes.join(" ")}`, async () => {
      emulator.desk.newSession({ id: 83, technician: 111, status: "WAITING" });
      const { child, ended } = watch(...nodes);
      const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
      const seen: string[] = [];
      for await (const line of lines) if (seen.push(line) === 2) break;
      child.kill("SIGINT");
      expect(seen).to.deep.equal(["83 appeared waiting (Account Holder)", seen[1]]);
      expect(seen[1]).to.match(/^90000003 appeared active/);
      expect((await ended).code).to.equal(130);
    });
  }

  for (const node of ["111,", ",", "111,0", "111;203", "020"]) {
    it(`2: refuses --node ${node}, and sends nothing`, async () => {
      const { code, stderr } = await rescue(["watch", "--node", node], {
        ...LOGIN,
        RESCUE_ENDPOINT: emulator.endpoint,
      });
      expect([code, emulator.log.length]).to.deep.equal([2, 0]);
      expect(stderr).to.contain("expected the id of a node");
    });
  }

  it("ends with what the service refuses, and with a usage error for an interval below a second", async () => {
    const environment = { ...LOGIN, RESCUE_ENDPOINT: emulator.endpoint };
    expect((await rescue(["watch", "--node", "401"], environment)).code).to.equal(1);
    const { code, stderr } = await rescue(["watch", "--node", "111", "--interval", "0.5"], environment);
    expect(code).to.equal(2);
    expect(stderr).to.contain("from 1 to 86400");
  });
});
