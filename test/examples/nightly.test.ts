import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { type Emulator, startEmulator } from "../../src/emulator/index.js";
import { ADMINISTRATOR } from "../client/guide-values.js";

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

  function start(password: string = ADMINISTRATOR.password) {
    const env = {
      ...process.env,
      FOLDER: folder,
      CHANNELS: "401,402",
      HOURS: "0",
      RESCUE_ENDPOINT: emulator.endpoint,
      RESCUE_EMAIL: ADMINISTRATOR.email,
      RESCUE_PASSWORD: password,
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
    // Slow enough for a call to be under way when the job is killed.
    emulator.faults.latency(20);
    const { child, end } = start();
    while (closings() < 3) await emulatorCall();
    child.kill("SIGKILL");
    await end;
    const [[code], printed] = await start().end;
    expect(code).to.be.oneOf([0, 1]);
    expect(printed).to.match(/ closed, /);
    const ids = new Set(emulator.export().sessions.map(({ id }) => id));
    for (const id of ids) expect(emulator.executions("closeSession", id), String(id)).to.be.at.most(1);
  });

  it("ends with 2 where the credentials are refused, and shows none", async () => {
    const [[code], , said] = await start("not the password").end;
    expect(code).to.equal(2);
    expect(said).to.not.include("not the password");
  });

  /** Resolves when the emulator has been called once more. */
  async function emulatorCall(): Promise<void> {
    const before = emulator.log.length;
    while (emulator.log.length === before) await new Promise((resolve) => setImmediate(resolve));
  }
});
