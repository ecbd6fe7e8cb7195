import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import { InvalidArgumentError } from "../../../src/errors/invalid-argument-error.js";

describe("the virtual clock", () => {
  it("stands still at the given time, and advances", () => {
    const clock = new VirtualClock(1000);
    clock.advance(0);
    clock.advance(500);
    expect(clock.now()).to.equal(1500);
  });

  it("does not go beyond the range of dates, and does not move when it refuses", () => {
    const clock = new VirtualClock(1000);
    for (const ms of [-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER, 8.7e15]) {
      expect(() => clock.advance(ms), String(ms))
        .to.throw(InvalidArgumentError)
        .with.property("path", "ms");
    }
    expect(clock.now()).to.equal(1000);
    expect(() => new VirtualClock(8.7e15)).to.throw(InvalidArgumentError);
    clock.advance(Date.UTC(199_999, 0, 1) - 1000);
    expect(new Date(clock.now()).toISOString()).to.equal("+199999-01-01T00:00:00.000Z");
  });
});
