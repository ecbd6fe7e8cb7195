import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { ADMINISTRATOR } from "../../client/guide-values.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { ENVIRONMENT, MAIN } from "../rescue-command.js";

// util-linux's script(1) provides a pseudo-terminal; that of other systems has other arguments.
const terminal = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") ?? false;
const INTERRUPT = "\u0003";

if (terminal) {
  describe("rescue close over a list, on a terminal", () => {
    let emulator: Emulator;
    let folder: string;
    let file: string;
    const ids = Array.from({ length: 60 }, (_, index) => 40_000_000 + index);
    beforeEach(async () => {
      emulator = await startEmulator();
      for (const id of ids) emulator.desk.newSession({ id, channel: 401, status: "WAITING" });
      folder = await mkdtemp(join(tmpdir(), "close-terminal-"));
      file = join(folder, "ids");
      await writeFile(file, ids.join("\n"));
    });
    afterEach(async () => {
      await emulator.close();
      await rm(folder, { recursive: true });
    });

    /** Types each key, or sends the signal, when what is shown since the last one contains its text. */
    async function onTerminal(args: string, typed: readonly (readonly [shown: RegExp, keys: string])[] = []) {
      const command = `stty cols 200; echo "pid $$"; exec '${process.execPath}' '${MAIN}' close ${args}`;
      const child: ChildProcess = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
        env: {
          ...{ PATH: process.env.PATH, TERM: "xterm", ...ENVIRONMENT, RESCUE_ENDPOINT: emulator.endpoint },
          ...{ RESCUE_EMAIL: ADMINISTRATOR.email, RESCUE_PASSWORD: ADMINISTRATOR.password },
        },
        stdio: ["pipe", "pipe", "ignore"],
      });
      let shown = "";
      let from = 0;
      let next = 0;
      child.stdout?.on("data", (chunk) => {
        shown += chunk;
        const [awaited, keys] = typed[next] ?? [];
        if (!awaited?.test(shown.slice(from))) return;
        next += 1;
        from = shown.length;
        if (keys === "SIGTERM") process.kill(Number(/pid (\d+)/.exec(shown)?.[1]), keys);
        else child.stdin?.write(keys ?? "");
      });
      const [code] = await once(child, "close");
      return { code: code as number, shown };
    }

    it("is a bar with counts by code, and a summary; closed sessions are not listed", async () => {
      emulator.faults.latency(20);
      const { code, shown } = await onTerminal(`90000003 --from '${file}'`);
      expect(shown).to.match(/\d+% \d+ of 61 sessions, [^\r\n]*OK \d+/);
      expect(shown).to.contain("90000003 not closed: ActionFailed");
      expect(shown).to.contain("rescue: 60 of 61 sessions closed (OK 60, ActionFailed 1)");
      expect(shown).to.contain("  not closed, ActionFailed: 90000003");
      expect(shown).not.to.contain("40000001 closed");
      expect(code).to.equal(1);
    });

    it("Ctrl-C once lets calls end and says what was not tried, and how a run can be gone on with", async () => {
      emulator.faults.latency(50);
      const { code, shown } = await onTerminal(`--from '${file}'`, [[/OK [1-9]/, INTERRUPT]]);
      expect(shown).to.contain("rescue: interrupted: the calls in progress are allowed to end");
      const done = emulator.executions("closeSession");
      expect(shown).to.contain(`rescue: ${done} of 60 sessions closed (OK ${done})`);
      expect(shown).to.match(
        /rescue: what follows line \d+ of .*ids was not tried; --journal FILE makes a run one to go on with/,
      );
      expect(code).to.equal(130);
    });

    it("Ctrl-C twice aborts the calls: what became of them is unknown", async () => {
      emulator.faults.add({ operation: "closeSession", phase: "after", kind: "stall", nth: 3 });
      const { code, shown } = await onTerminal(`--from '${file}'`, [
        [/OK 2/, INTERRUPT],
        [/press Ctrl-C again/, INTERRUPT],
      ]);
      expect(shown).to.contain("40000002 may be closed: OUTCOME_UNKNOWN, outcome unknown.");
      expect(shown).not.to.contain("40000002 not closed");
      expect([code, emulator.executions("closeSession")]).to.deep.equal([130, 3]);
    });

    it("--stale asks, and SIGTERM at the question ends the command: none is closed", async () => {
      const stale = "--stale 1s --node 401 --ref channel --status waiting";
      const { code } = await onTerminal(stale, [[/Close \d+ sessions\? \[y\/N\] /, "SIGTERM"]]);
      expect([code, emulator.executions("closeSession")]).to.deep.equal([130, 0]);
    });

    for (const [answer, closes] of [
      ["y", true],
      ["n", false],
    ] as const) {
      it(`--stale shows the table and asks: ${answer} closes ${closes ? "them" : "none"}`, async () => {
        const stale = "--stale 1s --node 401 --ref channel --status waiting";
        const { code, shown } = await onTerminal(stale, [[/Close \d+ sessions\? \[y\/N\] /, `${answer}\r`]]);
        expect(shown).to.match(/id +word +technician/);
        const [, count = ""] = /Close (\d+) sessions\?/.exec(shown) ?? [];
        expect(Number(count)).to.be.above(1);
        expect(emulator.executions("closeSession")).to.equal(closes ? Number(count) : 0);
        expect(code).to.equal(closes ? 0 : 2);
      });
    }
  });
}
