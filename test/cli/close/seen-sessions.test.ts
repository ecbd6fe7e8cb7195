import { expect } from "chai";
import { SeenSessions } from "../../../src/cli/close/seen-sessions.js";

describe("the sessions that were seen", () => {
  it("are new once each, whatever their neighbours are", () => {
    const ids = [1, 31, 32, 33, 63, 64, 2_147_483_647, 2_147_483_616, 20_000_000];
    const seen = new SeenSessions();
    expect(ids.map((id) => seen.add(id))).to.deep.equal(ids.map(() => true));
    expect(ids.map((id) => seen.add(id))).to.deep.equal(ids.map(() => false));
    expect([30, 34, 2_147_483_646].map((id) => seen.add(id))).to.deep.equal([true, true, true]);
  });
});
