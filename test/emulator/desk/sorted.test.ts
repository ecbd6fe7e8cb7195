import { expect } from "chai";
import fc from "fast-check";
import { Sorted } from "../../../src/emulator/desk/sorted.js";
import { always } from "../../soap/seed.js";

describe("Sorted", () => {
  it("holds what sorting an array gives, through many blocks", () => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 3000 })), {
      minLength: 0,
      maxLength: 2500,
      size: "max",
    });
    always(fc.tuple(steps, fc.nat({ max: 3000 })), ([changes, begin]) => {
      const sorted = new Sorted<number>((one, other) => one - other);
      const kept = new Set<number>();
      for (const [isGone, item] of changes) {
        if (isGone) expect(sorted.delete(item)).to.equal(kept.delete(item));
        else if (!kept.has(item)) {
          sorted.add(item);
          kept.add(item);
        }
      }
      const all = [...kept].sort((one, other) => one - other);
      expect(sorted.size).to.equal(all.length);
      expect(sorted.items()).to.deep.equal(all);
      expect([...sorted.from((item) => item >= begin)]).to.deep.equal(all.filter((item) => item >= begin));
      expect(sorted.last(700, 600)).to.deep.equal([...all].reverse().slice(600, 1300));
    });
  });
});
