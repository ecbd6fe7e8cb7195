import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect } from "chai";
import { openJournal } from "../../src/closing/journal/journal.js";
import type { RunJournal } from "../../src/closing/run-journal.js";
import { SessionRun } from "../../src/closing/session-run.js";
import {
  type CloseResult,
  ConnectionError,
  DeadlineError,
  NotAuthenticatedError,
  OutcomeUnknownError,
  ProtocolError,
  RescueResultError,
} from "../../src/index.js";
import { thrown } from "../client/thrown.js";
import { type VirtualTime, virtualTime } from "../client/virtual-time.js";
import { all, CLOSED, ENDPOINT, events, LISTED, stubRun, stubService } from "./stub-service.js";

const OPERATION = "closeSession";
const OK = "closeSessionRet_OK";
const details = (code: string) => ({
  operation: OPERATION,
  code,
  literal: `closeSessionRet_${code}`,
  meaning: "",
  advice: "",
});
const refusedConnection = () =>
  new ConnectionError(OPERATION, "refused", { reason: "ECONNREFUSED", outcome: "not-sent" });
const lost = () =>
  new OutcomeUnknownError(
    OPERATION,
    new ConnectionError(OPERATION, "reset", { reason: "ECONNRESET", outcome: "unknown" }),
    "",
  );
const busy = (retryAfter: number) =>
  new OutcomeUnknownError(OPERATION, new ProtocolError("busy", { operation: OPERATION, status: 503, retryAfter }), "");

function* numbers(count: number): Iterable<number> {
  for (let id = 1; id <= count; id += 1) yield id;
}

/** A call that a test answers. */
class Gate {
  readonly calls: { readonly session: number; readonly answer: (error?: unknown) => void }[] = [];
  readonly close = (session: number): Promise<string> =>
    new Promise((resolve, reject) => {
      this.calls.push({ session, answer: (error) => (error === undefined ? resolve(OK) : reject(error)) });
    });
  take() {
    const call = this.calls.shift();
    if (!call) throw new Error("no call was made");
    return call;
  }
}

const turn = () => new Promise(setImmediate);

/** Lets time pass in steps until a promise is settled. */
async function passUntil<T>(time: VirtualTime, step: number, done: Promise<T>): Promise<T> {
  let isDone = false;
  const end = () => {
    isDone = true;
  };
  done.then(end, end);
  for (let steps = 0; !isDone && steps < 10_000; steps += 1) {
    await turn();
    time.pass(step);
  }
  return done;
}

