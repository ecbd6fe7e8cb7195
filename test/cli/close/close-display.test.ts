import { expect } from "chai";
import { CloseDisplay } from "../../../src/cli/close/close-display.js";
import { closed, inDoubt, refused } from "./close-results.js";
import { FakePlace, progressOf } from "./fake-run.js";

const LIST = { json: false, isPlain: false, total: 1000 };
const OUTAGE = { for: "outage", reason: "ECONNREFUSED", milliseconds: 12_000 } as const;

describe("what is shown of a run where there is no terminal", () => {
  let place: FakePlace;
  beforeEach(() => {
    place = new FakePlace();
  });

  it("is a line of each result: closed on standard output, the rest on standard error", async () => {
    const display = new CloseDisplay(LIST, place);
    for (const result of [closed(1), refused(2), inDoubt(3), { ...closed(4), by: "settled" } as const])
      await display.result(result);
    expect(place.stdout).to.deep.equal(["1 closed (closeSessionRet_OK)", "4 closed (by the service's lists)"]);
    expect(place.stderr).to.deep.equal([
      "2 not closed: ActionFailed, answered. refused",
      "3 may be closed: OUTCOME_UNKNOWN, outcome unknown. no answer",
    ]);
  });

  it("is a line every 30 seconds, with the rate of late and how long the rest will take", () => {
    const display = new CloseDisplay(LIST, place);
    for (let second = 0; second <= 65; second += 1) {
      display.look(progressOf({ closed: second * 10, notClosed: second, codes: { OK: second * 10, Error: second } }));
      place.pass(1000);
    }
    expect(place.stderr).to.deep.equal([
      "rescue: 330 of 1,000 sessions, 11/s, 1 min 1 s left, OK 300, Error 30",
      "rescue: 660 of 1,000 sessions, 11/s, 31 s left, OK 600, Error 60",
    ]);
    expect(place.stdout).to.deep.equal([]);
  });

  it("counts what an earlier run has done as done, and not as fast", () => {
    const display = new CloseDisplay(LIST, place);
    for (let second = 0; second <= 30; second += 1) {
      display.look(progressOf({ closed: second * 2, skipped: second === 0 ? 0 : 900, codes: { OK: second * 2 } }));
      place.pass(1000);
    }
    expect(place.stderr).to.deep.equal(["rescue: 960 of 1,000 sessions, 2.0/s, 20 s left, OK 60, skipped 900"]);
  });

  it("is a line when it begins to wait for something, and when it goes on", () => {
    const display = new CloseDisplay({ ...LIST, total: undefined }, place);
    const limit = { ...OUTAGE, for: "limit", reason: "503" } as const;
    const login = { for: "login", reason: "over at once" } as const;
    for (const waiting of [undefined, login, undefined, OUTAGE, OUTAGE, OUTAGE, limit, limit, undefined, undefined]) {
      place.pass(1000);
      display.look(progressOf({ closed: 5, skipped: 2, codes: { OK: 5 } }, { waiting, inDoubt: 1 }));
    }
    expect(place.stderr).to.deep.equal([
      "rescue: waits for the service to come back (12 s): ECONNREFUSED",
      "rescue: waits for a limit of the service (12 s): 503",
      "rescue: goes on, 7 sessions, OK 5, skipped 2, in doubt 1",
    ]);
  });

  it("is, as JSON, results and events on standard output alone", async () => {
    const display = new CloseDisplay({ ...LIST, json: true }, place);
    await display.result(refused(2));
    await display.result({ ...closed(4), by: "settled" });
    display.look(progressOf({ closed: 1 }, { waiting: OUTAGE }));
    place.pass(1000);
    display.look(progressOf({ closed: 1 }, { waiting: OUTAGE }));
    place.pass(29_000);
    display.look(progressOf({ closed: 61, codes: { OK: 61 } }));
    expect(place.stderr).to.deep.equal([]);
    expect(place.stdout.map((line) => JSON.parse(line))).to.deep.equal([
      {
        ...{ session: 2, closed: false, code: "ActionFailed", literal: "closeSessionRet_ActionFailed" },
        ...{ outcome: "answered", message: "refused" },
      },
      { session: 4, closed: true, code: "OK", literal: "closeSessionRet_OK", outcome: "answered", by: "settled" },
      { event: "waiting", for: "outage", reason: "ECONNREFUSED", milliseconds: 12_000 },
      { event: "waiting", for: null },
      {
        ...{ event: "progress", closed: 61, notClosed: 0, unknown: 0, skipped: 0, codes: { OK: 61 }, total: 1000 },
        ...{ inFlight: 1, concurrency: 2, inDoubt: 0, perSecond: 2, secondsLeft: 470 },
      },
    ]);
  });

  for (const json of [false, true]) {
    it(`is, of a few sessions, the results alone${json ? ", also as JSON" : ""}`, async () => {
      const display = new CloseDisplay({ json, isPlain: true, total: 1 }, place);
      await display.result(closed(1));
      for (let second = 0; second < 100; second += 1) {
        display.look(progressOf({}, { waiting: second % 2 === 0 ? OUTAGE : undefined }));
        place.pass(1000);
      }
      expect([place.stdout.length, place.stderr]).to.deep.equal([1, []]);
    });
  }
});
