import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { partsOf } from "../operations/nodes/test-desk.js";
import { AUTH_CODE, call, resultOf } from "../wire.js";
import { METHODS, textOf } from "./form-call.js";

const ADMINISTRATOR = "4ahx...other...80u0";

describe("HTTP forms of groups", () => {
  for (const method of METHODS) {
    describe(method, () => {
      let emulator: Emulator;
      before(async () => {
        emulator = await startEmulator({ clock: new VirtualClock(0), limits: false });
      });
      beforeEach(() => emulator.reset());
      after(() => emulator.close());
      const text = (name: string, sent: Record<string, string>) =>
        textOf(emulator.endpoint, name, { authcode: AUTH_CODE, ...sent }, { method });
      const set = (sent: Record<string, string> = {}, name = "setGroup") =>
        text(name, { node: "301", name: "First Line", status: "Enabled", ...sent });
      const line = async (key: string, name = "getGroup_v2") =>
        (await text(name, { node: "301" })).split("\n").find((each) => each.startsWith(`${key}: `));

      it("what setGroup writes is what getGroup and getGroup_v2 show, to the byte", async () => {
        const sent = {
          name: "Night | <b>desk</b>",
          status: "disabled",
          description: "a\nb",
          permission: "sendurl, RemoteControl,,RemoteControl,",
          lockedpermission: "ChatSuppression",
        };
        expect(await set(sent)).to.equal("OK");
        const shown =
          "OK\n\nNODEID: 301\nNAME: Night | <b>desk</b>\nDESCRIPTION: a\nb\nTYPE: TechnicianGroup\n" +
          "PERMISSIONS: SendURL,RemoteControl,\nLOCKEDPERMISSIONS: ChatSuppression,\nISENABLED: False\n" +
          "STANDARDCONCURRENTLIMIT: 0\nMOBILECONCURRENTLIMIT: 0";
        expect(await text("getGroup", { node: "301" })).to.equal(shown);
        expect(await text("getGroup_v2", { node: "301" })).to.equal(`${shown}\nRPATCONCURRENTLIMIT: 0`);
        expect(await text("getHierarchy_v2", { isnode: "true", node: "301" })).to.contain("\nStatus:Disabled\n");
        const again = emulator.export().groups?.find(({ id }) => id === 301);
        expect(again).to.deep.include({ permissions: ["SendURL", "RemoteControl"], enabled: false });
        expect(emulator.executions("setGroup", 301)).to.equal(1);
      });

      it("omitted permissions are unchanged; an empty list removes all", async () => {
        const before = await line("PERMISSIONS");
        expect(before).to.contain("RemoteControl,");
        expect(await set()).to.equal("OK");
        expect(await line("PERMISSIONS")).to.equal(before);
        expect(await line("DESCRIPTION")).to.equal("DESCRIPTION: ");
        expect(await set({ permission: "" })).to.equal("OK");
        expect(await line("PERMISSIONS")).to.equal("PERMISSIONS: ");
      });

      it("a created group is disabled until setGroup enables it", async () => {
        const node = (await text("createGroup", { parent: "301" })).slice(4);
        expect(await text("getGroup", { node })).to.contain("\nISENABLED: False\n");
        expect(await set({ node, name: "New" })).to.equal("OK");
        expect(await text("getGroup", { node })).to.match(/\nNAME: New\n(.*\n)*ISENABLED: True\n/);
      });

      it("each version has its own permissions and does not change the other's; SOAP still works", async () => {
        const second = "UnattendedAccess,ConnectOnLan,RemoteView";
        expect(await set({ permission: second }, "setGroup_v2")).to.equal("OK");
        expect(await line("PERMISSIONS")).to.equal(`PERMISSIONS: ${second},`);
        expect(await line("PERMISSIONS", "getGroup")).to.equal("PERMISSIONS: RemoteView,");
        expect(await set({ permission: "TechEndSessionSurvey" })).to.equal("OK");
        expect(await line("PERMISSIONS")).to.equal("PERMISSIONS: UnattendedAccess,ConnectOnLan,");
        const soap = await call(
          emulator.endpoint,
          "getGroup",
          `<iNodeID>301</iNodeID><sAuthCode>${AUTH_CODE}</sAuthCode>`,
        );
        expect(resultOf(soap)).to.equal("getGroup_OK");
        expect(partsOf(soap.body, "NODE_PERMISSIONS")).to.deep.equal(["TechEndSessionSurvey"]);
      });

      it("only master administrators change locked permissions", async () => {
        const by = (authcode: string, sent: Record<string, string>) => set({ authcode, ...sent });
        expect(await by(ADMINISTRATOR, { permission: "RemoteView,SendFile" })).to.equal("OK");
        expect(await by(ADMINISTRATOR, { lockedpermission: "RemoteView" })).to.equal("ERROR");
        expect(await by(AUTH_CODE, { lockedpermission: "RemoteView,SessionRecording" })).to.equal("OK");
        expect(await by(ADMINISTRATOR, { permission: "SendFile" }), "takes a locked one").to.equal("ERROR");
        expect(await by(ADMINISTRATOR, { permission: "RemoteView,SessionRecording" }), "adds one").to.equal("ERROR");
        expect(await by(ADMINISTRATOR, { lockedpermission: "RemoteView" }), "unlocks one").to.equal("ERROR");
        const same = { permission: "RemoteView,SendURL", lockedpermission: "SessionRecording,RemoteView" };
        expect(await by(ADMINISTRATOR, same)).to.equal("OK");
        expect(await line("PERMISSIONS")).to.equal("PERMISSIONS: RemoteView,SendURL,");
      });

      it("refuses anything but a group, and a name that is empty or too long, and changes nothing", async () => {
        const before = emulator.export().groups;
        for (const node of ["1", "4", "101", "201", "401", "501", "999"]) {
          expect(await set({ node }), node).to.equal("INVALIDPARAM_NODE");
          expect(await set({ node }, "setGroup_v2"), node).to.equal("INVALIDPARAM_NODE");
          expect(await text("getGroup_v2", { node }), node).to.equal("INVALIDPARAM_NODE");
        }
        for (const name of ["", " ", "x".repeat(256)]) expect(await set({ name })).to.equal("INVALIDPARAM_NAME");
        expect(emulator.export().groups).to.deep.equal(before);
      });

      it("plays faults on them", async () => {
        emulator.faults.add({ operation: "setGroup", phase: "after", kind: "result", result: "Error" });
        expect(await set({ name: "Changed" })).to.equal("ERROR");
        expect(await line("NAME")).to.equal("NAME: Changed");
      });
    });
  }
});
