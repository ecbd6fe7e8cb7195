import { expect } from "chai";
import { runsMade, TOTAL_RUNS } from "./runs.js";

// Its name puts this file behind the others: mocha runs them in the order of their names.
describe("the property tests of this folder", () => {
  it("were run as often as asked: 20,000 times at least, unless FC_RUNS says otherwise", () => {
    expect(runsMade()).to.be.at.least(process.env.FC_RUNS === undefined ? 20_000 : TOTAL_RUNS);
  });
});
