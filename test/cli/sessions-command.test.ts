import { expect } from "chai";
import { ADMINISTRATOR, SESSION } from "../client/guide-values.js";
import { VERSIONS } from "../emulator/wire.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { jsonLines, rescue } from "./rescue-command.js";

const LOGIN = { RESCUE_EMAIL: ADMINISTRATOR.email, RESCUE_PASSWORD: ADMINISTRATOR.password };

describe("rescue sessions", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ limits: false });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());
  const sessions = (...args: readonly string[]) =>
    rescue(["sessions", ...args], { ...LOGIN, RESCUE_ENDPOINT: emulator.endpoint });

  for (const soap of VERSIONS) {
    it(`prints a table, SOAP ${soap}`, async () => {
      const { code, stdout, stderr } = await sessions("--node", "402", "--ref", "channel", "--soap", soap);
      expect([code, stderr]).to.deep.equal([0, ""]);
      const [head = "", ...rows] = stdout.trimEnd().split("\n");
      expect(head).to.match(/^id +word +technician +channel +started +waiting +customer +transferredTo$/);
      expect(rows.find((row) => row.startsWith("30000003"))).to.match(/ waiting +First Technician +Hardware /);
      expect(emulator.logins()).to.equal(0);
    });
  }

  it("prints JSON, an object a line", async () => {
    const { code, stdout } = await sessions("--node", "201", "--json");
    expect(code).to.equal(0);
    const line = jsonLines(stdout).find((one) => (one as { readonly id: number }).id === SESSION);
    expect(line).to.include({ word: "active", technicianId: 201, channelId: 401, customField1: "Printer is offline" });
  });

  it("prints CSV with all columns, in which a spreadsheet runs nothing and no line is broken", async () => {
    const customFields = ["=1+1", 'two\nlines, "quoted"'];
    emulator.desk.newSession({ id: 71, technician: 111, status: "WAITING", customFields });
    const { stdout } = await sessions("--node", "111", "--csv");
    const [head = "", row = "", ...rest] = stdout.split("\n");
    expect(head).to.match(/^id,word,status,statusText,technician,.*,customer,customField1,.*,transferComment$/);
    expect(row).to.match(/^71,waiting,SESSION_WAITING,Waiting,Account Holder,111,,,/);
    expect(row).to.contain(`,'=1+1,"two\\u{a}lines, ""quoted""",`);
    expect(rest).to.deep.equal([""]);
  });

  it("an empty queue is no failure", async () => {
    expect(await sessions("--node", "111", "--json")).to.deep.equal({ code: 0, stdout: "", stderr: "" });
    expect((await sessions("--node", "111")).stdout).to.match(/^id {2}word .*\n$/);
  });

  it("1: says what the service refused", async () => {
    const { code, stdout, stderr } = await sessions("--node", "401");
    expect([code, stdout]).to.deep.equal([1, ""]);
    expect(stderr).to.match(/^rescue: getSession_V3 answered getSession_InvalidParam_NodeID: /);
  });

  for (const [args, message] of [
    [[], "required option '--node <id>' not specified"],
    [["--node", "0"], "expected the id of a node"],
    [["--node", "2e1"], "expected the id of a node"],
    [["--node", "0201"], "expected the id of a node"],
    [["--node", "2147483648"], "expected the id of a node"],
    [["--node", "201", "--ref", "tree"], "Allowed choices are node, channel"],
    [["--node", "201", "--csv", "--json"], "cannot be used with option"],
  ] as const) {
    it(`2: refuses ${JSON.stringify(args)}, and sends nothing`, async () => {
      const { code, stderr } = await sessions(...args);
      expect(code).to.equal(2);
      expect(stderr).to.contain(message);
      expect(emulator.log).to.have.length(0);
    });
  }
});
