import { expect } from "chai";
import { SHARES, TOTAL_RUNS } from "./runs.js";

describe("the property tests of this folder", () => {
  it("share all runs between them", () => {
    const sum = Object.values(SHARES).reduce((all, share) => all + share, 0);
    expect(sum).to.be.closeTo(1, 1e-9);
  });

  it("run 20,000 times at least, unless FC_RUNS says otherwise", () => {
    expect(TOTAL_RUNS).to.be.at.least(process.env.FC_RUNS === undefined ? 20_000 : 0);
  });
});
