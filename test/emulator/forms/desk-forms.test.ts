import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { AUTH_CODE } from "../wire.js";
import { METHODS, textOf } from "./form-call.js";

const TECHNICIAN_CODE = "4ahx...tech...80u0";

describe("HTTP forms of nodes, PINs and reports", () => {
  for (const method of METHODS) {
    describe(method, () => {
      const clock = new VirtualClock(Date.UTC(2026, 0, 1, 12));
      let emulator: Emulator;
      before(async () => {
        emulator = await startEmulator({ clock });
      });
      beforeEach(() => emulator.reset());
      after(() => emulator.close());
      const text = (name: string, sent: Record<string, string> = {}) =>
        textOf(emulator.endpoint, name, { authcode: AUTH_CODE, ...sent }, { method });

      it("createUser, setUser, getUser, moveNode, setUserStatus, deleteNode", async () => {
        const [word, node = ""] = (await text("createUser", { parent: "301" })).split("\n\n");
        expect(word).to.equal("OK");
        expect(node).to.match(/^\d+$/);
        const user = {
          node,
          name: "New | <b>One</b>",
          email: "new@example.com",
          pwd: "longSecret1",
          confpwd: "longSecret1",
          status: "Enabled",
          addons: "True",
        };
        expect(await text("setUser", user)).to.equal("OK");
        expect(await text("setUser", { ...user, email: "other@email.com" })).to.match(/^INVALIDPARAM_EMAIL/);
        const lines = (await text("getUser", { node })).split("\n");
        expect(lines.slice(0, 4)).to.deep.equal(["OK", "", `NODEID: ${node}`, "NAME: New | <b>One</b>"]);
        expect(lines).to.include.members(["EMAIL: new@example.com", "TYPE: Technician", "HASMOBILEADDON: True"]);
        expect(await text("moveNode", { node, targetnode: "302" })).to.equal("OK");
        const hierarchy = await text("getHierarchy_v2", { isnode: "true", node });
        expect(hierarchy).to.match(new RegExp(`^OK\n\nNodeID:${node}\nParentID:302\nName:New \\| <b>One</b>\n`));
        expect(await text("setUserStatus", { node, status: "Disabled" })).to.equal("OK");
        expect(await text("deleteNode", { node })).to.equal("OK");
        expect(await text("getUser", { node })).to.equal("INVALIDPARAM_NODE");
      });

      it("getGroup and channels; the guide's words for nodes of the wrong type", async () => {
        expect(await text("getGroup", { node: "301" })).to.match(
          /^OK\n\nNODEID: 301\nNAME: .*\n.*\nTYPE: TechnicianGroup\n/,
        );
        expect(await text("getGroup", { node: "201" })).to.equal("INVALIDPARAM_NODE");
        expect(await text("createGroup", { parent: "999999" })).to.equal("INVALIDPARAM_PARENT");
        expect(await text("moveNode", { node: "201", targetnode: "999999" })).to.equal("INVALIDPARAM_TARGETNODE");
        expect(await text("assignChannel", { node: "201", entry: "999999" })).to.equal("INVALIDPARAM_ENTRY");
      });

      it("requestPINCode: six digits where clients cut them, one a second, and only with the console running", async () => {
        const pin = await text("requestPINCode", { authcode: TECHNICIAN_CODE });
        expect(pin).to.match(/^OK\n\nPINCODE:\d{6}$/);
        expect(await text("requestPINCode", { authcode: TECHNICIAN_CODE })).to.equal("POLLRATEEXCEEDED");
        clock.advance(1000);
        const mail = await text("generateEmailText", { authcode: TECHNICIAN_CODE, pincode: pin.slice(12) });
        expect(mail).to.match(/^OK\n\nSUBJECT:.*\nTEXT:.*\nLINK:http.*\nSIGNATURE:/s);
        const third = { authcode: "4ahx...third...80u0" };
        expect(await text("requestPINCode", third)).to.equal("NOTECHCONSOLERUNNING");
        clock.advance(1000);
        expect(await text("requestPINCode", { ...third, notechconsole: "1" })).to.match(/^OK\n\nPINCODE:/);
        expect(await text("requestPINCode", { authcode: "4ahx...other...80u0" })).to.equal("NOTTECHNICIAN");
      });

      it("getReport: set up by its forms; text rows end with the delimiter, XML comes after OK and an empty line", async () => {
        expect(await text("setReportArea", { area: "0" })).to.equal("OK");
        expect(await text("setReportArea", { area: "99" })).to.equal("ERROR");
        const dates = { bdate: "12/1/2025 0:00:00", edate: "1/31/2026 23:59:59" };
        expect(await text("setReportDate_v2", dates)).to.equal("OK");
        expect(await text("setReportDate", { bdate: "1/2/2026", edate: "1/1/2026" })).to.equal("INVALIDDATERANGE");
        expect(await text("setReportDate", { bdate: "2026-01-01", edate: "1/1/2026" })).to.equal("INVALIDFORMAT");
        expect(await text("setDelimiter", { delimiter: ";" })).to.equal("OK");
        expect(await text("getDelimiter")).to.equal("OK\n\nDELIMITER:;");
        const report = await text("getReport_v2", { node: "1", nodetype: "NODE" });
        const [status, empty, headings = ""] = report.split(/\r?\n/);
        expect([status, empty]).to.deep.equal(["OK", ""]);
        expect(headings).to.match(/;$/).and.contain("Session ID;");
        expect(await text("setOutput", { output: "XML" })).to.equal("OK");
        clock.advance(60_000);
        expect(await text("getReport", { node: "1" })).to.match(/^OK\n\n<.*<header>.*<data/s);
      });
    });
  }
});
