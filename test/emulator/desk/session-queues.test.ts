import { expect } from "chai";
import fc from "fast-check";
import { isClosable, isLive, SESSION_STATUSES } from "../../../src/emulator/desk/session-status.js";
import { TIME_OUTS } from "../../../src/emulator/desk/session-transitions.js";
import { beginSession, type SupportSession } from "../../../src/emulator/desk/support-session.js";
import { type SessionChange, SupportSessions } from "../../../src/emulator/desk/support-sessions.js";
import { always } from "../../soap/seed.js";

const PLACES = [1, 2, 3];
const place = fc.option(fc.constantFrom(...PLACES), { nil: undefined });
const status = fc.constantFrom(...SESSION_STATUSES);
const transfer = fc.record({
  to: fc.constantFrom(...PLACES),
  kind: fc.constantFrom("NODE" as const, "CHANNEL" as const),
  comment: fc.constant(""),
  from: fc.constant({ status: "WAITING" as const }),
});
const change: fc.Arbitrary<SessionChange> = fc.oneof(
  fc.record({ status, technician: place, channel: place }),
  fc.record({ status }),
  fc.record({ status: fc.constant("TRANSFERINGBUTNOTPICKEDUP" as const), transfer }),
);
const history = fc.array(fc.tuple(fc.nat({ max: 9 }), change), { maxLength: 60 });

const byNumber = (one: number, other: number) => one - other;

describe("session queues", () => {
  it("contain, after any changes, what a scan of all sessions finds", () => {
    always(history, (changes) => {
      const sessions = new SupportSessions();
      for (let id = 1; id <= 10; id += 1)
        sessions.add(beginSession(id, { status: "WAITING", technician: (id % 3) + 1, channel: (id % 2) + 1 }, id % 4));
      for (const [index, change] of changes.entries()) {
        const session = sessions.get(change[0] + 1);
        if (session) sessions.change(session, change[1], 10 + index);
      }
      const all = [...sessions.all].sort((one, other) => one.startedAt - other.startedAt || one.id - other.id);
      const found = (is: (session: SupportSession) => boolean) =>
        all.filter((session) => isClosable(session.status) && is(session)).map(({ id }) => id);
      const ids = (queue: readonly SupportSession[]) => queue.map(({ id }) => id);
      expect(ids(sessions.queues.all())).to.deep.equal(found(() => true));
      for (const at of PLACES) {
        expect(ids(sessions.queues.ofTechnician(at))).to.deep.equal(
          found(({ technician, transfer: to }) => technician === at || (to?.kind === "NODE" && to.to === at)),
        );
        expect(ids(sessions.queues.ofChannel(at))).to.deep.equal(
          found(({ channel, transfer: to }) => channel === at || (to?.kind === "CHANNEL" && to.to === at)),
        );
      }
      for (const now of [0, 60_005, 60_030, 300_030, Number.MAX_SAFE_INTEGER]) {
        const due = ({ status, statusAt }: SupportSession) => statusAt + (TIME_OUTS.get(status)?.after ?? Number.NaN);
        expect(ids(sessions.queues.due(now)).sort(byNumber)).to.deep.equal(
          found((session) => due(session) <= now).sort(byNumber),
        );
      }
      for (const [begin, end] of [
        [0, 3],
        [1, 2],
        [3, 1],
      ] as const) {
        const ended = (is: (session: SupportSession) => boolean) =>
          all
            .filter((one) => !isLive(one.status) && one.startedAt >= begin && one.startedAt <= end && is(one))
            .map(({ id }) => id);
        expect(ids(sessions.queues.ended(begin, end))).to.deep.equal(ended(() => true));
        for (const at of PLACES) {
          const of = (kind: "technician" | "channel") => ended((session) => session[kind] === at);
          expect(ids(sessions.queues.ended(begin, end, "technician", at))).to.deep.equal(of("technician"));
          expect(ids(sessions.queues.ended(begin, end, "channel", at))).to.deep.equal(of("channel"));
        }
      }
      const sorted = [
        ...all.filter(({ status }) => isClosable(status)).reverse(),
        ...all
          .filter(({ status }) => !isClosable(status))
          .sort((one, other) => other.statusAt - one.statusAt || other.id - one.id),
      ];
      for (const wanted of [undefined, ...SESSION_STATUSES]) {
        const shown = ids(sorted.filter(({ status }) => wanted === undefined || status === wanted));
        if (wanted) expect(sessions.queues.counts().get(wanted) ?? 0).to.equal(shown.length);
        expect(ids(sessions.queues.newest(4, 0, wanted))).to.deep.equal(shown.slice(0, 4));
        expect(ids(sessions.queues.newest(4, 4, wanted))).to.deep.equal(shown.slice(4, 8));
      }
      expect(ids(sessions.inOrder(sorted))).to.deep.equal(ids([...sessions.all]));
    });
  });

  it("a transfer ends with any other status", () => {
    always(fc.tuple(transfer, status), ([to, after]) => {
      const sessions = new SupportSessions();
      const session = beginSession(1, { status: "WAITING" }, 0);
      sessions.add(session);
      sessions.change(session, { status: "TRANSFERINGBUTNOTPICKEDUP", transfer: to }, 1);
      sessions.change(session, { status: after }, 2);
      expect(session.transfer).to.deep.equal(after === "TRANSFERINGBUTNOTPICKEDUP" ? to : undefined);
    });
  });
});
