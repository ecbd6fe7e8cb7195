import { expect } from "chai";
import fc from "fast-check";
import { IdSet } from "../../../src/closing/journal/id-set.js";
import { always } from "../../soap/seed.js";

describe("the set of ids that are done", () => {
  it("holds what was added, and nothing else", () => {
    const id = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 2_147_483_647 }));
    always(fc.tuple(fc.array(id), fc.array(id)), ([added, others]) => {
      const set = new IdSet();
      const plain = new Set(added);
      for (const one of added) set.add(one);
      expect(set.size).to.equal(plain.size);
      for (const one of [...added, ...others]) expect(set.has(one)).to.equal(plain.has(one));
    });
  });

  it("keeps what it has while it grows by halves, and only when it is nearly full", () => {
    const set = new IdSet();
    const sizes = new Set<number>();
    for (let id = 1; id <= 2_000; id += 1) {
      set.add(id);
      set.add(id);
      sizes.add(set.bytes);
    }
    expect(set.size).to.equal(2_000);
    expect([...sizes]).to.deep.equal([4_096, 6_144, 9_216, 13_824]);
    for (let id = 1; id <= 2_000; id += 1) expect(set.has(id)).to.equal(true);
    for (let id = 2_001; id <= 4_000; id += 1) expect(set.has(id)).to.equal(false);
  });

  it("takes 8 bytes for an id at most, of a million", () => {
    const set = new IdSet();
    for (let id = 1; id <= 1_000_000; id += 1) set.add(id * 2_000);
    expect(set.size).to.equal(1_000_000);
    expect(set.bytes).to.be.at.most(8_000_000);
    expect([set.has(2_000), set.has(2_000_000_000), set.has(2_001)]).to.deep.equal([true, true, false]);
  });
});
