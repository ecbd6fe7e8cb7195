import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import { ADMINISTRATOR } from "../../client/guide-values.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { jsonLines, rescue } from "../rescue-command.js";

const LOGIN = { RESCUE_EMAIL: ADMINISTRATOR.email, RESCUE_PASSWORD: ADMINISTRATOR.password };

describe("rescue close --stale", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    const clock = new VirtualClock(Date.UTC(2026, 0, 5, 9, 0, 0));
    await using whole = await startEmulator();
    // The default desk without its sessions: each list is about those of this test.
    emulator = await startEmulator({ clock, seed: { ...whole.export(), sessions: [] } });
    const add = (id: number, channel: number) => emulator.desk.newSession({ id, channel, status: "WAITING" });
    add(11, 401);
    add(12, 402);
    clock.advance(5_400_000);
    add(13, 401);
    clock.advance(1_800_000);
    add(14, 401);
  });
  afterEach(() => emulator.close());

  const stale = (...args: string[]) =>
    rescue(["close", "--ref", "channel", ...args], { ...LOGIN, RESCUE_ENDPOINT: emulator.endpoint });
  const called = () => emulator.log.map(({ operation }) => operation);

  it("closes what has not changed for so long in the queues that are named, with --yes", async () => {
    const ended = await stale("--stale", "2h", "--node", "401", "--node", "402", "--yes");
    expect(ended.code).to.equal(0);
    expect(ended.stdout.trimEnd().split("\n")).to.have.members([
      "11 closed (closeSessionRet_OK)",
      "12 closed (closeSessionRet_OK)",
    ]);
    expect(ended.stderr).to.match(/^id +word +technician +channel +started +waiting +customer\n1[12] +waiting .* 7200/);
    expect(called().filter((name) => name === "getSession_V3")).to.have.length(2);
  });

  it("takes an hour and a half for what it is, and only the statuses that are named", async () => {
    const ended = await stale("--stale", "30m", "--node", "401", "--status", "Waiting", "--yes", "--json");
    expect(jsonLines(ended.stdout).map((line) => (line as { session?: number }).session)).to.have.members([
      ...[11, 13],
      undefined,
    ]);
    const none = await stale("--stale", "1s", "--node", "401", "--status", "on hold,offline", "--yes");
    expect([none.code, none.stdout, none.stderr]).to.deep.equal([0, "", "rescue: 0 of 0 sessions closed\n"]);
  });

  it("where there are none says so to whoever reads events, and in the report", async () => {
    const folder = await mkdtemp(join(tmpdir(), "close-stale-"));
    try {
      const file = join(folder, "report.html");
      const ended = await stale("--stale", "2d", "--node", "401", "--yes", "--json", "--report", file);
      expect(jsonLines(ended.stdout)).to.have.length(1);
      expect(jsonLines(ended.stdout)[0]).to.include({ event: "end", reason: "done", total: 0, closed: 0 });
      expect(await readFile(file, "utf8")).to.contain("<h1>0 of 0 sessions closed</h1>");
      expect([ended.code, emulator.executions("closeSession")]).to.deep.equal([0, 0]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("with --dry-run prints them and closes nothing", async () => {
    for (const json of [[], ["--json"]]) {
      const ended = await stale("--stale", "2h", "--node", "401", "--dry-run", ...json);
      expect(ended.code).to.equal(0);
      expect(ended.stdout).to.match(
        json.length > 0 ? /^\{"id":11,"word":"waiting",.*\}\n$/ : /^id .*\n11 +waiting .*\n$/,
      );
      expect(ended.stderr).to.equal("rescue: 1 session would be closed\n");
    }
    expect(emulator.executions("closeSession")).to.equal(0);
  });

  it("tells what has changed since by the service's answer", async () => {
    emulator.faults.add({
      ...{ operation: "closeSession", phase: "before", kind: "result", result: "closeSessionRet_InvalidParam_Session" },
    } as never);
    const ended = await stale("--stale", "2h", "--node", "401", "--yes");
    expect([ended.code, ended.stdout]).to.deep.equal([1, ""]);
    expect(ended.stderr).to.contain("11 not closed: InvalidParam_Session, answered.");
  });

  const wrong: readonly (readonly [args: readonly string[], said: string])[] = [
    [["--stale", "2h", "--node", "401"], "pass --yes, or --dry-run to look first"],
    [["--stale", "2h"], "--stale needs --node"],
    [["--stale", "2h", "--node", "401", "11"], "not both"],
    [["--stale", "2h", "--node", "401", "--from", "-"], "cannot be used with"],
    [["--stale", "two hours", "--node", "401"], "expected a duration such as 90s"],
    [["--stale", "2h", "--node", "401", "--status", "wating", "--yes"], "did you mean waiting?"],
    [["--node", "401", "11"], "--node and --status need --stale"],
    [["--column", "id", "11"], "--column needs --from"],
    [["--retry-refused", "11"], "--retry-refused needs --journal"],
    [["--stop-after", "0", "11"], "expected a whole number from 1"],
    [["--rate", "0", "11"], "expected a number from 0.001 to 1000"],
    [["--concurrency", "1e2", "11"], "expected a whole number from 1 to 1000"],
    [["--connections", "2", "--jar", "nowhere", "11"], "a jar holds one login"],
  ];
  for (const [args, said] of wrong) {
    it(`is a usage error, and nothing is sent: ${args.join(" ")}`, async () => {
      const ended = await stale(...args);
      expect(ended.stderr).to.contain(said);
      expect([ended.code, ended.stdout, called()]).to.deep.equal([2, "", []]);
    });
  }
});
