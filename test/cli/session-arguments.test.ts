import { expect } from "chai";
import { parseSessions } from "../../src/cli/session-arguments.js";
import { UsageError } from "../../src/cli/usage-error.js";

describe("session ids on the command line", () => {
  it("are whole numbers from 1 to 2147483647, in the order given", () => {
    expect(parseSessions(["12345678", "1", "2147483647", "007"])).to.deep.equal([12345678, 1, 2147483647, 7]);
  });

  for (const text of [
    "abc",
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
