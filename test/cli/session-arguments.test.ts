import { expect } from "chai";
import { parseSessions } from "../../src/cli/session-arguments.js";
import { UsageError } from "../../src/cli/usage-error.js";

describe("session ids on the command line", () => {
  it("are whole numbers from 1 to 2147483647, in the order given", () => {
    expect(parseSessions(["12345678", "1", "2147483647"])).to.deep.equal([12345678, 1, 2147483647]);
  });

  it("are taken once each", () => {
    expect(parseSessions(["2", "1", "2"])).to.deep.equal([2, 1]);
  });

  for (const text of [
    "abc",
    "020000010",
    "0",
    "-1",
    "+1",
    "2147483648",
    "99999999999",
    "1.5",
    "1.0",
    "1e3",
    "0x10",
    "",
    " 1",
    "1 ",
  ]) {
    it(`${JSON.stringify(text)} is refused and shown`, () => {
      expect(() => parseSessions(["12345678", text])).to.throw(UsageError, JSON.stringify(text));
    });
  }
});
