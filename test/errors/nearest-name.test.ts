import { expect } from "chai";
import fc from "fast-check";
import { didYouMean, nearestName } from "../../src/errors/nearest-name.js";
import { always } from "../soap/seed.js";

const KNOWN = ["closeSession", "holdSession", "getSession", "login", "logout"];

describe("nearestName", () => {
  for (const [name, nearest] of [
    ["closeSesion", "closeSession"],
    ["closeSessoin", "closeSession"],
    ["CLOSESESSION", "closeSession"],
    ["clossSession", "closeSession"],
    ["logn", "login"],
    ["setSession", "getSession"],
    ["zzz", undefined],
    ["", undefined],
    ["deleteNode", undefined],
    ["__proto__", undefined],
  ] as const) {
    it(`of ${JSON.stringify(name)} is ${nearest}`, () => {
      expect(nearestName(name, KNOWN)).to.equal(nearest);
    });
  }

  it("finds a name with one character inserted, removed, swapped or replaced", () => {
    const slip = fc.tuple(fc.constantFrom(...KNOWN), fc.nat(), fc.constantFrom("insert", "remove", "swap", "replace"));
    always(slip, ([name, place, kind]) => {
      const at = place % (name.length - 1);
      const [before, one, other, after] = [name.slice(0, at), name[at], name[at + 1], name.slice(at + 2)];
      const changed = {
        insert: `${before}x${one}${other}${after}`,
        remove: `${before}${other}${after}`,
        swap: `${before}${other}${one}${after}`,
        replace: `${before}x${other}${after}`,
      }[kind];
      expect(nearestName(String(changed), [name])).to.equal(name);
    });
  });

  it("ignores overly long names, and compares at most 2,000 known ones", () => {
    expect(nearestName("a".repeat(81), ["a".repeat(81)])).to.equal(undefined);
    let asked = 0;
    function* many() {
      for (;;) {
        asked += 1;
        yield `name${asked}`;
      }
    }
    expect(nearestName("name2000x", many())).to.equal("name2000");
    expect(asked).to.be.below(2003);
  });

  it("ends a sentence, or adds nothing to it", () => {
    expect(didYouMean("logn", KNOWN)).to.equal("; did you mean login?");
    expect(didYouMean("zzz", KNOWN)).to.equal("");
  });
});
