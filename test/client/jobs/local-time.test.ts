import { expect } from "chai";
import { localTime } from "../../../src/client/jobs/local-time.js";

describe("the time of a session list", () => {
  for (const [text, expected] of [
    ["11/30/2026 8:05:09 PM", "2026-11-30T20:05:09"],
    ["1/2/2026 12:00:00 AM", "2026-01-02T00:00:00"],
    ["1/2/2026 12:30 PM", "2026-01-02T12:30:00"],
    ["2/29/2028 1:00:00 AM", "2028-02-29T01:00:00"],
  ] as const) {
    it(`${text} is ${expected}, of no zone`, () => expect(localTime(text)).to.equal(expected));
  }

  for (const text of [
    "",
    "30/11/2026 8:05:09 PM",
    "2/30/2026 8:05:09 PM",
    "11/30/2026 13:05:09 PM",
    "11/30/2026 0:05:09 AM",
    "11/30/2026 8:65:09 PM",
    "11/30/2026 20:05:09",
    "2026-11-30T20:05:09",
    "11/30/2026 8:05:09 PM ",
  ]) {
    it(`${JSON.stringify(text)} is none that can be read`, () => expect(localTime(text)).to.equal(undefined));
  }
});
