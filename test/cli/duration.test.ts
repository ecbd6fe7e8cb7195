import { expect } from "chai";
import { InvalidArgumentError } from "commander";
import { parseDuration, roundDuration } from "../../src/cli/duration.js";

describe("durations on the command line", () => {
  for (const [text, seconds] of [
    ["90s", 90],
    ["30m", 1800],
    ["2h", 7200],
    ["1d", 86_400],
    ["1h30m", 5400],
    ["1d2h3m4s", 93_784],
  ] as const) {
    it(`${text} is ${seconds} seconds`, () => {
      expect(parseDuration(text)).to.equal(seconds);
    });
  }

  for (const text of ["", "0s", "2", "h", "1.5h", "-1h", "2H", "30m1h", "1h 30m", "1h30", "1e3s", "9999999999s"]) {
    it(`${JSON.stringify(text)} is refused`, () => {
      expect(() => parseDuration(text)).to.throw(InvalidArgumentError, "90s, 30m, 2h, 1d or 1h30m");
    });
  }

  for (const [seconds, text] of [
    [0, "0 s"],
    [-5, "0 s"],
    [59.6, "1 min"],
    [61, "1 min 1 s"],
    [3600, "1 h"],
    [3661, "1 h 1 min"],
    [90_061, "1 d 1 h"],
  ] as const) {
    it(`${seconds} seconds are shown as ${text}`, () => {
      expect(roundDuration(seconds)).to.equal(text);
    });
  }
});
