import { getEventListeners } from "node:events";
import { mock } from "node:test";
import { expect } from "chai";
import { AbortedError } from "../../../src/errors/aborted-error.js";
import { DeadlineError } from "../../../src/errors/deadline-error.js";
import type { RescueError } from "../../../src/errors/rescue-error.js";
import { Deadline } from "../../../src/soap/http/deadline.js";

const listeners = (signal: AbortSignal) => getEventListeners(signal, "abort").length;
const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
const never = new Promise<never>(() => {});

async function rejection(promise: Promise<unknown>): Promise<RescueError> {
  try {
    await promise;
  } catch (error) {
    return error as RescueError;
  }
  throw new Error("it was fulfilled");
}

describe("Deadline: the bound on one call", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
  afterEach(() => mock.timers.reset());

  it("ends when its time is over, once, and stays ended", () => {
    const { signal, abort } = controller();
    const deadline = new Deadline("login", 100, [signal]);
    let ends = 0;
    deadline.onEnd(() => {
      ends += 1;
    });
    mock.timers.tick(99);
    expect([deadline.ended, ends]).to.deep.equal([false, 0]);
    mock.timers.tick(1);
    expect([deadline.ended, ends]).to.deep.equal([true, 1]);
    abort();
    mock.timers.tick(1000);
    expect(ends).to.equal(1);
    expect(deadline.error("unknown"), "still its time, not the signal").to.be.instanceOf(DeadlineError);
    expect(deadline.error("unknown")).to.include({ operation: "login", timeout: 100, outcome: "unknown" });
  });

  it("ends when any of its signals does", () => {
    for (const which of [0, 1]) {
      const controllers = [controller(), controller()];
      const deadline = new Deadline("logout", 100, [controllers[0]?.signal, undefined, controllers[1]?.signal]);
      let ends = 0;
      deadline.onEnd(() => {
        ends += 1;
      });
      controllers[which]?.abort();
      controllers[1 - which]?.abort();
      mock.timers.tick(1000);
      expect(ends).to.equal(1);
      expect(deadline.error("unknown"))
        .to.be.instanceOf(AbortedError)
        .that.includes({ operation: "logout", outcome: "unknown", code: "ABORTED" });
    }
  });

  it("has ended from the start with an aborted signal, and listens to none", () => {
    const other = controller();
    const deadline = new Deadline("login", 100, [other.signal, AbortSignal.abort("hunter2")]);
    expect(deadline.ended).to.equal(true);
    expect(listeners(other.signal)).to.equal(0);
    expect(() => deadline.check())
      .to.throw(AbortedError)
      .that.includes({ outcome: "not-sent" })
      .and.has.property("message")
      .that.does.not.contain("hunter2");
  });

  it("lets a call go on until it ends", () => {
    const deadline = new Deadline("login", 1);
    deadline.check();
    mock.timers.tick(1);
    expect(() => deadline.check())
      .to.throw(DeadlineError)
      .with.property("outcome", "not-sent");
  });

  it("can be given less time, counted from its beginning, and never more", () => {
    let now = performance.now();
    const clock = mock.method(performance, "now", () => now);
    const pass = (milliseconds: number) => {
      now += milliseconds;
      mock.timers.tick(milliseconds);
    };
    try {
      for (const timeout of [100, Number.POSITIVE_INFINITY]) {
        const deadline = new Deadline("login", timeout);
        pass(10);
        deadline.limit(50);
        deadline.limit(80);
        expect(deadline.remaining).to.equal(40);
        pass(39);
        expect(deadline.ended).to.equal(false);
        pass(1);
        expect(deadline.ended).to.equal(true);
        expect(deadline.error("unknown")).to.include({ timeout: 50 });
      }
      const late = new Deadline("login", 100);
      pass(60);
      late.limit(50);
      pass(0);
      pass(1);
      expect(late.ended, "at once where that time has passed").to.equal(true);
    } finally {
      clock.mock.restore();
    }
  });

  it("cannot be given another time when it has ended or was disposed of", () => {
    mock.timers.reset();
    const before = timers();
    const disposed = new Deadline("login", 60_000);
    disposed.dispose();
    disposed.limit(50);
    const aborted = new Deadline("login", 60_000, [AbortSignal.abort()]);
    aborted.limit(50);
    expect(timers()).to.equal(before);
    expect(aborted.error("not-sent")).to.be.instanceOf(AbortedError);
  });

  it("says what took too long, where it was not the answer", () => {
    const deadline = new Deadline("login", 100);
    mock.timers.tick(100);
    expect(deadline.error("not-sent").message).to.equal("login: no answer within 100 ms");
    expect(deadline.error("not-sent", "nobody came").message).to.equal("login: nobody came");
  });

  it("calls no listener that was taken back", () => {
    const deadline = new Deadline("login", 1);
    const called: string[] = [];
    const off = deadline.onEnd(() => called.push("first"));
    deadline.onEnd(() => called.push("second"));
    off();
    off();
    mock.timers.tick(1);
    expect(called).to.deep.equal(["second"]);
  });

  describe("race", () => {
    it("resolves with whatever comes first: the value", async () => {
      const deadline = new Deadline("login", 100);
      expect(await deadline.race(Promise.resolve(5))).to.equal(5);
      mock.timers.tick(1000);
    });
    it("the error", async () => {
      const deadline = new Deadline("login", 100);
      const error = new Error("x");
      expect(await rejection(deadline.race(Promise.reject(error)))).to.equal(error);
    });
    it("the end of the time", async () => {
      const deadline = new Deadline("login", 100);
      const race = rejection(deadline.race(never));
      mock.timers.tick(100);
      expect(await race)
        .to.be.instanceOf(DeadlineError)
        .with.property("outcome", "not-sent");
    });
    it("the abort", async () => {
      const { signal, abort } = controller();
      const race = rejection(new Deadline("login", 100, [signal]).race(never));
      abort();
      expect(await race)
        .to.be.instanceOf(AbortedError)
        .with.property("outcome", "not-sent");
    });
    it("is lost when the call has ended already, even by a value that is there", async () => {
      const deadline = new Deadline("login", 100, [AbortSignal.abort()]);
      expect(await rejection(deadline.race(Promise.resolve(5)))).to.be.instanceOf(AbortedError);
    });
    it("leaves no rejection unhandled, whichever side lost", async () => {
      const unheard: unknown[] = [];
      const hear = (reason: unknown) => unheard.push(reason);
      const others = process.rawListeners("unhandledRejection") as ((reason: unknown) => void)[];
      process.removeAllListeners("unhandledRejection").on("unhandledRejection", hear);
      try {
        const ended = new Deadline("login", 100, [AbortSignal.abort()]);
        await rejection(ended.race(Promise.reject(new Error("late"))));
        const { signal, abort } = controller();
        let fail: (error: Error) => void = () => {};
        const promise = new Promise<never>((_, reject) => {
          fail = reject;
        });
        const race = rejection(new Deadline("login", 100, [signal]).race(promise));
        abort();
        await race;
        fail(new Error("later"));
        await new Promise((resolve) => setImmediate(resolve));
        expect(unheard).to.deep.equal([]);
      } finally {
        process.removeAllListeners("unhandledRejection");
        for (const other of others) process.on("unhandledRejection", other);
      }
    });
  });

  describe("leaves nothing behind", () => {
    it("no listener on the caller's signal after dispose, and one while it runs", () => {
      const { signal, abort } = controller();
      const deadline = new Deadline("login", 100, [signal, signal]);
      expect(listeners(signal)).to.equal(1);
      let ends = 0;
      deadline.onEnd(() => {
        ends += 1;
      });
      deadline.dispose();
      deadline.dispose();
      expect(listeners(signal)).to.equal(0);
      abort();
      mock.timers.tick(1000);
      expect([ends, deadline.ended]).to.deep.equal([0, false]);
    });
    it("one listener for all calls that share a signal, until the last of them is done", () => {
      const { signal, abort } = controller();
      const deadlines = Array.from({ length: 20 }, () => new Deadline("login", 100, [signal]));
      const last = deadlines.pop();
      expect(listeners(signal)).to.equal(1);
      for (const deadline of deadlines) deadline.dispose();
      expect(listeners(signal)).to.equal(1);
      abort();
      expect(last?.ended).to.equal(true);
      expect(deadlines.some(({ ended }) => ended)).to.equal(false);
      expect(listeners(signal)).to.equal(0);
    });
    it("no listener on any signal after its end", () => {
      const [first, second] = [controller(), controller()];
      new Deadline("login", 100, [first.signal, second.signal]);
      mock.timers.tick(100);
      new Deadline("login", 100, [first.signal, second.signal]);
      first.abort();
      expect([listeners(first.signal), listeners(second.signal)]).to.deep.equal([0, 0]);
    });
    it("no timer after dispose, after an abort, or without a bound", () => {
      mock.timers.reset();
      const before = timers();
      const { signal, abort } = controller();
      const disposed = new Deadline("login", 60_000);
      const aborted = new Deadline("login", 60_000, [signal]);
      expect(timers()).to.equal(before + 2);
      disposed.dispose();
      abort();
      expect(aborted.ended).to.equal(true);
      new Deadline("login", Number.POSITIVE_INFINITY);
      new Deadline("login", 60_000, [AbortSignal.abort()]);
      expect(timers()).to.equal(before);
    });
  });
});

function controller(): { signal: AbortSignal; abort: () => void } {
  const made = new AbortController();
  return { signal: made.signal, abort: () => made.abort() };
}
