import { expect } from "chai";
import fc from "fast-check";
import { LongText } from "../../../src/soap/message/long-text.js";
import { always } from "../seed.js";

const texts = fc.array(fc.string({ unit: fc.constantFrom("a", "é", "Ж", "€", "😀"), maxLength: 40 }));

describe("LongText: a text that arrives in pieces", () => {
  it("is its pieces, in their order, whatever blocks it is kept in", () => {
    always(fc.tuple(texts, fc.array(fc.integer({ min: 4, max: 9 }))), ([pieces, sizes]) => {
      const text = new LongText(() => {
        const size = sizes.pop();
        return size === undefined ? undefined : Buffer.alloc(size, "x");
      });
      for (const piece of pieces) text.add(piece);
      expect([...text.take()].join("")).to.equal(pieces.join(""));
    });
  });

  it("is given in pieces also where a block is large, and cuts no character", () => {
    const whole = "€".repeat(400_000);
    const text = new LongText(() => Buffer.alloc(2_000_000));
    text.add(whole);
    const pieces = [...text.take()];
    expect(pieces.length).to.be.above(10);
    expect(pieces.join("")).to.equal(whole);
  });

  it("is given once", () => {
    const text = new LongText();
    text.add("a");
    expect([...text.take()]).to.deep.equal(["a"]);
    expect([...text.take()]).to.deep.equal([]);
  });
});
