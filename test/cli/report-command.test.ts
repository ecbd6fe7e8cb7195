import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { VirtualClock } from "../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { CREDENTIALS, deskWith, endedSession, NOW } from "../reports/scenarios/sample-desk.js";
import { ENVIRONMENT, jsonLines, MAIN, rescue, start } from "./rescue-command.js";

const terminal = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") ?? false;

const seed = deskWith([
  endedSession(1, "2026-10-25T10:00:00Z", { customFields: ["Ja\u009b31mne", "a\nb"] }),
  endedSession(3, "2026-10-26T10:00:00Z"),
]);
const QUERY = ["CUSTOM_FIELDS", "--node", "1", "--from", "2026-10-25", "--to", "2026-10-27", "--zone", "Europe/Berlin"];
const CSV =
  "Session ID,Start Time,End Time,Technician Name,Technician ID,Technician Email,Name,Custom field 1,Custom field 2," +
  "Custom field 3,Custom field 4,Custom field 5,Tracking ID,unsplit\n" +
  "1,2026-10-25T11:00:00+01:00,2026-10-25T11:30:00+01:00,Tech | One,201,one@email.com,Ja\u009b31mne," +
  '"a\nb",,,,,,\n' +
  "3,2026-10-26T11:00:00+01:00,2026-10-26T11:30:00+01:00,Tech | One,201,one@email.com,,,,,,,,\n";

