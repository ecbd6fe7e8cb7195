import { expect } from "chai";
import { Trouble } from "../../src/closing/trouble.js";

const middle = () => 1;

describe("the trouble of a run", () => {
  it("pauses twice as long after each failure, up to a minute", () => {
    const trouble = new Trouble(10_000_000, middle);
    let now = 0;
    const pauses = Array.from({ length: 8 }, () => {
      const pause = trouble.meet("outage", "refused", now, now)?.milliseconds ?? 0;
      now += pause;
      return pause;
    });
    expect(pauses).to.deep.equal([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it("counts calls that were in flight together once", () => {
    const trouble = new Trouble(1_000_000, middle);
    expect(trouble.meet("outage", "refused", 0, 10)).to.include({ milliseconds: 1_000 });
    expect(trouble.meet("outage", "refused", 5, 11)).to.equal(undefined);
  });

  it("is none where others were answered since the call began", () => {
    const trouble = new Trouble(1_000_000, middle);
    trouble.answered(5);
    expect(trouble.meet("outage", "its turn did not come", 0, 10)).to.equal(undefined);
    expect(trouble.isThere).to.equal(false);
  });

  it("begins with the fourth lost call in a row, and with the first that follows a pause", () => {
    const trouble = new Trouble(1_000_000, middle);
    for (const at of [0, 1, 2]) expect(trouble.lost("reset", at, at)).to.equal(undefined);
    trouble.answered(3);
    for (const at of [4, 5, 6]) expect(trouble.lost("reset", at, at)).to.equal(undefined);
    expect(trouble.lost("reset", 7, 7)).to.include({ for: "outage", milliseconds: 1_000 });
    expect(trouble.lost("reset", 1_010, 1_010)).to.include({ milliseconds: 2_000 });
  });

  it("ends with an answer, but not before the time that the service asked for", () => {
    const trouble = new Trouble(1_000_000, middle);
    trouble.meet("limit", "503", 0, 0, 30_000);
    expect(trouble.answered(10)).to.equal(true);
    expect(trouble.isThere).to.equal(false);
    expect(trouble.pause(20)).to.deep.include({ for: "limit", milliseconds: 29_980 });
    trouble.meet("outage", "refused", 40_000, 40_000);
    trouble.answered(40_001);
    expect(trouble.pause(40_002)).to.equal(undefined);
  });

  it("is hopeless after the time given, which no pause exceeds", () => {
    const trouble = new Trouble(5_000, middle);
    trouble.meet("limit", "503", 0, 0, 3_600_000);
    expect(trouble.pause(0)?.milliseconds).to.equal(5_000);
    expect(trouble.isHopeless(4_999)).to.equal(false);
    expect(trouble.isHopeless(5_000)).to.equal(true);
  });

  it("is hopeless when its last pause is over, at any time of a clock", () => {
    for (let since = 1e6 + 0.1; since < 1e6 + 100; since += 0.7) {
      const trouble = new Trouble(60_000, middle);
      trouble.meet("limit", "503", since, since, 3_600_000);
      const end = since + 60_000;
      expect(trouble.pause(end), `${since}`).to.equal(undefined);
      expect(trouble.isHopeless(end), `${since}`).to.equal(true);
    }
  });
});
