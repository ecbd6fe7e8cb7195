import { expect } from "chai";
import { ADMINISTRATOR } from "../client/guide-values.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { jsonLines, rescue, start } from "./rescue-command.js";

const LOGIN = { RESCUE_EMAIL: ADMINISTRATOR.email, RESCUE_PASSWORD: ADMINISTRATOR.password };

describe("rescue hierarchy and rescue users", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ limits: false });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());
  const run = (...args: readonly string[]) => rescue(args, { ...LOGIN, RESCUE_ENDPOINT: emulator.endpoint });

  it("hierarchy prints the tree, indented", async () => {
    const { code, stdout, stderr } = await run("hierarchy");
    expect([code, stderr]).to.deep.equal([0, ""]);
    expect(stdout).to.match(/^id +type +status +name +email\n1 +Root +Offline +Emulated Support Desk\n/);
    expect(stdout).to.match(/^201 +Technician +Online {6} {4}First Technician +tech@email\.com$/m);
  });

  it("hierarchy prints JSON and CSV with the parents", async () => {
    const lines = jsonLines((await run("hierarchy", "--json")).stdout);
    expect(lines).to.deep.include({
      ...{ id: 201, parent: 301, name: "First Technician", email: "tech@email.com", description: "" },
      ...{ status: "Online", type: "Technician", role: "technician", depth: 3 },
    });
    expect((await run("hierarchy", "--csv")).stdout).to.match(
      /^parent,id,type,status,name,email,description\n(?:.*\n)*301,201,Technician,Online,First Technician,/,
    );
  });

  it("users lists everybody who has a role", async () => {
    const { stdout } = await run("users");
    expect(stdout).to.match(/^101 +master administrator +Offline +Account Holder +some@email\.com$/m);
    expect(stdout).not.to.contain("First Line");
  });

  it("users shows those that are named, by id or address", async () => {
    const lines = jsonLines((await run("users", "tech@email.com", "202", "--json")).stdout);
    expect(lines).to.have.length(2);
    expect(lines[0]).to.include({ id: 201, nick: "Tech 1", ssoId: "tech-sso", enabled: true });
    expect(lines[1]).to.include({ id: 202, mobileAddOn: true });
  });

  it("users --from -: reads more of them from standard input, and refuses a list without any", async () => {
    const list = async (text: string) => {
      const environment = { ...LOGIN, RESCUE_ENDPOINT: emulator.endpoint };
      const { child, ended } = start(["users", "--from", "-", "--json"], environment, { input: "pipe" });
      child.stdin?.end(text);
      return ended;
    };
    const users = jsonLines((await list("202\n\ntech@email.com\n")).stdout);
    expect(users.map((user) => (user as { readonly id: number }).id)).to.deep.equal([202, 201]);
    const { code, stderr } = await list("\n");
    expect(code).to.equal(2);
    expect(stderr).to.contain("no user in standard input");
  });

  it("1: users shows the others where one is refused, and says which", async () => {
    const { code, stdout, stderr } = await run("users", "nobody@email.com", "202", "--json");
    expect([code, jsonLines(stdout).length]).to.deep.equal([1, 1]);
    expect(stderr).to.match(/^rescue: nobody@email\.com: getUser_v3 answered getUser_InvalidParam_Email/);
  });

  it("users says what is refused, and refuses what is neither", async () => {
    expect(await run("users", "nobody@email.com")).to.include({ code: 1, stdout: "" });
    const { code, stderr } = await run("users", "nobody");
    expect(code).to.equal(2);
    expect(stderr).to.equal('rescue: "nobody" is neither an e-mail address nor the id of a node\n');
  });
});