describe("rescue report", () => {
  let emulator: Emulator;
  let folder: string;
  let environment: Readonly<Record<string, string>>;
  before(async () => {
    emulator = await startEmulator({ clock: new VirtualClock(NOW), limits: false, seed });
    environment = {
      RESCUE_ENDPOINT: emulator.endpoint,
      RESCUE_EMAIL: CREDENTIALS.email,
      RESCUE_PASSWORD: CREDENTIALS.password,
    };
  });
  after(() => emulator.close());
  beforeEach(async () => {
    emulator.reset();
    folder = await mkdtemp(join(tmpdir(), "rescue-report-"));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const report = (...args: readonly string[]) => rescue(["report", ...QUERY, ...args], environment);

  it("prints CSV, as people typed it where no terminal reads it", async () => {
    expect(await report()).to.deep.equal({ code: 0, stdout: CSV, stderr: "" });
  });

  it("prints JSON, whole or by lines", async () => {
    const [lines, whole] = await Promise.all([report("--ndjson"), report("--json")]);
    expect(jsonLines(lines.stdout)).to.deep.equal(JSON.parse(whole.stdout));
    expect(jsonLines(lines.stdout)[0]).to.include({ "Session ID": 1, Name: "Ja\u009b31mne", "Custom field 1": "a\nb" });
    expect(lines.stdout + whole.stdout).not.to.contain("\u009b");
  });

  it("writes a file, and says how many rows it has", async () => {
    const file = join(folder, "report.csv");
    const { code, stdout, stderr } = await report("--out", file);
    expect([code, stdout, stderr]).to.deep.equal([0, "", `${file}: 2 rows\n`]);
    expect(await readFile(file, "utf8")).to.equal(CSV);
  });

  describe("at an interrupt", () => {
    /** Starts a report whose second fetch waits, and sends it one interrupt that it has told of. */
    async function interrupted(...args: readonly string[]) {
      const running = start(["report", ...QUERY, "--days", "1", ...args], environment);
      let fetches = 0;
      let goOn = () => {};
      const waiting = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      const told = new Promise<void>((resolve) => {
        running.child.stderr?.on("data", (text) => {
          if (String(text).includes("rescue: interrupted: ")) resolve();
        });
      });
      const off = emulator.on("getReport_v2", async (_, { proceed }) => {
        fetches += 1;
        if (fetches === 2) {
          running.child.kill("SIGINT");
          await waiting;
        }
        return proceed();
      });
      await told;
      return {
        ...running,
        goOn,
        [Symbol.dispose]: () => {
          goOn();
          off();
        },
      };
    }
    const operations = () => emulator.log.map(({ operation }) => operation);

    it("reads the report that was asked for, logs out, and ends with 130; the same command goes on there", async () => {
      const file = join(folder, "report.csv");
      {
        using running = await interrupted("--out", file);
        running.goOn();
        const { code, stdout, stderr } = await running.ended;
        expect([code, stdout]).to.deep.equal([130, ""]);
        expect(stderr).to.match(/\nrescue: 2 of 3 windows were saved: the same command goes on/);
      }
      expect(operations().filter((name) => name === "getReport_v2")).to.have.length(2);
      expect(operations().at(-1)).to.equal("logout");
      expect((await readdir(folder)).toSorted()).to.deep.equal(["report.csv.partial", "report.csv.partial.json"]);
      const before = emulator.log.length;
      expect((await rescue(["report", ...QUERY, "--days", "1", "--out", file], environment)).code).to.equal(0);
      expect(await readFile(file, "utf8")).to.equal(CSV);
      expect(operations().slice(before)).to.include("getReport_v2");
      expect(
        operations()
          .slice(before)
          .filter((name) => name === "getReport_v2"),
      ).to.have.length(1);
    });

    it("says where to go on with what it printed", async () => {
      using running = await interrupted("--ndjson");
      running.goOn();
      const { code, stdout, stderr } = await running.ended;
      expect(code).to.equal(130);
      const [, from = ""] = /2 of 3 windows were printed: --from (\S+) goes on/.exec(stderr) ?? [];
      const rest = await rescue(["report", ...QUERY, "--ndjson", "--from", from], environment);
      expect(jsonLines(stdout + rest.stdout)).to.deep.equal(jsonLines((await report("--ndjson")).stdout));
    });

    it("ends at once at the second, while the service has not answered", async () => {
      const file = join(folder, "report.csv");
      using running = await interrupted("--out", file);
      running.child.kill("SIGINT");
      const { code, stderr } = await running.ended;
      expect(code).to.equal(130);
      expect(stderr).to.contain("1 of 3 windows were saved");
      expect((await readdir(folder)).toSorted()).to.deep.equal(["report.csv.partial", "report.csv.partial.json"]);
    });
  });

  for (const [name, args, message] of [
    ["no node", ["SESSION", "--from", "2026-10-25"], "--node"],
    ["a node with a leading zero", [...QUERY, "--node", "0201"], "whole number"],
    ["a node that is no number", [...QUERY, "--node", "1e3"], "whole number"],
    ["a time that is none", [...QUERY, "--from", "25.10.2026"], "from: expected"],
    ["an unknown zone", [...QUERY, "--zone", "Berlin"], "zone: expected"],
    ["two formats", [...QUERY, "--csv", "--json"], "cannot be used with"],
  ] as const) {
    it(`is a usage error with ${name}`, async () => {
      const { code, stderr } = await rescue(["report", ...args], environment);
      expect(code).to.equal(2);
      expect(stderr).to.contain(message);
      expect(emulator.log.map(({ operation }) => operation)).not.to.include("getReport_v2");
    });
  }

  it("ends with 1 where the service refuses it", async () => {
    const { code, stdout, stderr } = await report("--node", "999");
    expect([code, stdout]).to.deep.equal([1, ""]);
    expect(stderr).to.contain("getReport_v2");
  });

  if (terminal) {
    /** Runs a command on a terminal. */
    const onTerminal = async (args: readonly string[]) => {
      const command = [process.execPath, MAIN, "report", ...args].map((part) => `'${part}'`).join(" ");
      const child = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
        env: { PATH: process.env.PATH, TERM: "xterm", ...ENVIRONMENT, ...environment },
        stdio: ["ignore", "pipe", "ignore"],
      });
      let shown = "";
      child.stdout.on("data", (chunk) => {
        shown += chunk;
      });
      const [code] = await once(child, "close");
      return { code: code as number, shown };
    };

    it("shows a bar on a terminal, with what it is doing", async () => {
      const { code, shown } = await onTerminal([...QUERY, "--days", "1", "--out", join(folder, "report.csv")]);
      expect(code).to.equal(0);
      expect(shown).to.match(/0\/[23] windows, fetching from 2026-10-24T22:00Z, 0 s/);
      expect(shown, "behind the bar").to.match(/\n[^\n]*report\.csv: 2 rows\r?\n/);
    });

    it("shows rows on a terminal with every character visible", async () => {
      const { code, shown } = await onTerminal(QUERY);
      expect(code).to.equal(0);
      expect(shown).to.contain("Ja\\u{9b}31mne");
      expect(shown).not.to.contain("\u009b");
    });
  }
});
