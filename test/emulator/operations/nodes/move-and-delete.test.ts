import { expect } from "chai";
import { VirtualClock } from "../../../../src/emulator/index.js";
import { startEmulator } from "../../../reference/service.js";
import { resultOf } from "../../wire.js";
import { CODES, describeOverSoap, elementText, emailOf, PASSWORD, partsOf } from "./test-desk.js";

const ABORTED = "ABORTED_TECHDELETEDORDISABLED";

describeOverSoap("moving, deleting, disabling", (desk) => {
  const move = (iNodeID: number, iTargetNodeID: number, code: string = CODES.master) =>
    desk.result("moveNode", { iTargetNodeID, iNodeID }, code);
  const remove = (iNodeID: number, code: string = CODES.master) => desk.result("deleteNode", { iNodeID }, code);
  const nodes = async () =>
    partsOf((await desk.ask("getHierarchy", {}, CODES.master)).body, "HIERARCHY").map((entry) => ({
      id: Number(elementText(entry, "iNodeID")),
      parent: Number(elementText(entry, "iParentID")),
      type: elementText(entry, "eType"),
    }));
  const parentOf = async (id: number) => (await nodes()).find((node) => node.id === id)?.parent;
  const statusOf = (id: number) => desk.emulator.export().sessions.find((session) => session.id === id)?.status;

  it("moveNode: technicians, and groups with their members", async () => {
    expect(await move(201, 302)).to.equal("OK");
    expect(await parentOf(201)).to.equal(302);
    expect(await move(304, 4)).to.equal("OK");
    expect(await move(301, 304)).to.equal("OK");
    expect([await parentOf(304), await parentOf(301), await parentOf(202)]).to.deep.equal([4, 304, 304]);
    expect(await move(102, 303)).to.equal("OK");
    expect(await move(105, 3)).to.equal("OK");
    expect([await parentOf(102), await parentOf(105)]).to.deep.equal([303, 3]);
    expect(desk.emulator.executions("moveNode", 201)).to.equal(1);
    // A moved user keeps its seed form.
    expect(desk.emulator.export().users.find(({ email }) => email === emailOf("technician"))?.group).to.equal(302);
  });

  it("moveNode: to its own parent is OK and changes nothing", async () => {
    expect(await move(201, 301)).to.equal("OK");
    expect(desk.emulator.executions("moveNode")).to.equal(0);
  });

  it("moveNode: InvalidParam_NodeID, InvalidParam_TargetNodeID", async () => {
    expect(await move(999, 301)).to.equal("InvalidParam_NodeID");
    expect(await move(0, 0)).to.equal("InvalidParam_NodeID");
    expect(await move(201, 999)).to.equal("InvalidParam_TargetNodeID");
    expect(await desk.result("moveNode", { iNodeID: 201 }, CODES.master)).to.equal("InvalidParam_TargetNodeID");
  });

  it("moveNode: Invalid_Move for a node that the target cannot hold, and for a target below the node", async () => {
    const before = await nodes();
    for (const [node, target] of [
      [201, 303],
      [201, 4],
      [201, 3],
      [201, 202],
      [201, 401],
      [102, 2],
      [102, 1],
      [101, 3],
      [101, 301],
      [301, 3],
      [303, 102],
      [301, 301],
      [301, 304],
      [301, 202],
      [4, 301],
      [1, 4],
      [401, 301],
      [501, 303],
    ] as const) {
      expect(await move(node, target), `${node} to ${target}`).to.equal("Invalid_Move");
    }
    expect(await nodes()).to.deep.equal(before);
    expect(desk.emulator.executions("moveNode")).to.equal(0);
  });

  it("moveNode: an administrator on a technician group is assigned to it, once, and stays where it is", async () => {
    expect(await desk.result("createUser", { iParentID: 302 }, CODES.administrator)).to.equal("Error");
    expect(await move(102, 302)).to.equal("OK");
    expect(await move(102, 302)).to.equal("Invalid_Move");
    expect(await parentOf(102)).to.equal(3);
    const link = (await nodes()).find(({ type, parent }) => type === "AdministratorLink" && parent === 302);
    expect(await desk.result("createUser", { iParentID: 302 }, CODES.administrator)).to.equal("OK");
    expect(await remove(link?.id ?? 0)).to.equal("OK");
    expect(await desk.result("createUser", { iParentID: 302 }, CODES.administrator)).to.equal("Error");
    expect(await parentOf(102)).to.equal(3);
    expect(await move(303, 301)).to.equal("OK");
    expect(await desk.result("createUser", { iParentID: 304 }, CODES.grouped)).to.equal("OK");
    // Only master administrators assign.
    expect(await move(102, 301, CODES.administrator)).to.equal("Invalid_Move");
  });

  it("deleteNode: unknown ids, and nodes that cannot be deleted", async () => {
    const before = desk.emulator.export();
    for (const id of [0, -1, 999]) expect(await remove(id)).to.equal("InvalidParam_NodeID");
    for (const id of [1, 2, 3, 4, 401]) expect(await remove(id), String(id)).to.equal("Invalid_Delete");
    // Itself; the account holder, by another; the group the account holder is in.
    expect(await remove(120)).to.equal("Invalid_Delete");
    expect(await remove(101)).to.equal("Invalid_Delete");
    expect(await remove(111, CODES.holder)).to.equal("Invalid_Delete");
    expect(await remove(301)).to.equal("Invalid_Delete");
    expect(desk.emulator.export()).to.deep.equal(before);
  });

  it("deleteNode: a user leaves the tree, its login and its code are void, its address is free", async () => {
    const cookie = await desk.logIn("technician");
    expect(await remove(201)).to.equal("OK");
    expect(await remove(201)).to.equal("InvalidParam_NodeID");
    expect(await desk.result("getAccount", {}, CODES.technician)).to.equal("User_Deleted_Or_Disabled");
    expect(await desk.result("getAccount", {}, "", cookie)).to.equal("NotLoggedIn");
    expect(desk.emulator.logins()).to.equal(0);
    const login = { sEmail: emailOf("technician"), sPassword: PASSWORD };
    expect(await desk.result("login", login, "")).to.equal("Invalid");
    expect(await desk.result("requestAuthCode", login, "")).to.equal("Invalid");
    expect(await desk.result("getUser", { iNodeID: 201 }, CODES.master)).to.equal("InvalidParam_NodeID");
    expect(await desk.result("getUser_v3", { sUserEmail: login.sEmail }, CODES.master)).to.equal("InvalidParam_Email");
    const taken = { iNodeID: 202, sName: "n", sEmail: login.sEmail, eStatus: "Enabled", eAddOns: "True" };
    expect(await desk.result("setUser", taken, CODES.master)).to.equal("OK");
    expect(desk.emulator.executions("deleteNode", 201)).to.equal(1);
  });

  it("deleteNode: a technician's live sessions are aborted, and no others", async () => {
    await remove(201);
    expect([9001, 9002, 9003, 9004, 9005].map(statusOf)).to.deep.equal([
      ABORTED,
      ABORTED,
      "CLOSEDBYTECHNICIAN",
      "PICKEDUP",
      "WAITING",
    ]);
  });

  it("deleteNode: a group with its members, its assignments to channels, and links with their targets", async () => {
    expect(await remove(304)).to.equal("OK");
    expect((await nodes()).map(({ id }) => id)).not.to.include.members([304, 202]);
    expect(statusOf(9004)).to.equal(ABORTED);
    expect(await desk.result("assignChannel", { iNodeID: 203, iEntryID: 402 }, CODES.master)).to.equal("OK");
    expect(await remove(203)).to.equal("OK");
    expect(desk.emulator.export().channels?.[1]?.assignedTo ?? []).to.deep.equal([]);
    expect(await remove(303)).to.equal("OK");
    const left = (await nodes()).map(({ id }) => id);
    for (const id of [303, 105, 502]) expect(left).not.to.include(id);
    expect(await desk.result("getAccount", {}, CODES.grouped)).to.equal("User_Deleted_Or_Disabled");
  });

  it("deleteNode: a user with two roles keeps the other one", async () => {
    expect(await remove(206)).to.equal("OK");
    const { body } = await desk.ask("getAccount", {}, "code-of-two");
    expect([elementText(body, "iAdminID"), elementText(body, "iTechID")]).to.deep.equal(["106", "0"]);
    expect(await remove(106)).to.equal("OK");
    expect(await desk.result("getAccount", {}, "code-of-two")).to.equal("User_Deleted_Or_Disabled");
  });

  it("disabling ends login, code and sessions at once; enabling restores the code, not the sessions", async () => {
    const cookie = await desk.logIn("technician");
    const set = (eStatus: string) => desk.ask("setUserStatus_v7_1", { iNodeID: 201, eStatus }, CODES.master);
    expect(resultOf(await set("Disabled"))).to.equal("OK");
    expect(await desk.result("getAccount", {}, "", cookie)).to.equal("NotLoggedIn");
    expect(await desk.result("getAccount", {}, CODES.technician)).to.equal("User_Deleted_Or_Disabled");
    const login = { sEmail: emailOf("technician"), sPassword: PASSWORD };
    expect(await desk.result("login", login, "")).to.equal("Invalid");
    expect([9001, 9002, 9003].map(statusOf)).to.deep.equal([ABORTED, ABORTED, "CLOSEDBYTECHNICIAN"]);
    await set("Enabled");
    expect(await desk.result("getAccount", {}, CODES.technician)).to.equal("OK");
    expect(await desk.result("login", login, "")).to.equal("OK");
    expect(statusOf(9001)).to.equal(ABORTED);
  });

  it("a changed desk can be exported and opened again", async () => {
    for (const id of [201, 206, 304]) expect(await remove(id)).to.equal("OK");
    expect(await move(204, 301)).to.equal("OK");
    expect(await move(102, 302)).to.equal("OK");
    const { body } = await desk.ask("createUser", { iParentID: 302 }, CODES.master);
    expect(elementText(body, "iNodeID")).not.to.equal(undefined);
    await desk.ask("createGroup", { iParentID: 303 }, CODES.master);
    await desk.ask("setUserStatus_v7_1", { iNodeID: 111, eStatus: "Disabled" }, CODES.master);
    const exported = desk.emulator.export();
    const clock = new VirtualClock(desk.emulator.clock.now());
    await using again = await startEmulator({ seed: exported, clock });
    expect(again.export()).to.deep.equal(exported);
  });
});
