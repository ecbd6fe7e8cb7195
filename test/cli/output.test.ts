import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { ADMINISTRATOR, SESSION } from "../client/guide-values.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { ENVIRONMENT, type Environment, jsonLines, MAIN, start } from "./rescue-command.js";

const LOGIN = { RESCUE_EMAIL: ADMINISTRATOR.email, RESCUE_PASSWORD: ADMINISTRATOR.password };
const OTHERS = [20000001, 20000002];
const UNKNOWN = 90000004;

describe("output that cannot be written", () => {
  let emulator: Emulator;
  let environment: Environment;
  let children: ChildProcess[];
  beforeEach(async () => {
    children = [];
    emulator = await startEmulator();
    environment = { ...LOGIN, RESCUE_ENDPOINT: emulator.endpoint };
  });
  afterEach(async () => {
    for (const child of children) child.kill("SIGKILL");
    await emulator.close();
  });

  const called = () => emulator.log.map(({ operation }) => operation);

  /** Runs `rescue` with some of its output streams closed from the start. */
  async function withoutReader(gone: "stdout" | "stderr" | "both", args: readonly string[]) {
    const { child, ended } = start(args, environment);
    children.push(child);
    if (gone !== "stderr") child.stdout?.destroy();
    if (gone !== "stdout") child.stderr?.destroy();
    return ended;
  }

  /** Runs `rescue` with its output redirected to files. */
  async function onFiles(args: readonly string[], ...paths: readonly string[]) {
    const files = paths.map((path) => openSync(path, "w"));
    const child = spawn(process.execPath, [MAIN, ...args], {
      env: { PATH: process.env.PATH, ...ENVIRONMENT, ...environment },
      stdio: ["ignore", ...files, ...(files.length === 1 ? ["pipe" as const] : [])],
    });
    for (const file of files) closeSync(file);
    children.push(child);
    return ended(child);
  }

  describe("close", () => {
    it("with stdout closed: ends after the first session, prints the rest on stderr, logs out", async () => {
      const ended = await withoutReader("stdout", ["close", ...[SESSION, ...OTHERS].map(String)]);
      expect(ended.code).to.equal(74);
      expect(ended.stderr.split("\n")).to.deep.equal([
        "rescue: standard output cannot be written to (EPIPE)",
        "12345678 closed (closeSessionRet_OK)",
        "20000001 not tried: the run ended at session 12345678, whose result could not be written",
        "20000002 not tried: the run ended at session 12345678, whose result could not be written",
        "",
      ]);
      expect(called()).to.deep.equal(["login", "closeSession", "logout"]);
      expect(emulator.logins()).to.equal(0);
    });

    it("does the same in JSON with --json", async () => {
      const ended = await withoutReader("stdout", ["close", String(SESSION), "20000001", "--json"]);
      expect(ended.code).to.equal(74);
      const [notice, ...lines] = ended.stderr.split("\n");
      expect(notice).to.equal("rescue: standard output cannot be written to (EPIPE)");
      expect(jsonLines(lines.join("\n")).map((line) => (line as { code: string }).code)).to.deep.equal([
        "OK",
        "NOT_TRIED",
      ]);
      expect(called()).to.deep.equal(["login", "closeSession", "logout"]);
    });

    it("with stderr closed: prints failures on stdout, and tries no later session", async () => {
      const ended = await withoutReader("stderr", ["close", String(SESSION), String(UNKNOWN), "20000001"]);
      expect(ended.code).to.equal(74);
      expect(ended.stdout).to.match(
        /^12345678 closed \(closeSessionRet_OK\)\nrescue: standard error cannot be written to \(EPIPE\)\n90000004 not closed: .*\n20000001 not tried: .*\n$/,
      );
      expect(called()).to.deep.equal(["login", "closeSession", "closeSession", "logout"]);
      expect(emulator.logins()).to.equal(0);
    });

    it("with both closed: tries no later session", async () => {
      for (const sessions of [
        [SESSION, 20000001],
        [UNKNOWN, 20000001],
      ]) {
        emulator.reset();
        const before = emulator.log.length;
        const { code } = await withoutReader("both", ["close", ...sessions.map(String)]);
        expect(code).to.equal(74);
        expect(called().slice(before)).to.deep.equal(["login", "closeSession", "logout"]);
      }
    });

    it("whose reader stops early, as head does: ends after the call in progress", async () => {
      let leave: () => void = () => {};
      const readerIsGone = new Promise<void>((resolve) => {
        leave = resolve;
      });
      emulator.on("closeSession", async ({ iSession }) => {
        if (iSession !== SESSION) await readerIsGone;
        return { closeSessionResult: "closeSessionRet_OK" };
      });
      const { child, ended, firstLine } = start(["close", String(SESSION), ...OTHERS.map(String)], environment);
      children.push(child);
      expect(await firstLine).to.equal("12345678 closed (closeSessionRet_OK)");
      child.stdout?.destroy().once("close", leave);
      const { code, stderr } = await ended;
      expect(code).to.equal(74);
      expect(stderr).to.contain("20000001 closed (closeSessionRet_OK)\n20000002 not tried: ");
      expect(called()).to.deep.equal(["login", "closeSession", "closeSession", "logout"]);
    });
  });

  it("doctor: ends at the first line that cannot be written, before it has called", async () => {
    const ended = await withoutReader("stdout", ["doctor"]);
    expect([ended.code, called()]).to.deep.equal([74, []]);
    expect(ended.stderr).to.match(/^rescue: standard output cannot .*\nendpoint {4}ok {2}http:/);
  });

  it("emulator: ends when its address cannot be printed", async () => {
    const ended = await withoutReader("stdout", ["emulator"]);
    expect(ended.code).to.equal(74);
    expect(ended.stderr).to.match(/^rescue: standard output cannot be written to \(EPIPE\)\nListening on /);
  });

  describe("a report or help text whose reader stops early is not a failure", () => {
    const runs: readonly (readonly [args: readonly string[], code: number])[] = [
      [["--help"], 0],
      [["wsdl", "show"], 0],
      [["wsdl", "show", "closeSession", "--json"], 0],
      [["wsdl", "diff", "packaged", "packaged", "--markdown"], 0],
      [["wsdl", "diff", "packaged", "test/fixtures/wsdl/real.wsdl", "--json"], 12],
    ];
    for (const [args, code] of runs) {
      it(args.join(" "), async () => {
        expect(await withoutReader("stdout", args)).to.deep.include({ code, stderr: "" });
      });
    }
  });

  it("an error that cannot be printed on stderr also ends with 74, and is printed on stdout", async () => {
    for (const args of [["close", "abc"], ["close"], ["wsdl", "show", "--wsdl", "no.wsdl"]]) {
      const ended = await withoutReader("stderr", args);
      expect(ended.code, args.join(" ")).to.equal(74);
      expect(ended.stdout).to.match(/^rescue: standard error cannot be written to \(EPIPE\)\n(?:rescue|error): .*\n$/);
    }
  });

  if (existsSync("/dev/full")) {
    describe("on a full disk (/dev/full)", () => {
      const commands: readonly (readonly string[])[] = [
        ["--help"],
        ["--version"],
        ["close", String(SESSION), "20000001"],
        ["doctor"],
        ["emulator"],
        ["wsdl", "show"],
        ["wsdl", "diff", "packaged", "packaged"],
        ["generate", "--wsdl", "packaged", "--out", "generated", "--check"],
      ];
      for (const args of commands) {
        it(`${args.join(" ")} ends with 74, and reports it on stderr`, async () => {
          const { code, stderr } = await onFiles(args, "/dev/full");
          expect([code, stderr.split("\n")[0]]).to.deep.equal([
            74,
            "rescue: standard output cannot be written to (ENOSPC)",
          ]);
          expect(stderr).not.to.match(/\n {4}at /);
        });
      }

      it("for both stdout and stderr: close ends with 74 after the first session and logs out", async () => {
        const { code } = await onFiles(["close", String(SESSION), "20000001"], "/dev/full", "/dev/full");
        expect(code).to.equal(74);
        expect(called()).to.deep.equal(["login", "closeSession", "logout"]);
      });
    });
  }

  // Windows has no such limit.
  if (process.platform !== "win32") {
    it("reports a file that has room for only a part of the report", async () => {
      const folder = await mkdtemp(join(tmpdir(), "output-"));
      try {
        const file = join(folder, "report");
        const script = `ulimit -f 1; exec '${process.execPath}' '${MAIN}' wsdl show > '${file}'`;
        const child = spawn("sh", ["-c", script], { env: { PATH: process.env.PATH } });
        const { code, stderr } = await ended(child);
        expect([code, stderr]).to.deep.equal([74, "rescue: standard output cannot be written to (EFBIG)\n"]);
        expect(await readFile(file, "utf8")).to.have.length.above(0);
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  }
});

async function ended(child: ChildProcess): Promise<{ readonly code: number | null; readonly stderr: string }> {
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  const [code] = await once(child, "close");
  return { code: code as number | null, stderr };
}
