import { expect } from "chai";
import fc from "fast-check";
import { beginSession, type SupportSession } from "../../../src/emulator/desk/support-session.js";
import { SupportSessions } from "../../../src/emulator/desk/support-sessions.js";
import type { SessionStatus } from "../../../src/emulator/index.js";
import { Newest } from "../../../src/emulator/page/newest.js";
import { MOST_PAGES, overviewOf, PAGE_ROWS } from "../../../src/emulator/page/session-overview.js";
import { always } from "../../soap/seed.js";

function among(all: readonly SupportSession[]): SupportSessions {
  const sessions = new SupportSessions();
  for (const session of all) sessions.add(session);
  return sessions;
}

describe("overviewOf", () => {
  const sessions = (["WAITING", "CLOSEDBYCUSTOMER", "PICKEDUP", "WAITING", "CLOSEDBYCUSTOMER"] as SessionStatus[]).map(
    (status, index) => beginSession(index + 1, { status }, 1000 * index),
  );
  const ids = (status: SessionStatus | undefined) =>
    overviewOf(among(sessions), { status, page: 1 }).shown.map(({ id }) => id);

  it("counts by status", () => {
    const { counts, total, matching } = overviewOf(among(sessions), { status: "WAITING", page: 1 });
    expect([...counts]).to.deep.equal([
      ["WAITING", 2],
      ["PICKEDUP", 1],
      ["CLOSEDBYCUSTOMER", 2],
    ]);
    expect([total, matching]).to.deep.equal([5, 2]);
  });

  it("shows sessions that can be closed first, the newest on top", () => {
    expect(ids(undefined)).to.deep.equal([4, 3, 1, 5, 2]);
    expect(ids("CLOSEDBYCUSTOMER")).to.deep.equal([5, 2]);
    expect(ids("ONHOLD")).to.deep.equal([]);
  });

  it("has each session on one of its pages, in one order", () => {
    const many = Array.from({ length: 2 * PAGE_ROWS + 50 }, (_, index) =>
      beginSession(index + 1, { status: index % 3 === 0 ? "CLOSEDBYCUSTOMER" : "WAITING" }, index),
    );
    const pages = [1, 2, 3].map((page) => overviewOf(among(many), { status: undefined, page }));
    expect(pages.map(({ shown }) => shown.length)).to.deep.equal([PAGE_ROWS, PAGE_ROWS, 50]);
    const shown = pages.flatMap((page) => page.shown);
    expect(shown.map(({ id }) => id).sort((a, b) => a - b)).to.deep.equal(many.map(({ id }) => id));
    const open = shown.filter(({ status }) => status === "WAITING");
    expect(shown.slice(0, open.length)).to.deep.equal(open);
    for (const part of [open, shown.slice(open.length)])
      expect(part.map(({ id }) => id)).to.deep.equal(part.map(({ id }) => id).sort((a, b) => b - a));
  });

  it("shows the last page instead of one that is not there, and ends at the most pages", () => {
    expect(overviewOf(among(sessions), { status: undefined, page: 9999 })).to.deep.include({ page: 1, pages: 1 });
    const many = Array.from({ length: (MOST_PAGES + 1) * PAGE_ROWS }, (_, index) =>
      beginSession(index + 1, { status: "WAITING" }, index),
    );
    const { page, pages, shown } = overviewOf(among(many), { status: undefined, page: 9999 });
    expect([page, pages, shown.length]).to.deep.equal([MOST_PAGES, MOST_PAGES, PAGE_ROWS]);
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
