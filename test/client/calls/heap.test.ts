import { expect } from "chai";
import { callHeap } from "../../../scripts/bench/call-heap.js";

const CALLS = 4_000;
/** In bytes. The smallest object that is left behind by each call takes more. */
const BOUND = 16;

describe("the heap after many calls", () => {
  for (const by of ["login", "auth code"] as const) {
    it(`does not grow with their number, made with one ${by} and one signal`, async () => {
      // The first parts also compile what is called often, and fill what is bounded.
      const heaps: number[] = [];
      for await (const heap of callHeap(by, [CALLS, CALLS, CALLS, CALLS])) heaps.push(heap);
      const growths = heaps.slice(1).map((heap, index) => (heap - (heaps[index] as number)) / CALLS);
      expect(heaps).to.have.length(4);
      // What grows once, as V8 compiles, is no leak: that grows in every part.
      expect(Math.min(...growths), growths.map((growth) => growth.toFixed(1)).join(", ")).to.be.below(BOUND);
    }).timeout(120_000);
  }
});
