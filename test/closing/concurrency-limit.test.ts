import { expect } from "chai";
import { ConcurrencyLimit } from "../../src/closing/concurrency-limit.js";

/** Answers of `count` calls that take `milliseconds` each. */
function answer(limit: ConcurrencyLimit, count: number, milliseconds: number, clock: { now: number }): void {
  for (let call = 0; call < count; call += 1) {
    const begun = clock.now;
    clock.now += milliseconds;
    limit.answered(begun, clock.now);
  }
}

describe("the concurrency of a run", () => {
  it("begins at the most, and stays there while calls are answered in time", () => {
    const limit = new ConcurrencyLimit(16);
    answer(limit, 1_000, 40, { now: 0 });
    expect(limit.value).to.equal(16);
  });

  it("falls by a factor with a failure, once for calls that were in flight together", () => {
    const limit = new ConcurrencyLimit(16);
    expect(limit.failed(0, 100)).to.equal("slower");
    expect(limit.failed(50, 110)).to.equal(undefined);
    expect(limit.value).to.equal(11);
    expect(limit.failed(120, 130)).to.equal("slower");
    expect(limit.value).to.equal(7);
  });

  it("never falls below one call", () => {
    const limit = new ConcurrencyLimit(4);
    for (let at = 0; at < 50; at += 1) limit.failed(2 * at, 2 * at + 1);
    expect(limit.value).to.equal(1);
  });

  it("rises by one for as many answers as there are calls in flight, and no further than the most", () => {
    const limit = new ConcurrencyLimit(4);
    const clock = { now: 0 };
    limit.restart(clock.now);
    expect(limit.value).to.equal(1);
    const values = Array.from({ length: 8 }, () => {
      answer(limit, 1, 40, clock);
      return limit.value;
    });
    expect(values).to.deep.equal([2, 2, 3, 3, 3, 4, 4, 4]);
  });

  it("falls when calls take much longer than they used to, and rises when they do not any more", () => {
    const limit = new ConcurrencyLimit(8);
    const clock = { now: 0 };
    answer(limit, 100, 40, clock);
    answer(limit, 16, 400, clock);
    expect(limit.value).to.be.lessThan(8);
    answer(limit, 200, 40, clock);
    expect(limit.value).to.equal(8);
  });

  it("does not fall for a single slow call, nor for what timers cost", () => {
    const limit = new ConcurrencyLimit(8);
    const clock = { now: 0 };
    answer(limit, 64, 1, clock);
    for (let round = 0; round < 20; round += 1) {
      answer(limit, 15, 9, clock);
      answer(limit, 1, 5_000, clock);
    }
    expect(limit.value).to.equal(8);
  });

  it("follows a service that has become slower for good", () => {
    const limit = new ConcurrencyLimit(8);
    const clock = { now: 0 };
    answer(limit, 100, 40, clock);
    answer(limit, 2_000, 400, clock);
    expect(limit.value).to.equal(8);
  });
});
