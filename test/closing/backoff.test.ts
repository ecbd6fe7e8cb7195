import { expect } from "chai";
import { backoff } from "../../src/closing/backoff.js";

describe("the wait after failures in a row", () => {
  const most = (failures: number) => backoff(failures, () => 1);

  it("is a second, doubled for each further failure up to a minute", () => {
    expect([1, 2, 3, 6, 7, 8].map(most)).to.deep.equal([1_000, 2_000, 4_000, 32_000, 60_000, 60_000]);
  });

  it("is half of that at least, and chance decides on the other half", () => {
    expect(backoff(1, () => 0)).to.equal(500);
    expect(backoff(2, () => 0.5)).to.equal(1_500);
    expect(backoff(100, () => 0)).to.equal(30_000);
  });

  it("stays a minute after any number of failures", () => {
    expect(most(1_000_000)).to.equal(60_000);
  });
});
