import { expect } from "chai";
import { Timeline } from "../../../src/cli/close/timeline.js";

const sum = (timeline: Timeline, what: "closed" | "refused" | "unknown" | "waited") =>
  timeline.intervals.reduce((total, interval) => total + interval[what], 0);

describe("the timeline of a run", () => {
  it("counts in intervals of a quarter of a second at first", () => {
    const timeline = new Timeline();
    timeline.count("closed", 0);
    timeline.count("closed", 249);
    timeline.count("refused", 250);
    timeline.count("unknown", 999);
    expect(timeline.intervals.map(({ closed, refused, unknown }) => [closed, refused, unknown])).to.deep.equal([
      [2, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
      [0, 0, 1],
    ]);
  });

  it("has at most 120 intervals however long it lasts, and forgets nothing", () => {
    const timeline = new Timeline();
    for (let at = 0; at < 40_000_000; at += 10_000) timeline.count(at % 3 === 0 ? "closed" : "refused", at);
    timeline.wait(1_000_000, 1_500_000);
    expect(timeline.intervals.length).to.be.within(60, 120);
    expect(sum(timeline, "closed") + sum(timeline, "refused")).to.equal(4000);
    expect(sum(timeline, "waited")).to.equal(500_000);
  });

  it("spreads a time of waiting over the intervals that it lies in", () => {
    const timeline = new Timeline();
    timeline.wait(200, 600);
    expect(timeline.intervals.map(({ waited }) => waited)).to.deep.equal([50, 250, 100]);
    timeline.wait(0, 3_600_000);
    expect(sum(timeline, "waited")).to.equal(3_600_400);
  });
});
