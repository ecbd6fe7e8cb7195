import { expect } from "chai";
import fc from "fast-check";
import { AspNetSessions } from "../../../../src/emulator/desk/asp-net-session.js";
import type { Desk } from "../../../../src/emulator/desk/desk.js";
import { ROOT } from "../../../../src/emulator/desk/organisation.js";
import { exportSeed } from "../../../../src/emulator/desk/seed/export-seed.js";
import { openDesk } from "../../../../src/emulator/desk/seed/open-desk.js";
import { checkSeed } from "../../../../src/emulator/desk/seed/seed-schema.js";
import { Limits } from "../../../../src/emulator/operations/call/limits.js";
import { cards } from "../../../../src/emulator/operations/cards.js";
import { contract } from "../../../reference/service.js";
import { seed as runSeed } from "../../../soap/seed.js";
import { CODES, seed } from "./test-desk.js";

const OPERATIONS = [
  "createUser",
  "createGroup",
  "moveNode",
  "deleteNode",
  "assignChannel",
  "unassignChannel",
  "setUserStatus_v7_1",
] as const;

// Indices into the list of existing nodes, so that most calls find one.
const place = fc.nat({ max: 60 });
const steps = fc.array(
  fc.record({
    operation: fc.constantFrom(...OPERATIONS),
    first: place,
    second: place,
    code: fc.constantFrom(CODES.master, CODES.master, CODES.administrator, CODES.grouped, CODES.technician),
    enabled: fc.boolean(),
  }),
  { maxLength: 40 },
);

describe("any calls on nodes, in any order", () => {
  it("leave a tree: everybody in it once, under a parent that may hold it, and exportable", () => {
    fc.assert(
      fc.property(steps, (calls) => {
        const desk = openDesk(seed, 0);
        for (const step of calls) perform(desk, step);
        check(desk);
      }),
      { seed: runSeed, numRuns: 150 },
    );
  });
});

function perform(desk: Desk, step: typeof steps extends fc.Arbitrary<(infer Step)[]> ? Step : never) {
  const { operation, first, second, code, enabled } = step;
  const ids = [...desk.organisation.subtree(ROOT)].map(({ id }) => id);
  const [iNodeID = 0, other = 0] = [ids[first % ids.length], ids[second % ids.length]];
  const parameters = {
    iNodeID,
    iParentID: iNodeID,
    iTargetNodeID: other,
    iEntryID: second % 2 === 0 ? 401 : other,
    eStatus: enabled ? "Enabled" : "Disabled",
    sAuthCode: code,
  };
  const session = new AspNetSessions(() => 0).visit(undefined);
  const call = {
    operation,
    contract,
    parameters,
    desk,
    session,
    now: () => 1000,
    limits: new Limits(false),
    origin: "",
    executed: () => {},
  };
  const result = cards.get(operation)?.answer(call);
  expect(result?.code).to.be.a("string");
  if (result?.code !== "OK") expect(result).not.to.have.property("changed");
}

function check(desk: Desk): void {
  const { organisation, people } = desk;
  const nodes = [...organisation.subtree(ROOT)];
  expect(new Set(nodes.map(({ id }) => id)).size).to.equal(nodes.length);
  for (const node of nodes) {
    expect(organisation.isWithin(node.id, ROOT)).to.equal(true);
    const parent = organisation.node(node.parent);
    // The seed's own technicians are in groups, so that only the root has no holder.
    if (node.id !== ROOT) expect(parent && organisation.mayHold(parent, node.type), node.type).to.equal(true);
    if (node.target !== undefined) expect(organisation.has(node.target)).to.equal(true);
    for (const id of node.assignedTo) expect(organisation.has(id)).to.equal(true);
  }
  const seats = nodes.flatMap(({ id, person }) => (person ? [id] : []));
  const held = [...people.all].flatMap(({ deleted, nodes: roles }) => (deleted ? [] : Object.values(roles)));
  expect(seats.toSorted()).to.deep.equal(held.toSorted());
  const exported = exportSeed(desk, 1000);
  expect(exportSeed(openDesk(checkSeed(exported), 1000), 1000)).to.deep.equal(exported);
}