describe("a run over sessions", () => {
  it("yields results in the order in which calls end", async () => {
    const gate = new Gate();
    const results = stubRun({ close: gate.close }, [1, 2, 3], { concurrency: 3 }).results();
    const first = results.next();
    await turn();
    const [one, two, three] = [gate.take(), gate.take(), gate.take()];
    two.answer();
    expect((await first).value).to.include({ session: 2, closed: true });
    three.answer();
    one.answer(new RescueResultError(details("ActionFailed")));
    expect((await results.next()).value).to.include({ session: 3 });
    expect((await results.next()).value).to.deep.include({
      ...{ session: 1, closed: false, code: "ActionFailed", literal: "closeSessionRet_ActionFailed" },
      ...{ outcome: "answered", by: "answer" },
    });
    expect(await results.next()).to.deep.equal({ done: true, value: undefined });
  });

  it("reads the source as calls become free, and not while nobody takes results", async () => {
    let read = 0;
    function* source() {
      for (;;) {
        read += 1;
        yield read;
      }
    }
    const results = stubRun({}, source(), { concurrency: 4 }).results();
    await results.next();
    for (let turns = 0; turns < 50; turns += 1) await turn();
    expect(read).to.be.at.most(6);
    for (let taken = 0; taken < 100; taken += 1) await results.next();
    expect(read).to.be.within(101, 106);
    await results.return();
  });

  it("closes a million in constant memory", async function () {
    this.timeout(120_000);
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const heap = () => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    let [count, before, grown] = [0, 0, 0];
    for await (const { closed } of stubRun({}, numbers(1_000_000), { concurrency: 16 }).results()) {
      if (!closed) throw new Error("not closed");
      count += 1;
      if (count === 100_000) before = heap();
      if (count % 300_000 === 0) grown = Math.max(grown, heap() - before);
    }
    expect(count).to.equal(1_000_000);
    expect(grown).to.be.below(4 * 1024 * 1024);
  });

  it("does not call a session again while its call is in flight", async () => {
    const gate = new Gate();
    const run = stubRun({ close: gate.close }, [7, 7, 8], { concurrency: 3 });
    const results = all(run);
    await turn();
    expect(gate.calls.map(({ session }) => session)).to.deep.equal([7, 8]);
    for (const { answer } of gate.calls) answer();
    expect(await results).to.have.length(2);
    expect(run.progress.totals).to.include({ closed: 2, skipped: 1 });
  });

  it("lets other work go on while it passes over what is done", async () => {
    const gate = new Gate();
    const abort = new AbortController();
    function* again() {
      for (;;) yield 1;
    }
    const results = all(stubRun({ close: gate.close }, again(), { concurrency: 2, signal: abort.signal }));
    await turn();
    abort.abort();
    gate.take().answer();
    expect(await results).to.have.length(1);
  });

  it("ends with the source's error after what came before it", async () => {
    const problem = new Error("the file is gone");
    async function* source() {
      yield 1;
      yield 2;
      throw problem;
    }
    const run = stubRun({}, source(), { concurrency: 2 });
    const results: CloseResult[] = [];
    const work = async () => {
      for await (const result of run.results()) results.push(result);
    };
    expect(await thrown(Error, work())).to.equal(problem);
    expect(results.map(({ session }) => session)).to.deep.equal([1, 2]);
    expect(run.ended).to.deep.include({ reason: "source", error: problem });
  });

  it("ends with a source that answers what is no result of an iterator", async () => {
    for (const read of [undefined, null, 5]) {
      const next = async () => read as never;
      const source = { [Symbol.asyncIterator]: () => ({ next }) };
      const run = stubRun({}, source);
      const error = await thrown(Error, all(run));
      expect(run.ended).to.deep.include({ reason: "source", error });
    }
  });

  it("with a signal, ends after the calls in flight, and does not wait for a source that is silent", async () => {
    const gate = new Gate();
    const abort = new AbortController();
    let isReturned = false;
    const source: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => {
        let id = 0;
        return {
          next: () => {
            id += 1;
            return id > 2 ? new Promise(() => {}) : Promise.resolve({ done: false, value: id });
          },
          return: async () => {
            isReturned = true;
            return { done: true, value: undefined };
          },
        };
      },
    };
    const run = stubRun({ close: gate.close }, source, { concurrency: 4, signal: abort.signal });
    const results = all(run);
    await turn();
    await turn();
    abort.abort();
    gate.take().answer();
    gate.take().answer();
    expect(await results).to.have.length(2);
    expect(run.ended?.reason).to.equal("interrupted");
    expect(isReturned).to.equal(true);
  });

  it("sends nothing where the signal has aborted before", async () => {
    const gate = new Gate();
    const run = stubRun({ close: gate.close }, [1], { signal: AbortSignal.abort() });
    expect(await all(run)).to.deep.equal([]);
    expect(gate.calls).to.have.length(0);
  });

  it("ends after so many failures, and says of each id that was read what became of it", async () => {
    const close = async () => {
      throw new RescueResultError(details("ActionFailed"));
    };
    const run = stubRun({ close }, numbers(1_000), { concurrency: 2, stopAfter: 5 });
    const results = await all(run);
    expect(results.length).to.be.within(5, 7);
    expect(run.ended?.reason).to.equal("failures");
  });

  it("ends where the caller is not accepted: those ids are not sent", async () => {
    const close = async () => {
      throw new NotAuthenticatedError(details("NotLoggedInAsAdmin"));
    };
    const run = stubRun({ close }, numbers(1_000), { concurrency: 3 });
    const results = await all(run);
    expect(results).to.have.length(3);
    expect(results[0]).to.deep.include({ closed: false, outcome: "not-sent", code: "NotLoggedInAsAdmin" });
    expect(run.ended).to.deep.include({ reason: "not authenticated" });
    expect(run.ended?.error).to.be.instanceOf(NotAuthenticatedError);
  });

  it("logs in once before the first call", async () => {
    const done: string[] = [];
    const login = async () => void done.push("login");
    const close = async () => {
      done.push("close");
      return OK;
    };
    await all(stubRun({ close, login }, [1, 2]));
    expect(done).to.deep.equal(["login", "close", "close"]);
  });

  describe("in doubt", () => {
    it("is settled by the lists, many at a time", async () => {
      const asked: (readonly number[])[] = [];
      const close = async () => {
        throw lost();
      };
      const settle = async (sessions: readonly number[]) => {
        asked.push(sessions);
        return new Map(sessions.map((session) => [session, CLOSED]));
      };
      const results = await all(stubRun({ close, settle }, [1, 2, 3], { concurrency: 3 }));
      expect(asked).to.deep.equal([[1, 2, 3]]);
      expect(results[0]).to.deep.equal({
        session: 1,
        closed: true,
        code: "OUTCOME_UNKNOWN",
        outcome: "unknown",
        by: "settled",
      });
    });

    it("is called again only where it is still listed when its call cannot be under way any more", async () => {
      using time = virtualTime();
      const begun = performance.now();
      const calls: number[] = [];
      const asked: number[] = [];
      const close = async () => {
        calls.push(performance.now() - begun);
        if (calls.length === 1) throw lost();
        return OK;
      };
      const settle = async () => {
        asked.push(performance.now() - begun);
        return new Map([[1, LISTED]]);
      };
      const run = stubRun({ close, settle }, [1], { settleAfter: 120_000 });
      const results = await passUntil(time, 1_000, all(run));
      expect(calls).to.have.length(2);
      expect(asked).to.have.length(2);
      expect(calls[1]).to.be.within(119_999, 123_000);
      expect(results[0]).to.include({ closed: true, by: "answer", code: "OK" });
    });

    it("after a refusal of the second call, was closed by the first", async () => {
      const answers = [lost(), new RescueResultError(details("InvalidParam_Session"))];
      const close = async () => {
        throw answers.shift();
      };
      const states = [LISTED, CLOSED];
      const settle = async () => new Map([[1, states.shift() ?? CLOSED]]);
      const results = await all(stubRun({ close, settle }, [1], { settleAfter: 0 }));
      expect(results).to.deep.equal([
        {
          ...{
            session: 1,
            closed: true,
            code: "InvalidParam_Session",
            literal: "closeSessionRet_InvalidParam_Session",
          },
          ...{ outcome: "answered", by: "settled" },
        },
      ]);
    });

    it("is not closed where the service has answered Error and a queue lists it", async () => {
      const close = async () => {
        throw new RescueResultError(details("Error"));
      };
      const results = await all(stubRun({ close, settle: async () => new Map([[1, LISTED]]) }, [1]));
      expect(results[0]).to.include({ closed: false, code: "Error", outcome: "answered", by: "settled" });
      expect(results[0]?.message).to.include("a queue lists it");
    });

    it("stays so where the lists do not tell, asked three times", async () => {
      using time = virtualTime();
      let asked = 0;
      const close = async () => {
        throw lost();
      };
      const settle = async () => {
        asked += 1;
        return new Map([[1, { state: "unknown" as const, reason: "no queue lists it" }]]);
      };
      const results = await passUntil(time, 500, all(stubRun({ close, settle }, [1])));
      expect(asked).to.equal(3);
      expect(results[0]).to.include({ closed: null, by: "settled", code: "OUTCOME_UNKNOWN" });
    });

    it("is given up after five calls that were all lost", async () => {
      let calls = 0;
      const close = async () => {
        calls += 1;
        throw lost();
      };
      using time = virtualTime();
      const settle = async () => new Map([[1, LISTED]]);
      const results = await passUntil(time, 500, all(stubRun({ close, settle }, [1], { settleAfter: 0 })));
      expect(calls).to.equal(5);
      expect(results[0]).to.include({ closed: false, outcome: "unknown", by: "settled" });
    });
  });

  describe("while the service is away", () => {
    it("makes one call after each pause, and loses no session", async () => {
      using time = virtualTime();
      const { states, report } = events();
      let [calls, isAway] = [0, true];
      const close = async () => {
        calls += 1;
        if (isAway) throw refusedConnection();
        return OK;
      };
      const run = stubRun({ close, report }, numbers(100), { concurrency: 8 });
      const results = all(run);
      for (let second = 0; second < 90; second += 1) {
        await turn();
        time.pass(1_000);
      }
      await turn();
      // Eight at first, then one after 1, 2, 4, 8, 16 and 32 s.
      expect(calls).to.equal(14);
      expect(run.progress.waiting).to.deep.include({ for: "outage" });
      isAway = false;
      expect(await passUntil(time, 1_000, results)).to.have.length(100);
      expect(run.progress.totals.closed).to.equal(100);
      expect(states.filter((state) => state === "paused")).to.have.length(7);
      expect(states).to.include("resumed");
    });

    it("ends after `outage`, with what was not sent", async () => {
      using time = virtualTime();
      const close = async () => {
        throw refusedConnection();
      };
      const run = stubRun({ close }, numbers(1_000), { concurrency: 4, outage: 30_000 });
      const results = await passUntil(time, 1_000, all(run));
      expect(run.ended?.reason).to.equal("outage");
      expect(results).to.have.length(4);
      expect(results.every(({ outcome, closed }) => outcome === "not-sent" && closed === false)).to.equal(true);
    });

    it("stops after a few lost calls, and asks the lists whether it is back", async () => {
      using time = virtualTime();
      let [calls, asked, isAway] = [0, 0, true];
      const close = async () => {
        calls += 1;
        if (isAway) throw lost();
        return OK;
      };
      const settle = async (sessions: readonly number[]) => {
        asked += 1;
        if (isAway) throw refusedConnection();
        return new Map(sessions.map((session) => [session, LISTED]));
      };
      const run = stubRun({ close, settle }, numbers(50), { concurrency: 2 });
      const results = all(run);
      for (let second = 0; second < 30; second += 1) {
        await turn();
        time.pass(1_000);
      }
      expect(calls).to.be.at.most(5);
      expect(asked).to.be.greaterThan(1);
      isAway = false;
      expect((await passUntil(time, 1_000, results)).filter(({ closed }) => closed)).to.have.length(50);
    });

    it("waits as long as the service asks", async () => {
      using time = virtualTime();
      const begun = performance.now();
      const at: number[] = [];
      const close = async () => {
        at.push(performance.now() - begun);
        if (at.length === 1) throw busy(30);
        return OK;
      };
      const run = stubRun({ close }, numbers(3), { concurrency: 1 });
      await passUntil(time, 500, all(run));
      expect(at[1]).to.be.within(30_000, 31_000);
    });

    it("waits also where the service asks for no time, longer each time", async () => {
      using time = virtualTime();
      let calls = 0;
      const close = async () => {
        calls += 1;
        throw busy(0);
      };
      const settle = async () => {
        throw busy(0);
      };
      const run = stubRun({ close, settle }, [1], { outage: 60_000 });
      await passUntil(time, 500, all(run));
      expect(run.ended?.reason).to.equal("outage");
      expect(calls).to.equal(1);
    });

    it("waits for a login that is limited, and goes on", async () => {
      using time = virtualTime();
      let tries = 0;
      const login = async () => {
        tries += 1;
        if (tries < 4) throw new NotAuthenticatedError({ ...details("LimitReached"), operation: "login" });
      };
      const run = stubRun({ login }, [1]);
      const results = all(run);
      await turn();
      expect(run.progress.waiting).to.deep.include({ for: "limit" });
      expect(await passUntil(time, 500, results)).to.have.length(1);
      expect(tries).to.equal(4);
    });

    it("goes on with the logins that it has while a further one waits for the limit", async () => {
      using time = virtualTime();
      const begun = performance.now();
      let wait: (milliseconds: number) => void = () => {};
      let calls = 0;
      const close = async () => {
        calls += 1;
        if (calls % 2 === 0 && calls < 10) {
          wait(180_000);
          throw new DeadlineError(OPERATION, 60_000, "not-sent");
        }
        await new Promise((resolve) => setTimeout(resolve, 40));
        return OK;
      };
      const onLoginWait = (listener: typeof wait) => {
        wait = listener;
        return () => {};
      };
      const run = stubRun({ close, onLoginWait }, numbers(20), { concurrency: 2 });
      expect(await passUntil(time, 20, all(run))).to.have.length(20);
      expect(performance.now() - begun).to.be.lessThan(5_000);
    });

    it("waits for the only login, as long as that waits for the limit", async () => {
      using time = virtualTime();
      const begun = performance.now();
      let wait: (milliseconds: number) => void = () => {};
      let calls = 0;
      const close = async () => {
        calls += 1;
        if (calls === 1) {
          wait(90_000);
          throw new DeadlineError(OPERATION, 60_000, "not-sent");
        }
        return OK;
      };
      const onLoginWait = (listener: typeof wait) => {
        wait = listener;
        return () => {};
      };
      const results = all(stubRun({ close, onLoginWait }, numbers(2), { concurrency: 1 }));
      expect(await passUntil(time, 1_000, results)).to.have.length(2);
      expect(calls).to.equal(3);
      expect(performance.now() - begun).to.be.within(89_999, 92_001); // a sum of parts of milliseconds
    });

    it("ends where the login is refused for good", async () => {
      const login = async () => {
        throw new NotAuthenticatedError({ ...details("Invalid"), operation: "login" });
      };
      const run = stubRun({ login }, [1]);
      expect(await all(run)).to.deep.equal([]);
      expect(run.ended?.reason).to.equal("not authenticated");
    });
  });

  it("begins no more calls in a second than the rate", async () => {
    using time = virtualTime();
    const begun = performance.now();
    const at: number[] = [];
    const close = async () => {
      at.push(performance.now() - begun);
      return OK;
    };
    const run = stubRun({ close }, numbers(20), { concurrency: 8, rate: 5 });
    const results = all(run);
    await turn();
    expect(run.progress.waiting).to.deep.include({ for: "rate" });
    await passUntil(time, 50, results);
    for (const [index, time] of at.entries()) {
      expect(at.filter((other) => other >= time && other < time + 999).length, `call ${index}`).to.be.at.most(5);
    }
    expect(at.at(-1)).to.be.within(3_799, 4_200);
  });

  describe("with a journal", () => {
    let folder: string;
    let journal: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "run-"));
      journal = join(folder, "j");
    });
    afterEach(() => rmSync(folder, { recursive: true }));
    const kinds = () =>
      readFileSync(journal, "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => {
          const { kind, session } = JSON.parse(line) as { kind: string; session?: number };
          return session === undefined ? kind : `${kind} ${session}`;
        });

    it("has written each call before it is sent", async () => {
      const close = async (session: number) => {
        if (!kinds().includes(`intent ${session}`)) throw new Error(`session ${session} is not in the journal`);
        return OK;
      };
      await all(stubRun({ close }, numbers(50), { journal }));
      expect(kinds().filter((kind) => kind.startsWith("result"))).to.have.length(50);
    });

    it("skips what is done, also what was refused, unless that is to be tried again", async () => {
      const calls: number[] = [];
      const close = async (session: number) => {
        calls.push(session);
        if (session === 2) throw new RescueResultError(details("ActionFailed"));
        return OK;
      };
      await all(stubRun({ close }, [1, 2], { journal }));
      const second = stubRun({ close }, [1, 2, 3], { journal });
      expect((await all(second)).map(({ session }) => session)).to.deep.equal([3]);
      expect(second.progress.totals).to.include({ skipped: 2 });
      await all(stubRun({ close }, [1, 2, 3], { journal, retryRefused: true }));
      expect(calls).to.deep.equal([1, 2, 3, 2]);
    });

    it("asks first about what is in doubt, also where the source does not name it", async () => {
      const abort = new AbortController();
      const stub = {
        close: async () => {
          abort.abort();
          throw lost();
        },
        settle: async () => {
          throw refusedConnection();
        },
      };
      const first = await all(stubRun(stub, [1], { journal, signal: abort.signal }));
      expect(first[0]).to.include({ session: 1, closed: null });
      const done: string[] = [];
      const close = async (session: number) => {
        done.push(`close ${session}`);
        return OK;
      };
      const settle = async (sessions: readonly number[]) => {
        done.push(`settle ${sessions}`);
        return new Map([[1, CLOSED]]);
      };
      const results = await all(stubRun({ close, settle }, [2], { journal }));
      expect(done).to.deep.equal(["settle 1", "close 2"]);
      expect(results.map(({ session, closed, by }) => [session, closed, by])).to.deep.equal([
        [1, true, "settled"],
        [2, true, "answer"],
      ]);
    });

    /** Leaves session 1 in doubt in the journal, after so many calls. */
    const leaveDoubt = async (calls = 1) => {
      const opened = await openJournal(journal, ENDPOINT, false);
      for (let attempt = 1; attempt <= calls; attempt += 1) await opened.intent(1, attempt);
      await opened.close();
    };

    it("asks nothing without `settle`, and calls none that is in doubt", async () => {
      await leaveDoubt();
      const done: string[] = [];
      const close = async (session: number) => {
        done.push(`close ${session}`);
        return OK;
      };
      const settle = async () => {
        done.push("settle");
        return new Map([[1, CLOSED]]);
      };
      const run = stubRun({ close, settle }, [1, 2], { journal, settle: false });
      const results = await all(run);
      expect(done).to.deep.equal(["close 2"]);
      expect(results.map(({ session, closed }) => [session, closed])).to.deep.equal([
        [1, null],
        [2, true],
      ]);
      expect(run.progress.totals).to.include({ unknown: 1, closed: 1, skipped: 1 });
      expect(await all(stubRun({ close, settle }, [], { journal }))).to.have.nested.property("[0].closed", true);
    });

    it("calls one that runs have left in doubt time and again, which may never have been sent", async () => {
      await leaveDoubt(7);
      const settle = async () => new Map([[1, LISTED]]);
      const results = await all(stubRun({ settle }, [], { journal }));
      expect(results).to.have.length(1);
      expect(results[0]).to.deep.include({ session: 1, closed: true, by: "answer" });
      expect(kinds().filter((kind) => kind === "intent 1")).to.have.length(8);
    });

    it("sends nothing where the journal cannot be used, and throws", async () => {
      const gate = new Gate();
      const run = stubRun({ close: gate.close }, [1], { journal: folder });
      expect((await thrown(Error, all(run))).message).to.include("it is a directory");
      expect(run.ended?.reason).to.equal("journal");
      expect(gate.calls).to.have.length(0);
    });

    it("sends nothing more where it can be written no longer, and names what is not in it", async () => {
      const gate = new Gate();
      let isFull = false;
      const written = async () => {
        if (isFull) throw new Error("ENOSPC");
      };
      const stub: RunJournal = {
        ...{ inDoubt: [], repaired: undefined, isDone: () => false, end: () => {} },
        ...{ intent: written, result: written, settled: written, flushed: written, close: written },
      };
      const run = new SessionRun(
        stubService({ close: gate.close }),
        numbers(100),
        { journal, concurrency: 2 },
        async () => stub,
      );
      const results = all(run);
      await turn();
      expect(gate.calls).to.have.length(2);
      isFull = true;
      for (const { answer } of gate.calls.splice(0)) answer();
      const told = await results;
      expect(gate.calls).to.have.length(0);
      expect(run.ended?.reason).to.equal("journal");
      expect(told.filter(({ closed }) => closed).every(({ message }) => message === "not in the journal")).to.equal(
        true,
      );
      expect(told.filter(({ closed }) => closed)).to.have.length(2);
      expect(told.filter(({ outcome }) => outcome === "not-sent").length).to.be.within(1, 4);
      expect(existsSync(journal)).to.equal(false);
    });
  });
});
