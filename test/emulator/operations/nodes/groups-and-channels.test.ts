import { expect } from "chai";
import { resultOf } from "../../wire.js";
import { CODES, describeOverSoap, elementText, partsOf } from "./test-desk.js";

describeOverSoap("groups and channels", (desk) => {
  const group = async (id: number | string) => {
    const [inner = ""] = partsOf((await desk.ask("getGroup", { iNodeID: id }, CODES.technician)).body, "oGroup");
    return {
      told: ["iNodeID", "sName", "sDescription", "eType", "bIsEnabled"]
        .map((name) => elementText(inner, name))
        .join("|"),
      permissions: partsOf(partsOf(inner, "aPermissions")[0] ?? "", "NODE_PERMISSIONS"),
      locked: partsOf(partsOf(inner, "aLockedPermissions")[0] ?? "", "NODE_PERMISSIONS"),
      limits: [elementText(inner, "iStandardConcurrentLimit"), elementText(inner, "iMobileConcurrentLimit")],
    };
  };

  it("getGroup: groups of both kinds and links to them", async () => {
    expect(await group(301)).to.deep.equal({
      told: "301|First|answers|TechnicianGroup|true",
      permissions: ["SendFile", "SendURL"],
      locked: [],
      limits: ["0", "0"],
    });
    expect(await group(302)).to.deep.include({ told: "302|Second||TechnicianGroup|false", locked: ["RemoteView"] });
    expect((await group(303)).told).to.equal("303|Leads||AdministratorGroup|true");
    expect((await group(502)).told).to.equal("502|Leads||AdministratorGroupLink|true");
  });

  it("getGroup: InvalidParam_NodeID for anything but a group", async () => {
    for (const id of [0, 999, 1, 2, 3, 4, 101, 201, 401, 501]) {
      expect(await desk.result("getGroup", { iNodeID: id }, CODES.master), String(id)).to.equal("InvalidParam_NodeID");
    }
  });

  it("createGroup: an empty group of the branch's kind, disabled until somebody enables it", async () => {
    for (const [parent, type] of [
      [3, "AdministratorGroup"],
      [303, "AdministratorGroup"],
      [4, "TechnicianGroup"],
      [304, "TechnicianGroup"],
    ] as const) {
      const reply = await desk.ask("createGroup", { iParentID: parent }, CODES.master);
      expect(resultOf(reply)).to.equal("createGroup_OK");
      const id = elementText(reply.body, "iNodeID") ?? "";
      expect((await group(id)).told).to.equal(`${id}|||${type}|false`);
      const role = await desk.ask("createUser", { iParentID: id }, CODES.master);
      expect(resultOf(role)).to.equal("createUser_OK");
    }
  });

  it("createGroup: InvalidParam_ParentID for a node that cannot hold groups", async () => {
    for (const id of [0, 999, 1, 2, 101, 201, 401, 501, 502]) {
      const code = await desk.result("createGroup", { iParentID: id }, CODES.master);
      expect(code, String(id)).to.equal("InvalidParam_ParentID");
    }
  });

  const assigned = () => desk.emulator.export().channels?.map(({ assignedTo = [] }) => assignedTo);

  it("assignChannel and unassignChannel, for technicians and their groups", async () => {
    const change = (operation: string, iNodeID: number, iEntryID: number) =>
      desk.result(operation, { iNodeID, iEntryID }, CODES.master);
    expect(await change("assignChannel", 304, 402)).to.equal("OK");
    expect(await change("assignChannel", 203, 402)).to.equal("OK");
    expect(assigned()).to.deep.equal([
      [301, 201],
      [304, 203],
    ]);
    expect(await change("unassignChannel", 301, 401)).to.equal("OK");
    expect(await change("unassignChannel", 304, 402)).to.equal("OK");
    expect(assigned()).to.deep.equal([[201], [203]]);
    expect(desk.emulator.executions("assignChannel", 304)).to.equal(1);
  });

  it("assigning again is OK and changes nothing; unassigning again is Invalid_Deassign", async () => {
    const fields = { iNodeID: 301, iEntryID: 401 };
    expect(await desk.result("assignChannel", fields, CODES.master)).to.equal("OK");
    expect(desk.emulator.executions("assignChannel")).to.equal(0);
    expect(await desk.result("unassignChannel", fields, CODES.master)).to.equal("OK");
    expect(await desk.result("unassignChannel", fields, CODES.master)).to.equal("Invalid_Deassign");
    // A technician of a group does not have the group's channel itself.
    expect(await desk.result("unassignChannel", { iNodeID: 111, iEntryID: 401 }, CODES.master)).to.equal(
      "Invalid_Deassign",
    );
    expect(desk.emulator.executions("unassignChannel")).to.equal(1);
  });

  for (const [operation, refusal] of [
    ["assignChannel", "Invalid_Assign"],
    ["unassignChannel", "Invalid_Deassign"],
  ] as const) {
    it(`${operation}: unknown ids, and nodes that serve no channel`, async () => {
      const change = (fields: { iNodeID?: number; iEntryID?: number }) =>
        desk.result(operation, { ...fields }, CODES.master);
      expect(await change({ iNodeID: 999, iEntryID: 401 })).to.equal("InvalidParam_NodeID");
      expect(await change({ iEntryID: 401 })).to.equal("InvalidParam_NodeID");
      for (const entry of [999, 201, 4]) {
        expect(await change({ iNodeID: 201, iEntryID: entry })).to.equal("InvalidParam_EntryID");
      }
      expect(await change({ iNodeID: 201 })).to.equal("InvalidParam_EntryID");
      for (const node of [1, 4, 101, 102, 303, 401, 501]) {
        expect(await change({ iNodeID: node, iEntryID: 401 }), String(node)).to.equal(refusal);
      }
    });
  }
});
