import { expect } from "chai";
import { type Emulator, startEmulator } from "../../../reference/service.js";
import { callForm, METHODS, textOf } from "../../forms/form-call.js";
import { exchange } from "../../wire.js";

const SIGN_ON = { ssoid: "tech-sso", Password: "secretSsoPassword", CompanyID: "4711" };
const TICKET = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

describe("single sign-on tickets", () => {
  let emulator: Emulator;
  let origin: string;
  before(async () => {
    emulator = await startEmulator();
    origin = new URL(emulator.endpoint).origin;
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());

  for (const method of METHODS) {
    const ask = (name: string, sent: Record<string, string> = SIGN_ON) =>
      textOf(emulator.endpoint, `SSO/${name}`, sent, { method });

    it(`${method}: GetLoginTicket gives OK, a colon and the address; a new ticket each time`, async () => {
      const pattern = new RegExp(`^OK:${origin}/SSO/Login\\.aspx\\?Ticket=${TICKET}$`);
      const first = await ask("GetLoginTicket");
      expect(first).to.match(pattern);
      const second = await ask("getloginticket", { SSOID: "tech-sso", password: SIGN_ON.Password, companyid: "4711" });
      expect(second).to.match(pattern).and.not.equal(first);
      expect(emulator.executions("getLoginTicket", "tech@email.com")).to.equal(2);
    });

    it(`${method}: GetDTCLoginTicket returns only the address, with arch if it was sent`, async () => {
      const address = `^${origin}/TechConsole/DesktopApp/DownloadSSO\\.aspx\\?companyid=4711&ticket=${TICKET}`;
      expect(await ask("GetDTCLoginTicket")).to.match(new RegExp(`${address}$`));
      expect(await ask("GetDTCLoginTicket", { ...SIGN_ON, arch: "64" })).to.match(new RegExp(`${address}&arch=64$`));
    });

    for (const name of ["GetLoginTicket", "GetDTCLoginTicket"]) {
      it(`${method}: ${name} refuses with the guide's words`, async () => {
        for (const missing of ["ssoid", "Password", "CompanyID"]) {
          expect(await ask(name, { ...SIGN_ON, [missing]: "" }), missing).to.equal("MISSINGPARAMETERS");
        }
        expect(await ask(name, {})).to.equal("MISSINGPARAMETERS");
        expect(await ask(name, { ...SIGN_ON, CompanyID: "4712" })).to.equal("INVALIDCOMPANYID");
        expect(await ask(name, { ...SIGN_ON, ssoid: "nobody" })).to.equal("INVALIDPASSWORD");
        expect(await ask(name, { ...SIGN_ON, Password: "secretPassword" })).to.equal("INVALIDPASSWORD");
        await callForm(emulator.endpoint, "setUserStatus", {
          node: "201",
          status: "Disabled",
          authcode: "4ahx...80u0",
        });
        expect(await ask(name), "a disabled technician").to.equal("INVALIDPASSWORD");
        expect(emulator.executions(name.replace("G", "g"))).to.equal(0);
      });
    }

    it(`${method}: the log shows neither password nor ticket`, async () => {
      const text = (await ask("GetLoginTicket")) + (await ask("GetDTCLoginTicket"));
      const tickets = Array.from(text.matchAll(new RegExp(TICKET, "g")), ([ticket]) => ticket);
      expect(tickets).to.have.length(2);
      const log = emulator.log.map(({ request, response }) => `${request}\n${response}`).join("\n");
      for (const secret of [...tickets, "secretSsoPassword", "tech-sso"]) expect(log).not.to.contain(secret);
      expect(log).to.contain("OK:").and.contain("Ticket=[redacted]");
    });
  }

  it("needs no login, sets no cookie, and leads to no page", async () => {
    const reply = await callForm(emulator.endpoint, "SSO/GetLoginTicket", SIGN_ON);
    expect(reply.headers["set-cookie"]).to.equal(undefined);
    const page = await exchange(reply.body.slice(3), { method: "GET" });
    expect(page.status).to.equal(404);
  });
});
