import { expect } from "chai";
import { hierarchyTree } from "../../../src/client/jobs/hierarchy-tree.js";
import type { HIERARCHY } from "../../reference/generated/index.js";

const row = (iNodeID: number, iParentID: number): HIERARCHY => ({
  iNodeID,
  iParentID,
  eStatus: "Offline",
  eType: "TechnicianGroup",
});
const shape = (rows: readonly (HIERARCHY | null)[]) => {
  const { roots, nodes } = hierarchyTree(rows);
  return [roots.map(({ id }) => id), nodes.map(({ id, depth }) => `${id}:${depth}`).join(" ")];
};

describe("the tree of a hierarchy", () => {
  it("has each node before its children, in the order of the list", () => {
    expect(shape([row(4, 2), row(1, 0), row(2, 1), row(3, 1), row(5, 2)])).to.deep.equal([[1], "1:0 2:1 4:2 5:2 3:1"]);
  });

  it("has a root for each parent that the list does not show", () => {
    expect(shape([row(2, 1), row(3, 9), row(4, 3)])).to.deep.equal([[2, 3], "2:0 3:0 4:1"]);
  });

  it("has every node once, whatever the list says", () => {
    expect(shape([row(1, 1), null, row(2, 3), row(3, 2), row(2, 1), row(4, 3)])).to.deep.equal([
      [1, 2],
      "1:0 2:0 3:1 4:2",
    ]);
  });

  it("of 20,000 nodes below one another does not overflow the stack", () => {
    const { nodes } = hierarchyTree(Array.from({ length: 20_000 }, (_, index) => row(index + 1, index)));
    expect(nodes.at(-1)).to.include({ id: 20_000, depth: 19_999 });
  });

  it("of 200,000 children of one node is made in one pass", () => {
    const { roots } = hierarchyTree([row(1, 0), ...Array.from({ length: 200_000 }, (_, index) => row(index + 2, 1))]);
    expect(roots[0]?.children).to.have.length(200_000);
  });
});
