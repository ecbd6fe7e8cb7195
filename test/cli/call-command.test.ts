import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { ADMINISTRATOR, AUTH_CODE, SESSION } from "../client/guide-values.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { jsonLines, rescue } from "./rescue-command.js";

const SESSION_ROW = {
  iID: 1,
  bStatus: "SESSION_WAITING",
  iEntry: 0,
  iTechnician: 0,
  iWaitingTimeInSec: 0,
  bIsLead: false,
  bHandingOff: false,
};

describe("rescue call", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.close());
  const call = (args: readonly string[], environment: Record<string, string> = { RESCUE_AUTHCODE: AUTH_CODE }) =>
    rescue(["call", ...args], { ...environment, RESCUE_ENDPOINT: emulator.endpoint });
  const called = () => emulator.log.map(({ operation }) => operation);

  it("prints a line for each value of an answer", async () => {
    const { code, stdout, stderr } = await call(["getUser_v3", "iNodeID=201"]);
    expect(stdout).to.match(/^oUser\.iNodeID {2,}201\noUser\.sName {2,}First Technician\n/);
    expect([code, stderr]).to.deep.equal([0, ""]);
  });

  it("--json: prints the answer on one line", async () => {
    const ended = await call(["getAccount", "--json"]);
    expect(jsonLines(ended.stdout)).to.have.length(1);
    expect(jsonLines(ended.stdout)[0]).to.include({ iAdminID: 101, sEmail: ADMINISTRATOR.email });
    expect(ended).to.include({ code: 0, stderr: "" });
  });

  it("--csv: prints a head and the values of an answer", async () => {
    const [head, row, ...rest] = (await call(["getUser_v3", "iNodeID=201", "--csv"])).stdout.split("\n");
    expect(head).to.match(/^oUser\.iNodeID,oUser\.sName,/);
    expect(row).to.match(/^201,First Technician,/);
    expect(rest).to.deep.equal([""]);
  });

  it("prints a list as a table, without the columns that are empty in every row", async () => {
    const { stdout } = await call(["getSession_V3", "iNodeID=201", "eNodeRef=NODE"]);
    const [head = "", ...rows] = stdout.trimEnd().split("\n");
    expect(head)
      .to.match(/^iID +bStatus +sStatus /)
      .and.to.not.contain("sTransferredTo");
    expect(rows.find((row) => row.startsWith(String(SESSION)))).to.match(/ SESSION_PICKEDUP +Active /);
  });

  it("--json: prints the rows of a list, one a line; --csv: with all columns of the contract", async () => {
    const lines = jsonLines((await call(["getSession_V3", "iNodeID=201", "eNodeRef=NODE", "--json"])).stdout);
    expect(lines.map((line) => (line as { readonly iID: number }).iID)).to.include(SESSION);
    const [head = "", ...rows] = (await call(["getSession_V3", "iNodeID=201", "eNodeRef=NODE", "--csv"])).stdout
      .trimEnd()
      .split("\n");
    expect(head).to.match(/^iID,bStatus,.*sTransferredTo/);
    expect(rows).to.have.length(lines.length);
  });

  it("an empty list is a head, or nothing", async () => {
    const empty = (...more: string[]) => call(["getSession_V3", "iNodeID=111", "eNodeRef=NODE", ...more]);
    expect((await empty()).stdout).to.match(/^iID +bStatus .*\n$/);
    expect((await empty("--csv")).stdout).to.match(/^iID,bStatus,.*\n$/);
    expect((await empty("--json")).stdout).to.equal("");
  });

  it("an answer without values says that it was done", async () => {
    const { code, stdout } = await call(["closeSession", `iSession=${SESSION}`]);
    expect([code, stdout]).to.deep.equal([0, "closeSession answered OK\n"]);
  });

  it("foreign text reaches the terminal visibly, and no line of it begins as a value does", async () => {
    const forged = "one\nsNote  forged\r\n\u009b2J\u202e";
    emulator.on("getNote", () => ({ getNoteResult: "getNote_OK", sNote: forged }));
    const { stdout } = await call(["getNote", `iSessionID=${SESSION}`]);
    expect(stdout).to.equal("sNote  one\n       sNote  forged\n       \\u{9b}2J\\u{202e}\n");
    expect(jsonLines((await call(["getNote", `iSessionID=${SESSION}`, "--json"])).stdout)).to.deep.equal([
      { sNote: forged },
    ]);
    emulator.on("getSession_V3", () => ({
      getSession_V3Result: "getSession_OK",
      aSessions: { SESSION_V3: [null, { ...SESSION_ROW, sStatus: forged }] },
    }));
    const rows = (await call(["getSession_V3", "iNodeID=201", "eNodeRef=NODE"])).stdout.trimEnd().split("\n");
    expect(rows).to.have.length(3);
    expect(rows[2]).to.contain("one\\u{a}sNote  forged");
  });

  it("what the arguments lack is said before a login", async () => {
    const login = { RESCUE_EMAIL: ADMINISTRATOR.email, RESCUE_PASSWORD: ADMINISTRATOR.password };
    expect((await call(["getSession_V3", "iNodeID=201", "eNodeRef=TREE"], login)).code).to.equal(2);
    expect(called()).to.deep.equal([]);
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
    [["closeSession", "iSession=020000010"], /iSession: expected a whole number .*, without a leading zero/],
    [["closeSession", "sAuthCode=PLANTED"], /sAuthCode is a secret/],
    [["closeSession", "PLANTED"], /expected key=value/],
    [["closeSession", "iSession=1", "--raw", "--json"], /cannot be used with option/],
    [["closeSession", "iSession=1", "--csv", "--json"], /cannot be used with option/],
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
