import { expect } from "chai";
import type { CloseFlags } from "../../../src/cli/close/close-flags.js";
import { runClose } from "../../../src/cli/close/run-close.js";
import type {
  CloseEnd,
  CloseProgress,
  CloseResult,
  CloseRun,
  CloseSessionsOptions,
  SessionSource,
} from "../../../src/closing/close-run.js";
import { ConnectionError, InvalidArgumentError } from "../../../src/index.js";
import { closed, inDoubt, refused } from "./close-results.js";
import { FakePlace, progressOf } from "./fake-run.js";

const FLAGS = { ref: "node", soap: "1.1", timeout: 1000 } as const;

/** Ends each session with what `end` says of it, and the run where that is nothing. */
class FakeCloser {
  options: CloseSessionsOptions = {};
  ended: CloseEnd | undefined;
  progress: CloseProgress = progressOf({});
  thrown: unknown;
  readonly called: number[] = [];
  readonly #end: (session: number) => CloseResult | undefined;

  constructor(end: (session: number) => CloseResult | undefined = closed) {
    this.#end = end;
  }

  closeSessions(source: SessionSource, options: CloseSessionsOptions = {}): CloseRun {
    this.options = options;
    const closer = this;
    return {
      get progress() {
        return closer.progress;
      },
      get ended() {
        return closer.ended;
      },
      [Symbol.asyncIterator]: () => this.#results(source),
    };
  }

  async *#results(source: SessionSource): AsyncGenerator<CloseResult> {
    for await (const session of source) {
      if (this.options.signal?.aborted) this.ended ??= { reason: "interrupted", message: "the run was interrupted" };
      if (this.ended) {
        yield { session, closed: false, code: "NOT_SENT", outcome: "not-sent", by: "answer" };
        break;
      }
      this.called.push(session);
      const result = this.#end(session);
      if (result) yield result;
      else break;
    }
    if (this.thrown !== undefined) throw this.thrown;
  }
}

