import { expect } from "chai";
import fc from "fast-check";
import { BodyBytes } from "../../../src/soap/http/body-bytes.js";
import { always } from "../seed.js";

describe("BodyBytes: a body as it comes", () => {
  it("is its pieces, in their order", () => {
    always(fc.array(fc.uint8Array({ maxLength: 40 })), (pieces) => {
      const body = new BodyBytes();
      for (const piece of pieces) body.add(Buffer.from(piece));
      const whole = Buffer.concat(pieces);
      expect(body.bytes).to.deep.equal(whole);
      expect(body.size).to.equal(whole.length);
    });
  });

  it("gives them in blocks, once, and each block for another use when the next is asked for", () => {
    const body = new BodyBytes();
    const piece = Buffer.alloc(100_000, "abc");
    for (let index = 0; index < 30; index += 1) body.add(piece);
    const blocks: string[] = [];
    const spares: unknown[] = [];
    for (const block of body.take()) {
      blocks.push(String(block));
      spares.push(body.spare()?.fill("x").length);
    }
    expect(blocks.join("")).to.equal(String(piece).repeat(30));
    expect(spares.slice(0, 2), "the first is the sender's").to.deep.equal([undefined, undefined]);
    expect(spares.slice(2).every((length) => typeof length === "number")).to.equal(true);
    expect(String(piece)).to.equal(`${"abc".repeat(33_333)}a`);
    expect([...body.take()]).to.deep.equal([]);
  });

  it("does not write into the pieces", () => {
    const [body, slab] = [new BodyBytes(), Buffer.from("abcdef")];
    body.add(slab.subarray(0, 2));
    body.add(Buffer.from("XYZ"));
    expect(String(slab)).to.equal("abcdef");
    expect(String(body.bytes)).to.equal("abXYZ");
  });

  it("uses memory by its bytes, not by its pieces", () => {
    const before = process.memoryUsage();
    const body = new BodyBytes();
    const piece = Buffer.from("x");
    for (let index = 0; index < 2_000_000; index += 1) body.add(piece.subarray(0, 1));
    const after = process.memoryUsage();
    expect(body.size).to.equal(2_000_000);
    expect(after.rss - before.rss).to.be.below(200 * 1024 * 1024);
  });
});
