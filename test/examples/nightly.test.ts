import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { RescueClient } from "../../src/client/rescue-client.js";
import { type Emulator, startEmulator } from "../../src/emulator/index.js";
import { ADMINISTRATOR, TECHNICIAN } from "../client/guide-values.js";

describe("examples/nightly", function () {
  this.timeout(120_000);
  let emulator: Emulator;
  let folder: string;
  beforeEach(async () => {
    emulator = await startEmulator({ limits: false });
    folder = await mkdtemp(join(tmpdir(), "nightly-"));
  });
  afterEach(async () => {
    await emulator?.close();
    await rm(folder, { recursive: true, force: true });
  });

  function start(changes: Readonly<Record<string, string>> = {}) {
    const env = {
      ...process.env,
      FOLDER: folder,
      CHANNELS: "401,402",
      HOURS: "0",
      RESCUE_ENDPOINT: emulator.endpoint,
      RESCUE_EMAIL: ADMINISTRATOR.email,
      RESCUE_PASSWORD: ADMINISTRATOR.password,
      ...changes,
    };
    const child = spawn(process.execPath, ["examples/nightly/nightly.mjs"], { env });
    return { child, end: Promise.all([once(child, "exit"), text(child.stdout), text(child.stderr)]) };
  }
  const closings = () => emulator.log.filter(({ operation }) => operation === "closeSession").length;

  it("closes what waits, saves the report of yesterday, and says so", async () => {
    const [[code], printed, said] = await start().end;
    expect([code, said]).to.deep.equal([0, ""]);
    expect(printed).to.match(/^\d+ closed, 0 not closed, 0 unknown, 0 done before\n\d+ rows of \d{4}-\d\d-\d\d\n$/);
    expect(Number.parseInt(printed, 10)).to.equal(closings()).and.to.be.above(3);
    const files = await readdir(folder);
    expect(files.filter((file) => /^sessions-.*\.csv$/.test(file))).to.have.length(1);
    const [report = ""] = files.filter((file) => file.endsWith(".csv"));
    expect(await readFile(join(folder, report), "utf8")).to.include("Session ID");
  });

  it("goes on after a kill, and closes no session twice", async () => {
    const waiting = await idle();
    // Slow enough for a call to be under way when the job is killed.
    emulator.faults.latency(20);
    const { child, end } = start();
    while (closings() < 3) await emulatorCall();
    child.kill("SIGKILL");
    await end;
    const atKill = closings();
    const [[code], printed] = await start().end;
    expect(code).to.equal(0);
    expect(printed).to.match(/^[1-9]\d* closed, /);
    expect(closings()).to.be.above(atKill);
    const done: number[] = [];
    for (const { operation, parameters, result } of emulator.log) {
      if (operation !== "closeSession") continue;
      expect(done, "called again after it was closed").not.to.include(Number(parameters.iSession));
      if (result === "closeSessionRet_OK") done.push(Number(parameters.iSession));
    }
    expect(done).to.have.members(waiting);
    expect(waiting.length).to.be.above(atKill);
  });

  it("ends with 2 where the credentials are refused, and shows none", async () => {
    const [[code], , said] = await start({ RESCUE_PASSWORD: "not the password" }).end;
    expect(code).to.equal(2);
    expect(said).to.not.include("not the password");
  });

  it("ends with 2 where the run ends before all sessions were tried", async () => {
    const [[code], printed, said] = await start({ RESCUE_EMAIL: TECHNICIAN.email }).end;
    expect(code).to.equal(2);
    expect(printed).to.match(/^0 closed, .*\n$/);
    expect(said).to.match(/is not logged in as an administrator/);
  });

  for (const [name, value] of [
    ["HOURS", ""],
    ["HOURS", "x"],
    ["CHANNELS", ""],
    ["CHANNELS", "401,"],
  ] as const) {
    it(`ends with 2 and calls nothing for ${name}=${value}`, async () => {
      const [[code], , said] = await start({ [name]: value }).end;
      expect(code).to.equal(2);
      expect(said).to.match(new RegExp(`^${name}: expected `));
      expect(emulator.log).to.have.length(0);
    });
  }

  /** The sessions that the job is to close, as the service lists them. */
  async function idle(): Promise<number[]> {
    await using rescue = new RescueClient({ endpoint: emulator.endpoint, credentials: ADMINISTRATOR });
    const queues = [401, 402].map((node) => rescue.sessions.list({ node, ref: "channel" }));
    const sessions = (await Promise.all(queues)).flat();
    return sessions.filter(({ word }) => word !== "active" && !word.startsWith("closed by")).map(({ id }) => id);
  }

  /** Resolves when the emulator has been called once more. */
  async function emulatorCall(): Promise<void> {
    const before = emulator.log.length;
    while (emulator.log.length === before) await new Promise((resolve) => setImmediate(resolve));
  }
});