describe("a run of rescue close", () => {
  let place: FakePlace;
  let interrupt: AbortController;
  beforeEach(() => {
    place = new FakePlace();
    interrupt = new AbortController();
  });

  const run = (closer: FakeCloser, given: readonly number[], flags: Partial<CloseFlags> = {}) =>
    runClose(
      closer,
      { given, list: undefined, total: given.length },
      { ...FLAGS, ...flags },
      { concurrency: 1, signal: interrupt.signal },
      place,
    );

  it("over a few sessions asks once, and says what became of each", async () => {
    const closer = new FakeCloser((session) => (session === 2 ? refused(2) : closed(session)));
    expect(await run(closer, [1, 2, 1, 3])).to.equal(1);
    expect(closer.called).to.deep.equal([1, 2, 3]);
    expect(closer.options).to.deep.include({ settle: false, outage: 0, journal: undefined, stopAfter: undefined });
    expect(place.stdout).to.deep.equal(["1 closed (closeSessionRet_OK)", "3 closed (closeSessionRet_OK)"]);
    expect(place.stderr).to.deep.equal(["2 not closed: ActionFailed, answered. refused"]);
  });

  it("hands the options on; --stop-on-error is --stop-after 1", async () => {
    const closer = new FakeCloser();
    await run(closer, [1], { rate: 2.5, journal: "j", retryRefused: true, stopOnError: true });
    expect(closer.options).to.deep.include({ rate: 2.5, journal: "j", retryRefused: true, stopAfter: 1 });
    // Settled with the service's lists, and patient.
    expect([closer.options.settle, closer.options.outage]).to.deep.equal([undefined, undefined]);
    await run(closer, [1], { stopAfter: 7 });
    expect(closer.options.stopAfter).to.equal(7);
  });

  it("that was interrupted names what was not tried, and 130", async () => {
    const closer = new FakeCloser((session) => {
      interrupt.abort();
      return closed(session);
    });
    expect(await run(closer, [1, 2, 3])).to.equal(130);
    expect(place.stderr).to.deep.equal([
      "rescue: interrupted: the call in progress is allowed to end; press Ctrl-C again to abort it",
      "2 not tried: the run was interrupted",
      "3 not tried: the run was interrupted",
    ]);
  });

  it("gives the session that it ended at the reason, and the rest none of their own", async () => {
    const closer = new FakeCloser(() => {
      const error = new ConnectionError("closeSession", "none", { reason: "ECONNREFUSED", outcome: "not-sent" });
      closer.ended = { reason: "outage", message: "away", error };
      return undefined;
    });
    expect(await run(closer, [1, 2, 3], { json: true })).to.equal(5);
    expect(place.stdout.map((line) => JSON.parse(line))).to.deep.equal([
      { session: 1, closed: false, code: "CONNECTION", outcome: "not-sent", message: "closeSession: none" },
      ...[2, 3].map((session) => ({
        ...{ session, closed: false, code: "NOT_TRIED", outcome: "not-sent" },
        message: "the run ended at session 1 with CONNECTION",
      })),
    ]);
  });

  it("ends when a result cannot be written", async () => {
    place.room = 1;
    const closer = new FakeCloser();
    await run(closer, [1, 2, 3, 4]);
    expect(closer.called).to.deep.equal([1, 2]);
    expect(place.stderr.at(-1)).to.equal("4 not tried: the run ended at session 2, whose result could not be written");
  });

  describe("with a journal", () => {
    const argv = process.argv;
    afterEach(() => {
      process.argv = argv;
    });

    it("says at the end what it has come to, and how to go on after an end before the list's", async () => {
      process.argv = ["node", "rescue", "close", "--from", "it's here.txt", "--journal", "j"];
      const closer = new FakeCloser((session) => {
        if (session === 5) interrupt.abort();
        return session === 2 ? refused(2) : session === 3 ? inDoubt(3) : closed(session);
      });
      closer.progress = progressOf({ skipped: 1 });
      expect(await run(closer, [1, 2, 3, 4, 5, 6, 7], { journal: "j" })).to.equal(130);
      expect(place.stderr.slice(2)).to.deep.equal([
        "rescue: interrupted: the calls in progress are allowed to end; press Ctrl-C again to abort them",
        "rescue: 3 of 7 sessions closed (OK 3, ActionFailed 1, OUTCOME_UNKNOWN 1, done before 1)",
        "rescue: 2 sessions to look at:",
        "  may be closed, OUTCOME_UNKNOWN: 3",
        "  not closed, ActionFailed: 2",
        "rescue: to go on: rescue close --from 'it'\\''s here.txt' --journal j",
      ]);
    });

    it("names at most 20 sessions, the unknown ones first", async () => {
      const ids = Array.from({ length: 40 }, (_, index) => index + 1);
      const closer = new FakeCloser((session) => (session > 35 ? inDoubt(session) : refused(session)));
      expect(await run(closer, ids, { journal: "j" })).to.equal(3);
      expect(place.stderr.slice(40)).to.deep.equal([
        "rescue: 0 of 40 sessions closed (ActionFailed 35, OUTCOME_UNKNOWN 5)",
        "rescue: 40 sessions to look at:",
        "  may be closed, OUTCOME_UNKNOWN: 36 37 38 39 40",
        "  not closed, ActionFailed: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15",
        "rescue: and 20 more: see above, or --report",
      ]);
    });

    it("prints an event at the end as JSON", async () => {
      await run(new FakeCloser(), [1, 2], { journal: "j", json: true });
      expect(JSON.parse(place.stdout.at(-1) ?? "")).to.deep.equal({
        ...{ event: "end", reason: "done", total: 2, closed: 2, notClosed: 0, unknown: 0, skipped: 0 },
        ...{ codes: { OK: 2 }, seconds: 0 },
      });
    });

    it("that cannot be used is the error, and nothing else is said", async () => {
      const closer = new FakeCloser(() => undefined);
      closer.thrown = new InvalidArgumentError("journal", "journal: line 3 is damaged");
      const error = await run(closer, [1], { journal: "j" }).catch((thrown: unknown) => thrown);
      expect(error).to.equal(closer.thrown);
      expect([...place.stdout, ...place.stderr]).to.deep.equal([]);
    });

    it("that can no longer be written says so after what is known", async () => {
      const closer = new FakeCloser();
      closer.thrown = new InvalidArgumentError("journal", "journal: ENOSPC");
      closer.ended = undefined;
      expect(await run(closer, [1], { journal: "j" })).to.equal(2);
      expect(place.stderr.slice(0, 2)).to.deep.equal([
        "rescue: the run ended: journal: ENOSPC",
        "rescue: 1 of 1 session closed (OK 1)",
      ]);
    });
  });
});
