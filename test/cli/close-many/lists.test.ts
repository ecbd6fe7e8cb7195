import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { ADMINISTRATOR, AUTH_CODE } from "../../client/guide-values.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { jsonLines, rescue, start } from "../rescue-command.js";

const FIRST = 40_000_000;

describe("rescue close --from", () => {
  let emulator: Emulator;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "close-many-"));
  });
  afterEach(async () => {
    await emulator.close();
    await rm(folder, { recursive: true });
  });

  async function desk(count: number): Promise<readonly number[]> {
    emulator = await startEmulator();
    const ids = Array.from({ length: count }, (_, index) => FIRST + index);
    for (const id of ids) emulator.desk.newSession({ id, channel: 401, status: "WAITING" });
    return ids;
  }

  const environment = () => ({ RESCUE_AUTHCODE: AUTH_CODE, RESCUE_ENDPOINT: emulator.endpoint });
  const close = (...args: string[]) => rescue(["close", ...args], environment());
  const path = (name: string) => join(folder, name);

  it("closes the column of CSV that is named, each session once, over several logins", async () => {
    const ids = await desk(150);
    const rows = ids.map((id) => `"Miller, Bob";${id}\r\n`);
    await writeFile(path("ids.csv"), `\uFEFFname;"Session ID"\r\n${rows.join("")}${rows[0]}`);
    const ended = await rescue(["close", "--from", path("ids.csv"), "--column", "Session ID"], {
      ...{ RESCUE_EMAIL: ADMINISTRATOR.email, RESCUE_PASSWORD: ADMINISTRATOR.password },
      RESCUE_ENDPOINT: emulator.endpoint,
    });
    expect(ended.stderr).to.match(/rescue: 150 of 150 sessions closed \(OK 150\)\n$/);
    expect([ended.code, ended.stdout.trimEnd().split("\n").length]).to.deep.equal([0, 150]);
    expect(ids.every((id) => emulator.executions("closeSession", id) === 1)).to.equal(true);
    expect(emulator.log.filter(({ operation }) => operation === "login").length).to.be.within(2, 4);
  });

  it("sends nothing where a line is wrong: it names up to 20 of them", async () => {
    await desk(0);
    await writeFile(path("ids"), `1\n${"x\n".repeat(30)}020000010\n`);
    const ended = await close("--from", path("ids"));
    const lines = ended.stderr.trimEnd().split("\n");
    expect([ended.code, ended.stdout, lines.length, emulator.log]).to.deep.equal([2, "", 21, []]);
    expect(lines[0]).to.match(/^rescue: .*ids, line 2: "x" is not a session id: /);
    expect(lines[20]).to.match(/: 31 lines do not name a session, of which the first 20 are shown; nothing was sent$/);
  });

  it("closes what standard input names as NDJSON, and ends at a wrong line after the calls in flight", async () => {
    const ids = await desk(3);
    const { child, ended } = start(["close", "--from", "-", "--json"], environment(), { input: "pipe" });
    child.stdin?.end(`${ids.map((id) => `{"session":${id}}\n`).join("")}{"session":1e3}\n{"session":5}\n`);
    const { code, stdout, stderr } = await ended;
    const lines = jsonLines(stdout) as readonly { readonly session?: number; readonly closed?: unknown }[];
    expect(lines.filter(({ closed }) => closed === true).map(({ session }) => session)).to.have.members([...ids]);
    expect(lines.at(-1)).to.include({ event: "end", reason: "source", closed: 3 });
    expect(stderr).to.contain('standard input, line 4: "{\\"session\\":1e3}" is not a session id');
    expect([code, emulator.executions("closeSession")]).to.deep.equal([2, 3]);
  });

  it("ends at an interrupt though standard input goes on, and says what was not read", async () => {
    const [id = 0] = await desk(1);
    const { child, firstLine, ended } = start(["close", "--from", "-"], environment(), { input: "pipe" });
    child.stdin?.write(`${id}\n`);
    expect(await firstLine).to.equal(`${id} closed (closeSessionRet_OK)`);
    child.kill("SIGHUP");
    const { code, stderr } = await ended;
    expect(stderr).to.contain("what follows line 1 of standard input was not tried");
    expect(code).to.equal(130);
  });

  it("with --dry-run prints what would be closed, and needs no credentials", async () => {
    await desk(0);
    await writeFile(path("ids"), "1\n2\n1\n");
    const ended = await rescue(["close", "3", "--from", path("ids"), "--dry-run"], {
      RESCUE_ENDPOINT: emulator.endpoint,
    });
    expect(ended).to.deep.equal({
      ...{ code: 0, stdout: "3 would be closed\n1 would be closed\n2 would be closed\n" },
      stderr: "rescue: 3 sessions would be closed; nothing was sent\n",
    });
    expect(emulator.log).to.deep.equal([]);
  });

  it("--stop-after ends the run, and the untried are named", async () => {
    const [id = 0] = await desk(1);
    await writeFile(path("ids"), `90000003\n90000004\n${id}\n`);
    const ended = await close("--from", path("ids"), "--stop-after", "2", "--concurrency", "1");
    expect(ended.code).to.equal(1);
    expect(ended.stderr).to.contain(`${id} not tried: the run ended at session 90000004 with InvalidParam_Session\n`);
    expect(emulator.executions("closeSession")).to.equal(0);
  });

  it("Ctrl-C says how to go on; the same command closes the rest, and nothing twice", async () => {
    const ids = await desk(40);
    await writeFile(path("my ids"), ids.join("\n"));
    emulator.faults.latency(30);
    const args = ["close", "--from", path("my ids"), "--journal", path("journal"), "--concurrency", "2"];
    const { child, ended } = start(args, environment());
    await once(child.stdout ?? child, "data");
    child.kill("SIGTERM");
    const first = await ended;
    expect(first.code).to.equal(130);
    const line = `rescue: to go on: rescue close --from '${path("my ids")}' --journal ${path("journal")} --concurrency 2\n`;
    expect(first.stderr)
      .to.contain("press Ctrl-C again to abort them")
      .and.to.contain(line)
      .and.not.to.contain("not tried");
    const done = emulator.executions("closeSession");
    expect(done).to.be.within(1, 39);
    const second = await rescue(args, environment());
    expect([second.code, emulator.executions("closeSession")]).to.deep.equal([0, 40]);
    expect(second.stderr).to.contain(
      `rescue: ${40 - done} of 40 sessions closed (OK ${40 - done}, done before ${done})`,
    );
  });

  describe("--report", () => {
    it("writes what happened, and replaces the report of an earlier run", async () => {
      const ids = await desk(2);
      await writeFile(path("ids"), [...ids, 90000003].join("\n"));
      for (const [count, shown] of [
        [2, "2 of 3 sessions closed"],
        [0, "0 of 3 sessions closed"],
      ] as const) {
        const ended = await close("--from", path("ids"), "--report", path("report.html"));
        expect([ended.code, ended.stderr.includes("report.html: what happened, as a page")]).to.deep.equal([1, true]);
        const page = await readFile(path("report.html"), "utf8");
        expect(page, String(count)).to.contain(`<h1>${shown}</h1>`).and.to.contain("<th>90000003<td>ActionFailed");
      }
      expect(await readdir(folder)).to.have.members(["ids", "report.html"]);
    });

    it("is refused before anything is sent where it cannot be written, or another file would be lost", async () => {
      await desk(0);
      await writeFile(path("ids"), "1\n");
      await mkdir(path("folder"));
      for (const [file, said] of [
        [path("none/report.html"), /cannot be written \(ENOENT\)/],
        [path("folder"), /is not a file/],
        [path("ids"), /is also named by another option/],
        [path("folder/../ids"), /is also named by another option/],
        [path("journal"), /is also named by another option/],
        ["README.md", /is there already, and no report of this command: it is not replaced/],
      ] as const) {
        const ended = await close("--from", path("ids"), "--journal", path("journal"), "--report", file);
        expect(ended.stderr).to.match(said);
        expect([ended.code, emulator.log]).to.deep.equal([2, []]);
      }
      expect(await readdir(folder)).to.have.members(["ids", "folder"]);
    });
  });
});
