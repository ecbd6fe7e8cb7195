import { expect } from "chai";
import { resultOf } from "../../wire.js";
import { CODES, describeOverSoap, type Fields } from "./test-desk.js";

interface Row {
  readonly operation: string;
  readonly fields: Fields;
  /** What a technician and an administrator without rights on the nodes get. */
  readonly withoutRights: string;
  /** The prefix of the literals. Default: the operation. */
  readonly literals?: string;
  /** Set where the literals have none for auth codes, as far as they are known. */
  readonly codeRefusal?: string;
}

/** Every operation on accounts, users, groups and channels; the fields succeed for a master administrator. */
const OPERATIONS: readonly Row[] = [
  { operation: "getAccount", fields: {}, withoutRights: "OK" },
  { operation: "getAccount_v2", fields: {}, withoutRights: "OK", literals: "getAccount" },
  { operation: "getHierarchy", fields: {}, withoutRights: "OK" },
  { operation: "getHierarchy_v2", fields: {}, withoutRights: "OK", literals: "getHierarchy" },
  { operation: "getUser", fields: { iNodeID: 203 }, withoutRights: "OK" },
  { operation: "getUser_v2", fields: { iNodeID: 203 }, withoutRights: "OK", literals: "getUser" },
  { operation: "getUser_v3", fields: { iNodeID: 203 }, withoutRights: "OK", literals: "getUser" },
  { operation: "createUser", fields: { iParentID: 302 }, withoutRights: "Error" },
  { operation: "setUser", fields: properties({ eAddOns: "True" }), withoutRights: "Error", codeRefusal: "Error" },
  {
    operation: "setUser_V2",
    fields: properties({ eMobileAddOn: "True" }),
    withoutRights: "Error",
    literals: "setUser",
  },
  { operation: "createGroup", fields: { iParentID: 302 }, withoutRights: "Error" },
  { operation: "getGroup", fields: { iNodeID: 302 }, withoutRights: "OK" },
  { operation: "moveNode", fields: { iTargetNodeID: 304, iNodeID: 203 }, withoutRights: "Invalid_Move" },
  { operation: "deleteNode", fields: { iNodeID: 203 }, withoutRights: "Invalid_Delete" },
  { operation: "assignChannel", fields: { iNodeID: 203, iEntryID: 401 }, withoutRights: "Invalid_Assign" },
  { operation: "unassignChannel", fields: { iNodeID: 301, iEntryID: 401 }, withoutRights: "Invalid_Deassign" },
];

function properties(more: Fields): Fields {
  return { iNodeID: 203, sName: "Away", sEmail: "away@example.com", eStatus: "Enabled", ...more };
}

describeOverSoap("who may call what", (desk) => {
  for (const { operation, fields, withoutRights, literals = operation, codeRefusal } of OPERATIONS) {
    const literal = async (code: string, cookie?: string) => resultOf(await desk.ask(operation, fields, code, cookie));

    it(`${operation}: nobody is NotLoggedIn, with or without a made-up cookie`, async () => {
      expect(await literal("")).to.equal(`${literals}_NotLoggedIn`);
      expect(await literal("", "ASP.NET_SessionId=abcdefghijklmnopqrstuvwx")).to.equal(`${literals}_NotLoggedIn`);
      expect(desk.emulator.executions(operation)).to.equal(0);
    });

    it(`${operation}: codes that are wrong, disabled or always failing`, async () => {
      const master = await desk.logIn("master");
      expect(await literal("nobodys")).to.equal(`${literals}_${codeRefusal ?? "Invalid_SecretAuthCode"}`);
      expect(await literal("nobodys", master)).to.equal(`${literals}_${codeRefusal ?? "Invalid_SecretAuthCode"}`);
      expect(await literal(CODES.disabled)).to.equal(`${literals}_${codeRefusal ?? "User_Deleted_Or_Disabled"}`);
      expect(await literal(CODES.failing)).to.equal(`${literals}_Error`);
      expect(desk.emulator.executions(operation)).to.equal(0);
    });

    it(`${operation}: a master administrator, by code and by cookie`, async () => {
      expect(await literal(CODES.master)).to.equal(`${literals}_OK`);
      desk.emulator.reset();
      expect(await literal("", await desk.logIn("master"))).to.equal(`${literals}_OK`);
    });

    it(`${operation}: a technician, by code and by cookie`, async () => {
      expect(await literal(CODES.technician)).to.equal(`${literals}_${withoutRights}`);
      expect(await literal("", await desk.logIn("technician"))).to.equal(`${literals}_${withoutRights}`);
      expect(desk.emulator.executions(operation)).to.equal(0);
    });
  }

  const changes = OPERATIONS.filter(({ withoutRights }) => withoutRights !== "OK");
  it("an administrator has rights in its own groups only", async () => {
    for (const { operation, fields, withoutRights } of changes) {
      if (operation === "unassignChannel") continue;
      expect(await desk.result(operation, fields, CODES.administrator), operation).to.equal(withoutRights);
    }
    // 302 is the group of the administrator group that this one is in; 304 is below the other's.
    const grouped = changes.filter(({ operation }) => operation !== "moveNode" && operation !== "unassignChannel");
    for (const { operation, fields } of grouped) {
      desk.emulator.reset();
      expect(await desk.result(operation, fields, CODES.grouped), operation).to.equal("OK");
    }
  });

  it("an administrator's rights extend to the groups below its own, and to no others", async () => {
    const by = (operation: string, fields: Fields) => desk.result(operation, fields, CODES.administrator);
    expect(await by("createUser", { iParentID: 304 })).to.equal("OK");
    expect(await by("createGroup", { iParentID: 304 })).to.equal("OK");
    expect(await by("unassignChannel", { iNodeID: 201, iEntryID: 401 })).to.equal("OK");
    expect(await by("moveNode", { iNodeID: 201, iTargetNodeID: 304 })).to.equal("OK");
    expect(await by("moveNode", { iNodeID: 201, iTargetNodeID: 302 })).to.equal("Invalid_Move");
    expect(await by("moveNode", { iNodeID: 203, iTargetNodeID: 304 })).to.equal("Invalid_Move");
    expect(await by("createGroup", { iParentID: 4 })).to.equal("Error");
    for (const parent of [2, 3, 303]) expect(await by("createUser", { iParentID: parent })).to.equal("Error");
    for (const node of [105, 106, 120, 501])
      expect(await by("deleteNode", { iNodeID: node })).to.equal("Invalid_Delete");
  });
});
