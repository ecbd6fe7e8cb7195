import { expect } from "chai";
import { RescueClient, startEmulator } from "../../../reference/service.js";

import { call } from "../../wire.js";
import { CODES, describeOverSoap, elementText, emailOf, type Fields, partsOf, type TestDesk } from "./test-desk.js";

async function rows(desk: TestDesk, fields: Fields = {}, operation = "getHierarchy_v2"): Promise<readonly string[]> {
  const { body } = await desk.ask(operation, fields, CODES.technician);
  return partsOf(body, "HIERARCHY").map((entry) =>
    ["iNodeID", "iParentID", "eType", "eStatus"].map((name) => elementText(entry, name)).join(" "),
  );
}

const TREE = [
  "1 0 Root Offline",
  "2 1 MasterAdministrators Offline",
  "101 2 MasterAdministrator Offline",
  "120 2 MasterAdministrator Offline",
  "3 1 Administrators Offline",
  "303 3 AdministratorGroup Offline",
  "105 303 Administrator Offline",
  "102 3 Administrator Offline",
  "106 3 Administrator Offline",
  "103 3 Administrator Disabled",
  "104 3 Administrator Offline",
  "4 1 Technicians Offline",
  "301 4 TechnicianGroup Offline",
  "304 301 TechnicianGroup Offline",
  "202 304 Technician Busy",
  "111 301 Technician Offline",
  "201 301 Technician Online",
  "501 301 AdministratorLink Offline",
  "302 4 TechnicianGroup Disabled",
  "203 302 Technician Away",
  "204 302 Technician Offline",
  "206 302 Technician Online",
  "502 302 AdministratorGroupLink Offline",
  "401 1 Channel Offline",
  "402 1 Channel Offline",
];

describeOverSoap("getHierarchy", (desk) => {
  it("returns the whole tree, the root first, each node after its parent", async () => {
    expect(await rows(desk, {}, "getHierarchy")).to.deep.equal(TREE);
    expect(await rows(desk)).to.deep.equal(TREE);
  });

  it("accepts omitted and nil values for what getHierarchy_v2 does not require", async () => {
    const nil = (name: string) =>
      `<${name} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"></${name}>`;
    const code = `<sAuthCode>${CODES.technician}</sAuthCode>`;
    const nils = code + ["bIsNode", "iNodeID", "bFilterOffline"].map(nil).join("");
    for (const inner of [code, nils]) {
      const reply = await call(desk.emulator.endpoint, "getHierarchy_v2", inner, { version: desk.version });
      expect(partsOf(reply.body, "HIERARCHY"), inner).to.have.length(TREE.length);
    }
    const credentials = { authCode: CODES.technician };
    await using rescue = new RescueClient({ credentials, endpoint: desk.emulator.endpoint, soap: desk.version });
    const nothing = await rescue.operations.getHierarchy_v2({});
    const nulls = await rescue.operations.getHierarchy_v2({ bIsNode: null, iNodeID: null, bFilterOffline: null });
    expect(nothing.aHierarchy?.HIERARCHY).to.have.length(TREE.length);
    expect(nulls).to.deep.equal(nothing);
  });

  it("returns name, address and description; a link is shown as its target", async () => {
    const { body } = await desk.ask("getHierarchy", {}, CODES.master);
    const entry = (id: number) => {
      const found = partsOf(body, "HIERARCHY").find((part) => elementText(part, "iNodeID") === String(id)) ?? "";
      return ["sName", "sEmail", "sDescription"].map((name) => elementText(found, name));
    };
    expect(entry(1)).to.deep.equal(["Tree &amp; &lt;Sons&gt;", "", ""]);
    expect(entry(301)).to.deep.equal(["First", "", "answers"]);
    expect(entry(201)).to.deep.equal(["The technician", emailOf("technician"), ""]);
    expect(entry(401)).to.deep.equal(["Web", "", "site"]);
    expect(entry(501)).to.deep.equal(["The administrator", emailOf("administrator"), ""]);
    expect(entry(502)).to.deep.equal(["Leads", "", ""]);
  });

  it("returns one node of any type with bIsNode; without it the id is ignored", async () => {
    for (const row of TREE) {
      const id = row.split(" ")[0] ?? "";
      expect(await rows(desk, { bIsNode: true, iNodeID: id })).to.deep.equal([row]);
    }
    expect(await rows(desk, { bIsNode: false, iNodeID: 201 })).to.have.length(TREE.length);
    for (const fields of [{ bIsNode: true, iNodeID: 999 }, { bIsNode: true }, { bIsNode: true, iNodeID: -1 }]) {
      expect(await desk.result("getHierarchy_v2", fields, CODES.master)).to.equal("Error");
    }
  });

  it("omits technicians that are Offline with bFilterOffline, and nothing else", async () => {
    const filtered = TREE.filter((row) => !row.endsWith(" Technician Offline"));
    expect(await rows(desk, { bFilterOffline: true })).to.deep.equal(filtered);
    expect(await rows(desk, { bFilterOffline: true, bIsNode: true, iNodeID: 204 })).to.deep.equal([]);
    desk.emulator.desk.setConsole(204, "Away");
    expect(await rows(desk, { bFilterOffline: true, bIsNode: true, iNodeID: 204 })).to.have.length(1);
  });
});

describe("getHierarchy of a large account", () => {
  it("supports thousands of users, and groups nested deeper than function calls", async () => {
    const depth = 12_000;
    const groups = Array.from({ length: depth }, (_, index) => ({
      id: 10_001 + index,
      name: `Level ${index}`,
      type: "TechnicianGroup" as const,
      ...(index === 0 ? {} : { parent: 10_000 + index }),
    }));
    const users = Array.from({ length: 3000 }, (_, index) => ({
      email: `user${index}@example.com`,
      password: "pass-word",
      roles: { technician: 100_001 + index },
      group: 10_000 + depth,
    }));
    const root = { email: "root@example.com", password: "pass-word", roles: { masterAdministrator: 9 }, authCode: "c" };
    await using emulator = await startEmulator({ seed: { groups, users: [root, ...users], sessions: [] } });
    const { body } = await call(emulator.endpoint, "getHierarchy", "<sAuthCode>c</sAuthCode>");
    expect(partsOf(body, "HIERARCHY")).to.have.length(4 + 1 + depth + users.length);
    const gone = await call(emulator.endpoint, "deleteNode", "<iNodeID>10001</iNodeID><sAuthCode>c</sAuthCode>");
    expect(gone.body).to.contain("deleteNode_OK");
    const left = await call(emulator.endpoint, "getHierarchy", "<sAuthCode>c</sAuthCode>");
    expect(partsOf(left.body, "HIERARCHY")).to.have.length(5);
  });
});
