import { mock } from "node:test";
import { expect } from "chai";
import fc from "fast-check";
import { Turns } from "../../../src/client/account/turns.js";
import { AbortedError, DeadlineError } from "../../../src/index.js";
import { Deadline } from "../../../src/soap/http/deadline.js";
import { seed } from "../../soap/seed.js";
import { thrown } from "../thrown.js";
import { virtualTime } from "../virtual-time.js";

const endless = () => new Deadline("closeSession", Number.POSITIVE_INFINITY);
const turnsOf = (places: number) => new Turns(places, (timeout) => `no turn within ${timeout} ms`);
/** Enters when its turn has come, and leaves at once. */
const enter = async (turns: Turns, deadline: Deadline, entered: () => void) => {
  const leave = await turns.take(deadline);
  entered();
  leave();
};
const settled = () => new Promise(setImmediate);

describe("Turns: who comes first goes first", () => {
  for (const places of [1, 3]) {
    it(`${places} at once, in the order they came`, async () => {
      const turns = turnsOf(places);
      const entered: number[] = [];
      const leaves: (() => void)[] = [];
      for (let caller = 0; caller < 10; caller += 1) {
        void turns.take(endless()).then((leave) => {
          entered.push(caller);
          leaves.push(leave);
        });
      }
      for (let left = 0; left < 10; left += 1) {
        await settled();
        expect(entered).to.have.length(Math.min(10, places + left));
        leaves[left]?.();
      }
      expect(entered).to.deep.equal(Array.from({ length: 10 }, (_, caller) => caller));
      expect(turns.idle).to.equal(true);
    });
  }

  it("nobody overtakes while a place is passed on", async () => {
    const turns = turnsOf(1);
    const leave = await turns.take(endless());
    const entered: string[] = [];
    const waiting = enter(turns, endless(), () => entered.push("waiting"));
    leave();
    const late = enter(turns, endless(), () => entered.push("late"));
    await Promise.all([waiting, late]);
    expect(entered).to.deep.equal(["waiting", "late"]);
  });

  it("a place does not go to a call whose time is up, although its timer has not fired yet", async () => {
    const turns = turnsOf(1);
    const leave = await turns.take(endless());
    let now = performance.now();
    const clock = mock.method(performance, "now", () => now);
    try {
      const entered: string[] = [];
      const late = new Deadline("closeSession", 60_000);
      void enter(turns, late, () => entered.push("late"));
      const next = enter(turns, endless(), () => entered.push("next"));
      now += 60_000;
      leave();
      await next;
      expect(entered).to.deep.equal(["next"]);
      late.dispose();
    } finally {
      clock.mock.restore();
    }
  });

  it("releasing a place twice has no effect", async () => {
    const turns = turnsOf(1);
    const leave = await turns.take(endless());
    leave();
    leave();
    const other = await turns.take(endless());
    leave();
    expect(turns.idle).to.equal(false);
    other();
    expect(turns.idle).to.equal(true);
  });

  it("a call that times out in line is not sent, and says what it waited for", async () => {
    using time = virtualTime();
    const turns = turnsOf(1);
    const leave = await turns.take(endless());
    const call = thrown(DeadlineError, turns.take(new Deadline("closeSession", 100)));
    time.pass(100);
    const error = await call;
    expect(error).to.include({ outcome: "not-sent", operation: "closeSession", timeout: 100 });
    expect(error.message).to.equal("closeSession: no turn within 100 ms");
    leave();
    expect(turns.idle).to.equal(true);
  });

  it("a call that is aborted in line is not sent, and leaves no listener", async () => {
    const turns = turnsOf(1);
    const leave = await turns.take(endless());
    const abort = new AbortController();
    const call = thrown(AbortedError, turns.take(new Deadline("closeSession", 60_000, [abort.signal])));
    abort.abort();
    expect((await call).outcome).to.equal("not-sent");
    leave();
    expect(turns.idle).to.equal(true);
  });

  it("work done in a place leaves it when it ends, and when it fails", async () => {
    const turns = turnsOf(1);
    const worked = await turns.run(endless(), async () => {
      expect(turns.idle).to.equal(false);
      return "done";
    });
    expect(worked).to.equal("done");
    expect(turns.idle).to.equal(true);
    const bug = new TypeError("a bug");
    expect(
      await thrown(
        TypeError,
        turns.run(endless(), () => Promise.reject(bug)),
      ),
    ).to.equal(bug);
    expect(turns.idle).to.equal(true);
  });

  it("a call that has already ended takes no place", async () => {
    const turns = turnsOf(1);
    await thrown(AbortedError, turns.take(new Deadline("closeSession", 1, [AbortSignal.abort()])));
    expect(turns.idle).to.equal(true);
  });

  it(`never too many at once, and no place is lost when one leaves, fails or gives up (FC_SEED=${seed})`, async () => {
    const step = fc.record({ act: fc.constantFrom("come", "come", "leave", "giveUp"), which: fc.nat(20) });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(step, { maxLength: 60 }), async (places, steps) => {
        const turns = turnsOf(places);
        const inside: (() => void)[] = [];
        const waiting: AbortController[] = [];
        for (const { act, which } of steps) {
          if (act === "come") {
            const abort = new AbortController();
            waiting.push(abort);
            const forget = () => waiting.splice(waiting.indexOf(abort), 1);
            turns.take(new Deadline("op", Number.POSITIVE_INFINITY, [abort.signal])).then(
              (leave) => {
                forget();
                inside.push(leave);
              },
              () => forget(),
            );
          } else if (act === "leave") {
            for (const leave of inside.splice(which % (inside.length + 1), 1)) leave();
          } else {
            waiting[which % (waiting.length || 1)]?.abort();
          }
          await settled();
          expect(inside.length, "inside").to.be.at.most(places);
          expect(waiting.length === 0 || inside.length === places, "nobody waits for a free place").to.equal(true);
        }
        while (inside.length > 0) {
          inside.pop()?.();
          await settled();
        }
        expect(waiting).to.have.length(0);
        expect(turns.idle).to.equal(true);
      }),
      { seed, numRuns: 200 },
    );
  });
});
