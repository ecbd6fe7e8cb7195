import { expect } from "chai";
import fc from "fast-check";
import { beginSession } from "../../../src/emulator/desk/support-session.js";
import type { SessionStatus } from "../../../src/emulator/index.js";
import { Newest } from "../../../src/emulator/page/newest.js";
import { overviewOf } from "../../../src/emulator/page/session-overview.js";
import { always } from "../../soap/seed.js";

describe("overviewOf", () => {
  const sessions = (["WAITING", "CLOSEDBYCUSTOMER", "PICKEDUP", "WAITING", "CLOSEDBYCUSTOMER"] as SessionStatus[]).map(
    (status, index) => beginSession(index + 1, { status }, 1000 * index),
  );
  const ids = (status: SessionStatus | undefined, limit: number) =>
    overviewOf(sessions, status, limit).shown.map(({ id }) => id);

  it("counts by status", () => {
    const { counts, total, matching } = overviewOf(sessions, "WAITING", 1);
    expect([...counts]).to.deep.equal([
      ["WAITING", 2],
      ["CLOSEDBYCUSTOMER", 2],
      ["PICKEDUP", 1],
    ]);
    expect([total, matching]).to.deep.equal([5, 2]);
  });

  it("shows sessions that can be closed first, the newest on top", () => {
    expect(ids(undefined, 10)).to.deep.equal([4, 3, 1, 5, 2]);
    expect(ids(undefined, 2)).to.deep.equal([4, 3]);
    expect(ids("CLOSEDBYCUSTOMER", 10)).to.deep.equal([5, 2]);
    expect(ids("ONHOLD", 10)).to.deep.equal([]);
  });
});

describe("Newest", () => {
  it("keeps the same items as sorting all", () => {
    always(fc.tuple(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 1, max: 5 })), ([times, limit]) => {
      const newest = new Newest<number>(limit);
      times.forEach((at, index) => void newest.add(index, at));
      const sorted = times.map((at, index) => ({ at, index })).sort((a, b) => b.at - a.at || b.index - a.index);
      expect(newest.items).to.deep.equal(sorted.slice(0, limit).map(({ index }) => index));
    });
  });
});
