import { expect } from "chai";
import { resultOf } from "../../wire.js";
import { CODES, codeOf, describeOverSoap, elementText, emailOf, type Fields, partsOf } from "../nodes/test-desk.js";

const FIELDS = [
  "iNodeID",
  "sName",
  "sNick",
  "sEmail",
  "sSSOID",
  "sDescription",
  "eType",
  "bAccountHolder",
  "hasMobileAddon",
  "hasRPATAddon",
  "eStatus",
];

describeOverSoap("users", (desk) => {
  const user = async (operation: string, fields: Fields) => {
    const [inner = ""] = partsOf((await desk.ask(operation, fields, CODES.technician)).body, "oUser");
    return FIELDS.map((name) => elementText(inner, name)).join("|");
  };

  it("getUser and getUser_v2 return a user's node; only version 2 has the RPAT add-on", async () => {
    const technician = `201|The technician|Tech|${emailOf("technician")}|sso-1||Technician|false|false|`;
    expect(await user("getUser", { iNodeID: 201 })).to.equal(`${technician}|Online`);
    expect(await user("getUser_v2", { iNodeID: 201 })).to.equal(`${technician}false|Online`);
    expect(await user("getUser_v2", { iNodeID: 203 })).to.contain("|Technician|false|false|true|Away");
    expect(await user("getUser", { iNodeID: 202 })).to.contain("|Technician|false|true||Busy");
    expect(await user("getUser", { iNodeID: 101 })).to.contain("|MasterAdministrator|true|false||Offline");
    expect(await user("getUser", { iNodeID: 103 })).to.contain("|Administrator|false|false||Disabled");
  });

  for (const operation of ["getUser", "getUser_v2", "getUser_v3"]) {
    it(`${operation}: InvalidParam_NodeID for anything but a user`, async () => {
      for (const id of [0, -1, 999, 1, 4, 301, 303, 401, 501, 502]) {
        const reply = await desk.ask(operation, { iNodeID: id }, CODES.master);
        expect(codeOf(reply), String(id)).to.equal("InvalidParam_NodeID");
        expect(reply.body).not.to.contain("oUser");
      }
      expect(await desk.result(operation, {}, CODES.master)).to.equal("InvalidParam_NodeID");
    });
  }

  it("getUser_v3: by node, or by address in any case, in the highest role; never by both", async () => {
    expect(await user("getUser_v3", { iNodeID: 206 })).to.contain("206|The two|");
    expect(await user("getUser_v3", { sUserEmail: "TWO@Example.com" })).to.contain("106|The two|");
    expect(await user("getUser_v3", { iNodeID: 0, sUserEmail: emailOf("busy") })).to.contain("202|The busy|");
    const of = (fields: Fields) => desk.result("getUser_v3", fields, CODES.master);
    expect(await of({ sUserEmail: "nobody@example.com" })).to.equal("InvalidParam_Email");
    expect(await of({ sUserEmail: "" })).to.equal("InvalidParam_NodeID");
    for (const id of [201, 999]) {
      expect(await of({ iNodeID: id, sUserEmail: emailOf("technician") })).to.equal(
        "Invalid_EmailAndNodeIdBothSpecified",
      );
    }
    const both = { iNodeID: 201, sUserEmail: emailOf("technician") };
    expect(await desk.result("getUser_v3", both, "")).to.equal("NotLoggedIn");
  });

  it("createUser: an empty, disabled user of the parent's type, with its own id", async () => {
    const made = new Set<string>();
    for (const [parent, type] of [
      [2, "MasterAdministrator"],
      [3, "Administrator"],
      [303, "Administrator"],
      [301, "Technician"],
      [304, "Technician"],
    ] as const) {
      const reply = await desk.ask("createUser", { iParentID: parent }, CODES.master);
      const id = elementText(reply.body, "iNodeID") ?? "";
      expect(resultOf(reply)).to.equal("createUser_OK");
      expect(await user("getUser", { iNodeID: id })).to.equal(`${id}||||||${type}|false|false||Disabled`);
      const [node = ""] = partsOf(
        (await desk.ask("getHierarchy_v2", { bIsNode: true, iNodeID: id }, CODES.master)).body,
        "HIERARCHY",
      );
      expect(elementText(node, "iParentID")).to.equal(String(parent));
      expect(desk.emulator.executions("createUser", id)).to.equal(1);
      made.add(id);
    }
    expect(made.size).to.equal(5);
  });

  it("createUser: InvalidParam_ParentID for a node that cannot hold users, such as the Technicians branch", async () => {
    for (const parent of [0, 999, 1, 4, 101, 201, 401, 501, 502]) {
      const reply = await desk.ask("createUser", { iParentID: parent }, CODES.master);
      expect(resultOf(reply), String(parent)).to.equal("createUser_InvalidParam_ParentID");
      expect(elementText(reply.body, "iNodeID")).to.equal("0");
    }
  });

  it("ids are the same again after a reset", async () => {
    const make = async () =>
      elementText((await desk.ask("createUser", { iParentID: 301 }, CODES.master)).body, "iNodeID") ?? "";
    const first = [await make(), await make()];
    desk.emulator.reset();
    expect([await make(), await make()]).to.deep.equal(first);
  });

  it("setUserStatus_v7_1: a bare OK, either way", async () => {
    const set = (eStatus: string) => desk.ask("setUserStatus_v7_1", { iNodeID: 201, eStatus }, CODES.master);
    expect(resultOf(await set("Disabled"))).to.equal("OK");
    expect(await desk.result("getUser", { iNodeID: 202 }, CODES.technician)).to.equal("User_Deleted_Or_Disabled");
    expect(resultOf(await set("Enabled"))).to.equal("OK");
    // The console does not start again by itself.
    expect(await user("getUser", { iNodeID: 201 })).to.contain("|Offline");
    expect(desk.emulator.executions("setUserStatus_v7_1", 201)).to.equal(2);
  });

  it("setUserStatus_v7_1: an omitted status disables, as it arrives as the first member", async () => {
    expect(resultOf(await desk.ask("setUserStatus_v7_1", { iNodeID: 202 }, CODES.master))).to.equal("OK");
    expect(await user("getUser", { iNodeID: 202 })).to.contain("|Disabled");
  });

  it("setUserStatus_v7_1: every refusal is a bare word with HTTP 200, as its OK is, and changes nothing", async () => {
    const id = elementText((await desk.ask("createUser", { iParentID: 301 }, CODES.master)).body, "iNodeID") ?? "";
    for (const [fields, code, literal] of [
      [{ iNodeID: 202, eStatus: "Disabled" }, CODES.technician, "Error"],
      [{ iNodeID: 202, eStatus: "Disabled" }, "", "NotLoggedIn"],
      [{ iNodeID: 202, eStatus: "Disabled" }, "nobodys", "Invalid_SecretAuthCode"],
      [{ iNodeID: 202, eStatus: "Disabled" }, CODES.disabled, "User_Deleted_Or_Disabled"],
      [{ iNodeID: 301, eStatus: "Disabled" }, CODES.master, "InvalidParam_NodeID"],
      // It has neither password nor single sign-on id.
      [{ iNodeID: id, eStatus: "Enabled" }, CODES.master, "InvalidParam_Status"],
    ] as const) {
      const reply = await desk.ask("setUserStatus_v7_1", fields, code);
      expect([reply.status, resultOf(reply)]).to.deep.equal([200, literal]);
    }
    expect(desk.emulator.executions("setUserStatus_v7_1")).to.equal(0);
    expect(await user("getUser", { iNodeID: 202 })).to.contain("|Busy");
  });
});
