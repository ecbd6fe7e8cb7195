import { expect } from "chai";
import { ADMINISTRATOR, SESSION } from "../client/guide-values.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { jsonLines, type Running, start } from "./rescue-command.js";

const LOGIN = { RESCUE_EMAIL: ADMINISTRATOR.email, RESCUE_PASSWORD: ADMINISTRATOR.password };
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Commands that change something, and the call that is under way when they are interrupted. */
const CHANGES = [
  { args: ["close", String(SESSION), "20000001", "--json"], operation: "closeSession" },
  { args: ["call", "closeSession", `iSession=${SESSION}`], operation: "closeSession" },
  { args: ["call", "closeSession", `iSession=${SESSION}`, "--raw"], operation: "closeSession" },
  { args: ["pin"], operation: "requestPINCodeV3" },
] as const;

/** The same of commands that read. */
const READS = [
  { args: ["sessions", "--node", "201"], operation: "getSession_V3" },
  { args: ["watch", "--node", "201"], operation: "getSession_V3" },
  { args: ["hierarchy"], operation: "getHierarchy_v2" },
  { args: ["users", "201", "202"], operation: "getUser_v3" },
  { args: ["doctor"], operation: "getAccount" },
] as const;

// A child on Windows is ended by every signal.
if (process.platform !== "win32") {
  describe("a command that is interrupted", () => {
    let emulator: Emulator;
    before(async () => {
      emulator = await startEmulator({ limits: false });
    });
    beforeEach(() => emulator.reset());
    after(() => emulator.close());

    /** Starts a command and waits until the service has the call, which it answers when `answer` is called. */
    async function inTheCall(args: readonly string[], operation: string) {
      let answer = () => {};
      const answered = new Promise<void>((resolve) => {
        answer = resolve;
      });
      let running: Running | undefined;
      await new Promise<void>((resolve) => {
        emulator.on(operation, async (_, { proceed }) => {
          resolve();
          await answered;
          return proceed();
        });
        running = start(args, { ...LOGIN, RESCUE_ENDPOINT: emulator.endpoint });
      });
      return { ...(running as Running), answer };
    }

    /** Starts a command and waits until the service has a call that it never answers. */
    async function inTheRead(args: readonly string[], operation: string, nth = 1): Promise<Running> {
      emulator.faults.add({ operation, phase: "before", kind: "stall", nth });
      const running = start(args, { ...LOGIN, RESCUE_ENDPOINT: emulator.endpoint });
      while (emulator.log.filter((entry) => entry.operation === operation).length < nth)
        await new Promise(setImmediate);
      return running;
    }

    /** Resolves when the command says what becomes of the call. */
    const said = ({ child }: Running) =>
      new Promise<void>((resolve) => {
        let shown = "";
        child.stderr?.on("data", (chunk) => {
          shown += chunk;
          if (shown.includes("press Ctrl-C again")) resolve();
        });
      });

    const logouts = () => emulator.log.filter(({ operation }) => operation === "logout").length;

    for (const { args, operation } of CHANGES) {
      for (const signal of SIGNALS) {
        it(`rescue ${args.join(" ")}: ${signal} lets the call end, logs out and exits with 130`, async () => {
          const running = await inTheCall(args, operation);
          const explained = said(running);
          running.child.kill(signal);
          await explained;
          // A terminal that is closed sends it twice.
          if (signal === "SIGHUP") running.child.kill(signal);
          running.answer();
          const { code, stdout, stderr } = await running.ended;
          expect([code, logouts(), emulator.logins()], stderr).to.deep.equal([130, 1, 0]);
          expect(stdout).to.not.equal("");
          expect(emulator.executions(operation)).to.equal(1);
        });
      }
    }

    for (const [index, { args, operation }] of READS.entries()) {
      // They share their way out: one of them is enough for the other signals.
      for (const signal of index === 0 ? SIGNALS : (["SIGHUP"] as const)) {
        it(`rescue ${args.join(" ")}: ${signal} ends the read, logs out and exits with 130`, async () => {
          const { child, ended } = await inTheRead(args, operation);
          child.kill(signal);
          const { code, stderr } = await ended;
          expect([code, logouts(), emulator.logins()], stderr).to.deep.equal([130, 1, 0]);
        });
      }
    }

    it("prints what the call that was allowed to end has answered", async () => {
      const running = await inTheCall(["pin", "--json"], "requestPINCodeV3");
      const explained = said(running);
      running.child.kill("SIGINT");
      await explained;
      running.answer();
      expect(jsonLines((await running.ended).stdout)[0])
        .to.have.property("code")
        .that.matches(/^\d{6}$/);
    });

    it("tells which users were not read, and prints those that were", async () => {
      const { child, ended } = await inTheRead(["users", "201", "202", "203", "--json"], "getUser_v3", 2);
      child.kill("SIGINT");
      const { code, stdout, stderr } = await ended;
      expect(jsonLines(stdout)).to.have.length(1);
      expect(jsonLines(stdout)[0]).to.include({ id: 201 });
      expect([code, stderr]).to.deep.equal([130, "rescue: interrupted: not read: 202, 203\n"]);
    });

    for (const args of [["call", "closeSession", `iSession=${SESSION}`], ["close", String(SESSION)], ["pin"]]) {
      it(`rescue ${args[0]}: sends no call where it is interrupted during the login`, async () => {
        const running = await inTheCall(args, "login");
        const explained = said(running);
        running.child.kill("SIGINT");
        await explained;
        running.answer();
        const { code, stdout, stderr } = await running.ended;
        expect([code, stdout]).to.deep.equal([130, ""]);
        expect(stderr).to.contain("abort");
        expect(emulator.executions("closeSession") + emulator.executions("requestPINCodeV3")).to.equal(0);
      });
    }

    it("rescue call: a second Ctrl-C aborts the call, whose outcome is then unknown, and never said to be none", async () => {
      const running = await inTheCall(["call", "closeSession", `iSession=${SESSION}`], "closeSession");
      const explained = said(running);
      running.child.kill("SIGINT");
      await explained;
      running.child.kill("SIGINT");
      const { code, stderr } = await running.ended;
      running.answer();
      expect(code).to.equal(130);
      expect(stderr).to.match(/rescue: closeSession 12345678: .*(?:unknown|may)/i);
    });

    it("rescue auth request: Ctrl-C lets the request end, and prints the code that it has made", async () => {
      const running = await inTheCall(["auth", "request", "--yes"], "requestAuthCode");
      const explained = said(running);
      running.child.kill("SIGINT");
      await explained;
      running.answer();
      const { code, stdout } = await running.ended;
      expect([code, stdout]).to.deep.equal([130, `${stdout.trim()}\n`]);
      expect(stdout).to.have.length.above(8);
    });
  });
}
