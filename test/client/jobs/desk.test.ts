import { expect } from "chai";
import { InvalidArgumentError, NotAuthenticatedError, ProtocolError, RescueResultError } from "../../../src/index.js";
import { VERSIONS } from "../../emulator/wire.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR, TECHNICIAN } from "../guide-values.js";
import { thrown } from "../thrown.js";

for (const soap of VERSIONS) {
  describe(`rescue.desk, SOAP ${soap}`, () => {
    let emulator: Emulator;
    let rescue: RescueClient;
    before(async () => {
      emulator = await startEmulator();
    });
    beforeEach(() => {
      emulator.reset();
      rescue = new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint, soap });
    });
    afterEach(() => rescue.close());
    after(() => emulator.close());

    it("says who the caller is", async () => {
      expect(await rescue.desk.account()).to.deep.equal({
        account: 1000,
        organization: "Emulated Support Desk",
        email: "some@email.com",
        administrator: 101,
        technician: 111,
        consoleRuns: true,
      });
      await using technician = new RescueClient({ credentials: TECHNICIAN, endpoint: emulator.endpoint, soap });
      expect(await technician.desk.account()).to.include({ administrator: undefined, technician: 201 });
    });

    describe("hierarchy", () => {
      it("is a tree with a role for each user", async () => {
        const { roots, nodes } = await rescue.desk.hierarchy();
        expect(roots.map(({ type }) => type)).to.deep.equal(["Root"]);
        const group = nodes.find(({ id }) => id === 301);
        expect(group).to.include({ name: "First Line", type: "TechnicianGroup", role: undefined });
        expect(group?.children.map(({ id, role }) => [id, role])).to.deep.include([201, "technician"]);
        expect(nodes.find(({ id }) => id === 101)).to.include({ role: "master administrator" });
        expect(nodes.find(({ id }) => id === 102)).to.include({ role: "administrator", email: "other@email.com" });
        expect(nodes.find(({ id }) => id === 201)?.depth).to.equal((group?.depth ?? 0) + 1);
      });

      it("has the channels", async () => {
        expect((await rescue.desk.channels()).map(({ id, name }) => [id, name])).to.deep.equal([
          [401, "Web Site"],
          [402, "Hardware"],
        ]);
      });
    });

    describe("user", () => {
      it("is found by id and by e-mail", async () => {
        const user = await rescue.desk.user(201);
        expect(user).to.deep.equal({
          id: 201,
          name: "First Technician",
          nick: "Tech 1",
          email: "tech@email.com",
          ssoId: "tech-sso",
          description: "",
          type: "Technician",
          role: "technician",
          status: "Online",
          enabled: true,
          isAccountHolder: false,
          mobileAddOn: false,
          rpatAddOn: false,
        });
        expect(await rescue.desk.user("tech@email.com")).to.deep.equal(user);
      });

      it("is refused where there is none", async () => {
        expect(await thrown(RescueResultError, rescue.desk.user("nobody@email.com"))).to.include({
          code: "InvalidParam_Email",
        });
        expect(await thrown(RescueResultError, rescue.desk.user(401))).to.include({ code: "InvalidParam_NodeID" });
        expect(await thrown(InvalidArgumentError, rescue.desk.user("201"))).to.include({ path: "who" });
        expect(await thrown(InvalidArgumentError, rescue.desk.user(0))).to.include({ path: "who" });
      });

      it("is the one that was asked for: another one would be changed", async () => {
        const { oUser } = await rescue.operations.getUser_v3({ iNodeID: 202 });
        emulator.on("getUser_v3", async () => ({ getUser_v3Result: "getUser_OK", oUser }));
        await thrown(ProtocolError, rescue.desk.setUser(201, { nick: "x" }));
        expect(emulator.executions("setUser_V2", 202)).to.equal(0);
      });

      it("has an e-mail address with or without blanks around it", async () => {
        expect(await rescue.desk.user(" tech@email.com ")).to.include({ id: 201 });
      });

      it("that the service leaves out of an OK is an error", async () => {
        emulator.on("getUser_v3", async () => ({ getUser_v3Result: "getUser_OK" }));
        expect(await thrown(ProtocolError, rescue.desk.user(201))).to.include({ operation: "getUser_v3" });
      });
    });

    describe("setUser", () => {
      it("changes what is given, and nothing else", async () => {
        const before = await rescue.desk.user(202);
        expect(await rescue.desk.setUser(202, { nick: "Second" })).to.deep.equal({
          node: 202,
          code: "OK",
          literal: "setUser_OK",
        });
        // The add-on and the status are what the service resets where they are not sent.
        expect(before).to.include({ mobileAddOn: true, enabled: true });
        expect(await rescue.desk.user(202)).to.deep.equal({ ...before, nick: "Second" });
      });

      it("can empty a text, disable, and give a password", async () => {
        await rescue.desk.setUser("tech@email.com", { ssoId: "", enabled: false, rpatAddOn: true });
        expect(await rescue.desk.user(201)).to.include({
          ssoId: "",
          enabled: false,
          status: "Disabled",
          rpatAddOn: true,
        });
        await rescue.desk.setUser(201, { enabled: true, password: "anotherPassword" });
        const credentials = { email: "tech@email.com", password: "anotherPassword" };
        await using again = new RescueClient({ credentials, endpoint: emulator.endpoint, soap });
        expect(await again.login()).to.include({ code: "OK" });
      });

      it("is refused what the service refuses, and shows no password", async () => {
        const error = await thrown(RescueResultError, rescue.desk.setUser(201, { password: "pass word secret" }));
        expect(error.code).to.equal("InvalidParam_Password_Cannot_Contain_Whitespace_Characters");
        expect(JSON.stringify(error)).not.to.contain("pass word secret");
        expect(await thrown(RescueResultError, rescue.desk.setUser(201, { email: "other@email.com" }))).to.include({
          code: "InvalidParam_Email_Already_In_Use",
        });
      });

      it("sends nothing where nothing is to be changed, or something that is not known", async () => {
        expect(await thrown(InvalidArgumentError, rescue.desk.setUser(201, {}))).to.include({ path: "changes" });
        expect(await thrown(InvalidArgumentError, rescue.desk.setUser(201, { name: undefined }))).to.include({
          path: "changes",
        });
        const wrong = { nickname: "x" } as object;
        expect(await thrown(InvalidArgumentError, rescue.desk.setUser(201, wrong))).to.include({
          path: "changes.nickname",
        });
        for (const [changes, path] of [
          [{ currentPassword: "secretPassword" }, "changes"],
          [{ password: "" }, "changes.password"],
          [{ name: "x", currentPassword: null }, "changes.currentPassword"],
        ] as const) {
          const work = rescue.desk.setUser(201, changes as object);
          expect(await thrown(InvalidArgumentError, work)).to.include({ path });
        }
        expect(emulator.log).to.have.length(0);
      });
    });

    it("a user is created, named, moved and deleted", async () => {
      const { node, literal } = await rescue.desk.createUser(301);
      expect(literal).to.equal("createUser_OK");
      await rescue.desk.setUser(node, {
        name: "New One",
        email: "new@email.com",
        password: "secretPassword",
        enabled: true,
      });
      expect(await rescue.desk.user("new@email.com")).to.include({ id: node, name: "New One", enabled: true });
      expect(await rescue.desk.move(node, 302)).to.include({ node, literal: "moveNode_OK" });
      const { nodes } = await rescue.desk.hierarchy();
      expect(nodes.find(({ id }) => id === node)).to.include({ parent: 302 });
      expect(await rescue.desk.delete(node)).to.include({ literal: "deleteNode_OK" });
      expect(await thrown(RescueResultError, rescue.desk.user(node))).to.include({ code: "InvalidParam_NodeID" });
    });

    it("a group is created and read", async () => {
      expect(await rescue.desk.group(302)).to.deep.equal({
        id: 302,
        name: "Second Line",
        description: "Hardware and field work",
        type: "TechnicianGroup",
        enabled: true,
        permissions: ["RemoteControl", "RemoteView", "ScriptRunning"],
        lockedPermissions: ["SessionRecording"],
      });
      const { node } = await rescue.desk.createGroup(301);
      expect(await rescue.desk.group(node)).to.include({ name: "", enabled: false });
      expect(await thrown(RescueResultError, rescue.desk.createGroup(201))).to.include({
        code: "InvalidParam_ParentID",
      });
    });

    it("a channel is given and taken once", async () => {
      expect(await rescue.desk.assignChannel(401, 302)).to.include({ node: 302, literal: "assignChannel_OK" });
      await rescue.desk.unassignChannel(401, 302);
      expect(await thrown(RescueResultError, rescue.desk.unassignChannel(401, 302))).to.include({
        code: "Invalid_Deassign",
      });
    });

    it("a technician is there while the console runs", async () => {
      expect(await rescue.desk.isThere(201)).to.equal(true);
      expect(await rescue.desk.isThere(" Second@email.com")).to.equal(true);
      expect(await rescue.desk.isThere(203)).to.equal(false);
      // An administrator with a technician seat: its node as an administrator is always Offline.
      expect(await rescue.desk.isThere("some@email.com")).to.equal(true);
      expect(await rescue.desk.isThere("other@email.com")).to.equal(false);
      emulator.desk.setConsole(201, "Offline");
      expect(await rescue.desk.isThere("tech@email.com")).to.equal(false);
    });

    it("nothing is changed for a wrong code, or for an id that cannot be one", async () => {
      await using wrong = new RescueClient({ credentials: { authCode: "wrong" }, endpoint: emulator.endpoint, soap });
      await thrown(NotAuthenticatedError, wrong.desk.delete(201));
      for (const work of [
        rescue.desk.createUser(0),
        rescue.desk.createGroup(1.5),
        rescue.desk.move(0, 301),
        rescue.desk.move(201, 0),
        rescue.desk.delete(2 ** 31),
        rescue.desk.assignChannel(0, 301),
        rescue.desk.unassignChannel(401, 0),
        rescue.desk.group(0),
      ]) {
        expect(await thrown(InvalidArgumentError, work)).to.include({ outcome: "not-sent" });
      }
      expect(emulator.log.map(({ operation }) => operation)).to.deep.equal(["deleteNode"]);
    });
  });
}
