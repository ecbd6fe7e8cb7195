import { expect } from "chai";
import { defaultReportSettings } from "../../../src/emulator/desk/report-settings.js";
import { openDesk } from "../../../src/emulator/desk/seed/open-desk.js";
import { settleSessions } from "../../../src/emulator/desk/settle-sessions.js";
import { beginSession, type SupportSession } from "../../../src/emulator/desk/support-session.js";
import { defaultSeed } from "../../../src/emulator/index.js";
import { overviewOf } from "../../../src/emulator/page/session-overview.js";
import { scopeOf } from "../../../src/emulator/reports/report-scope.js";
import { writeReport } from "../../../src/emulator/reports/write-report.js";

const NOW = Date.UTC(2026, 5, 1, 12);
const DAY = 24 * 60 * 60 * 1000;

/** A desk where ten sessions are asked for, among others; each look at a session's id, status or times is counted. */
function countingDesk(others: number) {
  const desk = openDesk({ ...defaultSeed, sessions: [] }, NOW);
  let looks = 0;
  const counted = new Set<PropertyKey>(["id", "status", "startedAt", "statusAt", "technician"]);
  for (let id = 1; id <= 10 + others; id += 1) {
    const isAsked = id <= 10;
    const place = isAsked ? { technician: 201, channel: 401 } : { technician: 202, channel: 402 };
    const status = isAsked || id % 2 === 0 ? "WAITING" : "CLOSEDBYTECHNICIAN";
    const session = beginSession(id, { status, ...place }, isAsked ? NOW : NOW - 2 * DAY - id);
    const get = (target: SupportSession, name: PropertyKey) => {
      if (counted.has(name)) looks += 1;
      return Reflect.get(target, name) as unknown;
    };
    desk.sessions.add(new Proxy(session, { get }));
  }
  const looksOf = (run: () => unknown) => {
    const before = looks;
    run();
    return looks - before;
  };
  return { desk, looksOf };
}

describe("among 20,000 sessions as among 200", () => {
  const few = countingDesk(200);
  const many = countingDesk(20_000);
  const actions: Readonly<Record<string, (desk: typeof few.desk) => unknown>> = {
    "a technician's queue": (desk) => desk.sessions.queues.ofTechnician(201),
    "a channel's queue": (desk) => desk.sessions.queues.ofChannel(401),
    "the time-outs": (desk) => settleSessions(desk, NOW),
    "the page": (desk) => overviewOf(desk.sessions, { status: undefined, page: 1 }),
    "the page of a status": (desk) => overviewOf(desk.sessions, { status: "CLOSEDBYTECHNICIAN", page: 2 }),
    "a report of a day": (desk) => {
      const scope = scopeOf(desk, 1, "NODE");
      if (!scope) throw new Error("no scope");
      return writeReport(desk, defaultReportSettings(), scope, NOW);
    },
    "a new id": (desk) => desk.sessions.nextId(),
    "a closed session": (desk) => {
      const session = desk.sessions.get(5);
      if (session) desk.sessions.change(session, { status: "CLOSEDBYTECHNICIAN" }, NOW);
    },
  };
  for (const [what, run] of Object.entries(actions)) {
    it(`${what} looks at about the same number`, () => {
      const one = few.looksOf(() => run(few.desk));
      // To find a place by halves takes seven steps more among a hundred times as many.
      expect(many.looksOf(() => run(many.desk))).to.be.at.most(one + 400);
    });
  }
});
