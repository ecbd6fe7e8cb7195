import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import {
  appendFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import {
  AbortedError,
  InvalidArgumentError,
  type ReportFormat,
  type ReportProgress,
  RescueError,
} from "../../../src/index.js";
import { thrown } from "../../client/thrown.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { allOf } from "./all-of.js";
import { CREDENTIALS, deskWith, endedSession, NOW, sessionsOf } from "./sample-desk.js";

const PROCESS = fileURLToPath(new URL("save-process.js", import.meta.url));
const DAYS = 400;
const BACKFILL = { area: "SESSION", node: 1, from: new Date(NOW - DAYS * 86_400_000), to: new Date(NOW) } as const;
const KILLS = 300;

/** The same numbers in each run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("a report that is saved", () => {
  let emulator: Emulator;
  let folder: string;
  before(async () => {
    const sessions = sessionsOf(DAYS, 40_000);
    emulator = await startEmulator({ clock: new VirtualClock(NOW), limits: false, seed: deskWith(sessions) });
  });
  after(() => emulator.close());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "rescue-reports-"));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const connect = () => new RescueClient({ credentials: CREDENTIALS, endpoint: emulator.endpoint });

  for (const [format, begin, end] of [
    ["csv", "Start Time,End Time,", "\n"],
    ["ndjson", '{"Start Time":"2026-11-1', "}\n"],
    ["json", '[\n{"Start Time":"2026-11-1', "}\n]\n"],
  ] as const) {
    it(`is complete as ${format}, and nothing is left beside it`, async () => {
      await using rescue = connect();
      const file = join(folder, "report");
      await writeFile(file, "an older one");
      const query = { ...BACKFILL, from: "2026-11-17T12:00", days: 1 };
      const saved = await rescue.reports.save(query, { file, format });
      expect(saved).to.deep.equal({ file, rows: 6, resumedAt: 0 });
      expect(await readdir(folder)).to.deep.equal(["report"]);
      const text = await readFile(file, "utf8");
      expect(text.slice(0, begin.length)).to.equal(begin);
      expect(text.slice(-end.length)).to.equal(end);
      expect(text.match(/Tech (?:Two|\| One)/g)).to.have.length(6);
      if (format === "json") expect(JSON.parse(text)).to.have.length(6);
      expect((await stat(file)).mode & 0o077).to.equal(0);
    });
  }

  for (const [format, text] of [
    ["csv", ""],
    ["ndjson", ""],
    ["json", "[]\n"],
  ] as const) {
    it(`is an empty ${format} file where it has no rows`, async () => {
      await using rescue = connect();
      const file = join(folder, "report");
      await rescue.reports.save({ ...BACKFILL, from: "2020-01-01", to: "2020-01-02" }, { file, format });
      expect(await readFile(file, "utf8")).to.equal(text);
    });
  }

  it(`killed at ${KILLS} instants over ${DAYS} days, has the same rows as an undisturbed one`, async function () {
    this.timeout(240_000);
    const random = randomNumbers(20_261_120);
    const query = { ...BACKFILL, zone: "Europe/Berlin", days: 3 };
    const [file, undisturbed] = [join(folder, "killed"), join(folder, "undisturbed")];
    await using rescue = connect();
    await rescue.reports.save(query, { file: undisturbed, format: "csv" });
    let kills = 0;
    for (let isDone = false; !isDone; ) {
      const abort = new AbortController();
      await using killed = connect();
      // The instant: before the n-th request is sent, after its answer, or between two rows.
      let left = kills < KILLS ? 1 + random(10) : Number.POSITIVE_INFINITY;
      killed.on("exchange", () => {
        left -= 1;
        if (left <= 0) abort.abort();
      });
      try {
        await killed.reports.save({ ...query, signal: abort.signal }, { file, format: "csv" });
        isDone = true;
      } catch (error) {
        if (!(error instanceof AbortedError)) throw error;
        kills += 1;
        expect(await readdir(folder)).not.to.include("killed");
        // A process that is killed can have written more than it noted.
        if (random(2) === 0) await appendFile(`${file}.partial`, '1/1/2026,"half a ro');
      }
    }
    expect(kills).to.equal(KILLS);
    const text = await readFile(file, "utf8");
    expect(text).to.equal(await readFile(undisturbed, "utf8"));
    const ids = text.match(/(?<=,)\d+(?=,Private,)/g)?.map(Number) ?? [];
    expect(ids.toSorted((a, b) => a - b)).to.deep.equal(sessionsOf(DAYS, 40_000).map(({ id }) => id));
  });

  it("goes on by its cursor as rows: none lost, none twice, wherever it was left", async () => {
    await using rescue = connect();
    const random = randomNumbers(7);
    const query = { ...BACKFILL, from: "2026-09-20", zone: "America/New_York", days: 2 } as const;
    const kept: unknown[] = [];
    let cursor: string | undefined;
    for (let isDone = false; !isDone; ) {
      const rows = rescue.reports.rows({ ...query, cursor });
      let read: unknown[] = [];
      let left = 1 + random(12);
      isDone = true;
      for await (const { cells } of rows) {
        // What was read is kept together with the cursor.
        if (rows.cursor !== cursor) kept.push(...read.splice(0));
        cursor = rows.cursor;
        read.push(cells?.["Session ID"]);
        left -= 1;
        if (left > 0) continue;
        isDone = false;
        break;
      }
      if (isDone) kept.push(...read);
      read = [];
    }
    const whole = await allOf(rescue.reports.rows(query));
    expect(kept).to.deep.equal(whole.map(({ cells }) => cells?.["Session ID"]));
  });

  it("goes on after kill -9", async () => {
    const file = join(folder, "report.csv");
    const start = () => {
      const child = spawn(process.execPath, [PROCESS, emulator.endpoint, file], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      child.stdout.setEncoding("utf8");
      return child;
    };
    const killed = start();
    const ended = once(killed, "close");
    for await (const text of killed.stdout) if (String(text).includes("read 5")) killed.kill("SIGKILL");
    expect((await ended)[1]).to.equal("SIGKILL");
    expect((await readdir(folder)).toSorted()).to.include.members([
      "report.csv.partial",
      "report.csv.partial.json",
      "report.csv.partial.lock",
    ]);
    const again = start();
    let told = "";
    for await (const text of again.stdout) told += text;
    expect(told).to.match(/^fetching ([5-9]|\d\d)\n/);
    await using rescue = connect();
    const whole = join(folder, "whole.csv");
    const query = { ...BACKFILL, from: "2026-10-11", to: "2026-11-20", zone: "Europe/Berlin", days: 1 };
    await rescue.reports.save(query, { file: whole, format: "csv" });
    expect(await readFile(file, "utf8")).to.equal(await readFile(whole, "utf8"));
    expect((await readdir(folder)).toSorted()).to.deep.equal(["report.csv", "whole.csv"]);
  }).timeout(60_000);

  it("is written by one process: another is refused before it sends anything", async () => {
    const file = join(folder, "report.csv");
    const start = () => {
      const child = spawn(process.execPath, [PROCESS, emulator.endpoint, file], {
        stdio: ["ignore", "ignore", "pipe"],
      });
      let stderr = "";
      child.stderr.setEncoding("utf8").on("data", (text) => {
        stderr += text;
      });
      return once(child, "close").then(([code]) => ({ code: code as number | null, stderr }));
    };
    let goOn = () => {};
    const waiting = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const fetching = new Promise<void>((resolve) => {
      const off = emulator.on("getReport_v2", async (_, { proceed }) => {
        off();
        resolve();
        await waiting;
        return proceed();
      });
    });
    const first = start();
    await fetching;
    const before = emulator.log.length;
    const second = await start();
    expect(second.code).not.to.equal(0);
    expect(second.stderr).to.contain("file: is being written by another process, or by another call");
    expect(emulator.log.slice(before)).to.deep.equal([]);
    goOn();
    expect(await first).to.deep.equal({ code: 0, stderr: "" });
    expect(await readdir(folder)).to.deep.equal(["report.csv"]);
  }).timeout(60_000);

  it("takes over the lock of another machine when it is no longer renewed, and only then", async () => {
    await using rescue = connect();
    const file = join(folder, "report");
    const lock = `${file}.partial.lock`;
    const query = { ...BACKFILL, from: "2026-11-17", days: 30 } as const;
    const save = () => rescue.reports.save(query, { file, format: "ndjson" });
    await writeFile(lock, JSON.stringify({ pid: process.pid, host: "elsewhere", token: "a" }));
    expect((await thrown(InvalidArgumentError, save())).message).to.contain("by another process");
    const old = new Date(Date.now() - 3_600_000);
    await utimes(lock, old, old);
    await save();
    expect(await readdir(folder)).to.deep.equal(["report"]);
  });

  it("stops where its lock has been taken over, and leaves that of the other", async () => {
    await using rescue = connect();
    const file = join(folder, "report");
    const lock = `${file}.partial.lock`;
    const onProgress = ({ phase, done }: ReportProgress) => {
      if (phase === "fetching" && done === 1) writeFileSync(lock, "of another");
    };
    const saved = rescue.reports.save(
      { ...BACKFILL, from: "2026-11-17", days: 1, onProgress },
      { file, format: "csv" },
    );
    expect(await thrown(RescueError, saved)).to.include({
      code: "REPORT_FILE",
      message: "the report could not be written to its file (its lock is gone, or another process has taken it)",
    });
    expect(await readFile(lock, "utf8")).to.equal("of another");
    expect(await readdir(folder)).not.to.include("report");
  });

  it("does not go on with the part of another report, nor follow a link in its place", async () => {
    await using rescue = connect();
    const file = join(folder, "report");
    const abort = new AbortController();
    const query = { ...BACKFILL, from: "2026-11-10", days: 1 } as const;
    const onProgress = ({ done }: ReportProgress) => void (done === 2 && abort.abort());
    const save = (change: object, format: ReportFormat = "ndjson") =>
      rescue.reports.save({ ...query, ...change }, { file, format });
    await thrown(AbortedError, save({ signal: abort.signal, onProgress }));
    expect((await thrown(InvalidArgumentError, save({ node: 201 }))).path).to.equal("file");
    expect((await thrown(InvalidArgumentError, save({}, "csv"))).message).to.contain("belongs to another report");
    await using another = new RescueClient({
      credentials: { email: "one@email.com", password: "p" },
      endpoint: emulator.endpoint,
    });
    const others = another.reports.save(query, { file, format: "ndjson" });
    expect((await thrown(InvalidArgumentError, others)).message).to.contain("belongs to another report");
    await rm(`${file}.partial`);
    const target = join(folder, "target");
    await writeFile(target, "precious");
    await symlink(target, `${file}.partial`);
    expect((await save({})).resumedAt).to.equal(0);
    expect(await readFile(target, "utf8")).to.equal("precious");
  });

  it("keeps what people typed as it is, and formulas from spreadsheets where that is asked", async () => {
    const name = '=1+1,"a"\nb';
    const seed = deskWith([endedSession(1, "2026-11-19T10:00:00Z", { customFields: [name] })]);
    await using other = await startEmulator({ clock: new VirtualClock(NOW), limits: false, seed });
    await using rescue = new RescueClient({ credentials: CREDENTIALS, endpoint: other.endpoint });
    const file = join(folder, "report.csv");
    const query = { area: "CUSTOM_FIELDS", node: 1, from: "2026-11-19", to: "2026-11-20" } as const;
    await rescue.reports.save(query, { file, format: "csv" });
    expect(await readFile(file, "utf8")).to.contain(',"=1+1,""a""\nb",');
    await rescue.reports.save(query, { file, format: "csv", escapeFormulas: true });
    expect(await readFile(file, "utf8")).to.contain(`,"'=1+1,""a""\nb",`);
  });

  it("is refused where the file cannot be written", async () => {
    await using rescue = connect();
    const error = await thrown(InvalidArgumentError, () =>
      rescue.reports.save(BACKFILL, { file: join(folder, "no", "report"), format: "csv" }),
    );
    expect(error.message).to.contain("ENOENT");
    expect(emulator.log.at(-1)?.operation).not.to.equal("setReportArea_v2");
  });

  it("is refused before anything is sent where no file can have the name, and leaves nothing", async () => {
    await using rescue = connect();
    await mkdir(join(folder, "place"));
    const listening = createServer().listen(join(folder, "socket"));
    await once(listening, "listening");
    const calls = emulator.log.length;
    try {
      for (const name of ["place", "place/", ".", "socket"]) {
        const saved = rescue.reports.save(BACKFILL, { file: `${folder}/${name}`, format: "csv" });
        expect((await thrown(InvalidArgumentError, saved)).path, name).to.equal("file");
      }
      expect((await readdir(folder)).toSorted()).to.deep.equal(["place", "socket"]);
      expect(await readdir(join(folder, "place"))).to.deep.equal([]);
    } finally {
      listening.close();
    }
    expect(emulator.log.length).to.equal(calls);
  });

  it("replaces a link, and not what it leads to", async () => {
    await using rescue = connect();
    const [file, target] = [join(folder, "link"), join(folder, "target")];
    await writeFile(target, "precious");
    await symlink(target, file);
    await rescue.reports.save({ ...BACKFILL, from: "2026-11-19" }, { file, format: "csv" });
    expect(await readFile(target, "utf8")).to.equal("precious");
    expect((await lstat(file)).isFile()).to.equal(true);
  });

  it("leaves nothing where it ended before its first window was whole", async () => {
    await using rescue = connect();
    const file = join(folder, "report");
    const query = { ...BACKFILL, from: "2026-11-10", days: 1 } as const;
    await thrown(AbortedError, rescue.reports.save({ ...query, signal: AbortSignal.abort() }, { file, format: "csv" }));
    const signal = {} as AbortSignal;
    await thrown(InvalidArgumentError, rescue.reports.save({ ...query, signal }, { file, format: "csv" }));
    expect(await readdir(folder)).to.deep.equal([]);
  });

  it("does not end before what an earlier call has written", async () => {
    await using rescue = connect();
    const file = join(folder, "report");
    const abort = new AbortController();
    const query = { ...BACKFILL, from: "2026-11-10", days: 1 } as const;
    const onProgress = ({ done }: ReportProgress) => void (done === 4 && abort.abort());
    const save = (change: object) => rescue.reports.save({ ...query, ...change }, { file, format: "ndjson" });
    await thrown(AbortedError, save({ signal: abort.signal, onProgress }));
    const error = await thrown(InvalidArgumentError, save({ to: "2026-11-12" }));
    expect(error.message).to.contain(`${file}.partial`).and.to.contain("`to`");
    expect((await save({ to: "2026-11-14" })).resumedAt).to.equal(4);
  });

  it("begins anew once the part of another report has been removed, as the refusal advises", async () => {
    await using rescue = connect();
    const file = join(folder, "report");
    const abort = new AbortController();
    const query = { ...BACKFILL, from: "2026-11-10", days: 1 } as const;
    const onProgress = ({ done }: ReportProgress) => void (done === 2 && abort.abort());
    const save = (change: object) => rescue.reports.save({ ...query, ...change }, { file, format: "ndjson" });
    await thrown(AbortedError, save({ signal: abort.signal, onProgress }));
    expect((await thrown(InvalidArgumentError, save({ node: 201 }))).message).to.contain(`remove ${file}.partial,`);
    await rm(`${file}.partial`);
    expect((await save({ node: 201 })).resumedAt).to.equal(0);
    expect(await readdir(folder)).to.deep.equal(["report"]);
  });

  it("ends with an error of this package where the disk refuses a part of it", async () => {
    await using rescue = connect();
    const file = join(folder, "report");
    // The note beside the part cannot be written.
    const onProgress = () => mkdirSync(`${file}.partial.json.new`, { recursive: true });
    const error = await thrown(RescueError, rescue.reports.save({ ...BACKFILL, onProgress }, { file, format: "csv" }));
    expect(error.code).to.equal("REPORT_FILE");
    expect(error.message).to.match(/^the report could not be written to its file \(ERR_FS_EISDIR\)$/);
  });
});
