import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { ADMINISTRATOR, AUTH_CODE, SESSION } from "../client/guide-values.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { rescue } from "./rescue-command.js";

describe("rescue call", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.close());
  const call = (args: readonly string[], environment: Record<string, string> = { RESCUE_AUTHCODE: AUTH_CODE }) =>
    rescue(["call", ...args], { ...environment, RESCUE_ENDPOINT: emulator.endpoint });
  const called = () => emulator.log.map(({ operation }) => operation);

  it("prints the answer as JSON", async () => {
    const ended = await call(["getAccount"]);
    expect(JSON.parse(ended.stdout)).to.include({ iAdminID: 101, sEmail: ADMINISTRATOR.email });
    expect(ended).to.include({ code: 0, stderr: "" });
  });

  it("logs in and out with a password, and ends as close does where the service refuses", async () => {
    const login = { RESCUE_EMAIL: ADMINISTRATOR.email, RESCUE_PASSWORD: ADMINISTRATOR.password };
    const ended = await call(["closeSession", "iSession=90000003"], login);
    expect(ended.stderr).to.match(/^rescue: closeSession 90000003 answered closeSessionRet_ActionFailed/);
    expect([ended.code, ended.stdout]).to.deep.equal([1, ""]);
    expect(called()).to.deep.equal(["login", "closeSession", "logout"]);
  });

  it("3: a change whose answer is lost is sent once", async () => {
    emulator.faults.add({ operation: "closeSession", phase: "after", kind: "reset" });
    expect((await call(["closeSession", `iSession=${SESSION}`])).code).to.equal(3);
    expect(emulator.executions("closeSession", SESSION)).to.equal(1);
  });

  it("--dry-run prints the envelope without secrets, asks for nothing and sends nothing", async () => {
    const ended = await call(["closeSession", `iSession=${SESSION}`, "--dry-run"], {
      RESCUE_JAR: "no-such-folder/jar",
    });
    expect(ended.stdout).to.contain(`<iSession>${SESSION}</iSession>`).and.to.contain("soap:Envelope");
    expect(ended.stdout).to.contain("[redacted]").and.not.to.contain("not-sent");
    expect([ended.code, ended.stderr]).to.deep.equal([0, ""]);
    expect(called()).to.deep.equal([]);
  });

  it("--raw prints status and body, whatever they are, without secrets", async () => {
    const body = `<oops>${AUTH_CODE}</oops>\u001b[2J`;
    emulator.faults.add({
      operation: "getAccount",
      phase: "before",
      kind: "status",
      status: 503,
      contentType: "text/html",
      body,
    });
    const ended = await call(["getAccount", "--raw"]);
    expect(ended.stdout).to.match(/^HTTP 503 text\/html\n\n<oops>\[redacted\]<\/oops>\\u\{1b\}\[2J\n$/);
    expect(ended.code).to.equal(0);
  });

  it("--args reads secrets from a file; the command line goes before it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "call-"));
    try {
      const file = join(folder, "args.json");
      await writeFile(file, JSON.stringify({ iSession: 1, sAuthCode: "PLANTED" }));
      const ended = await call(["closeSession", "iSession=2", "--args", file, "--dry-run"], {});
      expect(ended.stdout).to.contain("<iSession>2</iSession>").and.not.to.contain("PLANTED");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  for (const [args, said] of [
    [["closeSesion"], /did you mean closeSession/],
    [["closeSession", "iSesion=1"], /iSesion is not known here: expected .*did you mean iSession/],
    [["closeSession", "iSession=x1"], /iSession: expected a whole number/],
    [["closeSession", "sAuthCode=PLANTED"], /sAuthCode is a secret/],
    [["closeSession", "PLANTED"], /expected key=value/],
    [["closeSession", "iSession=1", "--args", "nowhere.json"], /cannot read nowhere.json \(ENOENT\)/],
  ] as const) {
    it(`2: ${args.join(" ")}`, async () => {
      const ended = await call(args);
      expect(ended.stderr).to.match(said);
      expect([ended.code, ended.stdout]).to.deep.equal([2, ""]);
      expect(called()).to.deep.equal([]);
    });
  }
});
