import { expect } from "chai";
import { type Doubt, Doubts } from "../../src/closing/doubts.js";

const doubt = (session: number, since: number): Doubt => ({
  ...{ session, attempt: 1, since, kind: "lost", code: "OUTCOME_UNKNOWN", message: "lost" },
});
const ids = (batch: readonly Doubt[]) => batch.map(({ session }) => session);

describe("the sessions in doubt", () => {
  it("gather for five seconds while calls are made, and are asked about at once when none are", () => {
    const doubts = new Doubts(120_000);
    doubts.add(doubt(1, 1_000));
    doubts.add(doubt(2, 3_000));
    expect(doubts.left(3_000, false)).to.equal(3_000);
    expect(doubts.left(3_000, true)).to.equal(0);
    expect(ids(doubts.batch(6_000, false))).to.deep.equal([1, 2]);
  });

  it("that a queue lists are asked about again when their calls cannot be under way any more", () => {
    const doubts = new Doubts(120_000);
    doubts.add(doubt(1, 1_000));
    doubts.asked(1);
    expect(doubts.left(6_000, true)).to.equal(115_000);
    expect(ids(doubts.batch(6_000, false))).to.deep.equal([]);
    expect(ids(doubts.batch(121_000, false))).to.deep.equal([1]);
    expect([120_999, 121_000].map((at) => doubts.isOld(doubt(1, 1_000), at))).to.deep.equal([false, true]);
  });

  it("are asked about for a fifth of the time while calls are made", () => {
    const doubts = new Doubts(0);
    doubts.took(2_000, 10_000);
    doubts.add(doubt(1, 0));
    expect(doubts.left(10_000, false)).to.equal(8_000);
    expect(doubts.left(10_000, true)).to.equal(0);
  });

  it("are asked about 500 at a time", () => {
    const doubts = new Doubts(0);
    for (let session = 1; session <= 1_200; session += 1) doubts.add(doubt(session, 0));
    expect(doubts.batch(0, true)).to.have.length(500);
  });

  it("let no further calls be made when there are ten thousand, and are asked about then", () => {
    const doubts = new Doubts(120_000);
    for (let session = 1; session < 10_000; session += 1) doubts.add(doubt(session, 0));
    expect([doubts.isFull, doubts.left(0, false)]).to.deep.equal([false, 5_000]);
    doubts.add(doubt(10_000, 0));
    expect([doubts.isFull, doubts.left(0, false)]).to.deep.equal([true, 0]);
  });

  it("are asked about three times where the service does not tell, after a wait each", () => {
    const doubts = new Doubts(0);
    doubts.add(doubt(1, 0));
    expect(doubts.asksAgain(1, 0)).to.equal(true);
    expect(doubts.left(0, true)).to.be.within(500, 1_000);
    expect(ids(doubts.batch(499, false))).to.deep.equal([]);
    expect([doubts.asksAgain(1, 1_000), doubts.asksAgain(1, 3_000)]).to.deep.equal([true, false]);
    expect(doubts.areAsked).to.equal(true);
  });
});
