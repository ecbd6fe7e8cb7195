import { expect } from "chai";
import { type CloseJobData, failureOf, type JobTurn, takeTurn } from "../../src/bullmq/close-job.js";
import {
  ConnectionError,
  DeadlineError,
  NotAuthenticatedError,
  OutcomeUnknownError,
  type RescueError,
  RescueResultError,
  type SettledSession,
} from "../../src/index.js";

const ENDPOINT = "https://desk.example/API/API.asmx";
const SESSION = 20000001;
const NOW = 1_000_000;
const SETTLE_AFTER = 120_000;

interface Given {
  readonly data?: unknown;
  /** How the call ends. */
  readonly call?: RescueError;
  /** What the service's lists show. */
  readonly state?: SettledSession["state"] | RescueError;
  /** Whether the job is still this worker's: before its call, and after it. */
  readonly holds?: boolean;
  readonly holdsAfter?: boolean;
}

/** Gives a job its turn. @returns the turn, and what happened in which order. */
async function turnOf(given: Given): Promise<{ turn: JobTurn; steps: unknown[] }> {
  const { data = { session: SESSION, endpoint: ENDPOINT }, call, state, holds = true, holdsAfter = holds } = given;
  const steps: unknown[] = [];
  const job = {
    data,
    record: async (recorded: CloseJobData) => {
      steps.push(recorded);
    },
    holds: async () => (steps.includes("call") || steps.includes("settle") ? holdsAfter : holds),
  };
  const service = {
    endpoint: ENDPOINT,
    closeSession: async (session: number) => {
      steps.push("call");
      if (call) throw call;
      return { session, code: "OK" as const, literal: "closeSessionRet_OK" };
    },
    settle: async (session: number): Promise<SettledSession> => {
      steps.push("settle");
      if (typeof state !== "string") throw state;
      return { session, state, reason: "as shown", found: undefined };
    },
  };
  return { turn: await takeTurn(job, service, { settleAfter: SETTLE_AFTER, now: () => NOW }), steps };
}

const refused = new ConnectionError("closeSession", "refused", { reason: "ECONNREFUSED", outcome: "not-sent" });
const lost = new ConnectionError("closeSession", "reset", { reason: "ECONNRESET", outcome: "unknown" });
const answered = (code: string) => ({
  operation: "closeSession",
  code,
  literal: `closeSessionRet_${code}`,
  meaning: "",
  advice: "",
});
const RECORDED = { session: SESSION, endpoint: ENDPOINT, sent: true };
const doubt = (more: Partial<CloseJobData> = {}) => ({ ...RECORDED, ...more });

describe("the turn of a job", () => {
  it("records the call before it is made", async () => {
    const { turn, steps } = await turnOf({});
    expect(steps).to.deep.equal([RECORDED, "call"]);
    expect(turn).to.deep.include({ next: "done" });
  });

  it("makes no call for a job that another worker has taken over", async () => {
    const { turn, steps } = await turnOf({ holds: false });
    expect(turn).to.deep.equal({ next: "lost" });
    expect(steps).to.deep.equal([]);
  });

  it("leaves what another worker has recorded when it has taken the job over during the call", async () => {
    const lists = { data: doubt(), state: "not closed" } as const;
    for (const given of [
      { call: refused },
      { call: lost },
      { call: new RescueResultError(answered("Error")) },
      lists,
    ]) {
      const { turn, steps } = await turnOf({ ...given, holdsAfter: false });
      expect(turn).to.deep.equal({ next: "lost" });
      expect(steps.at(-1)).to.be.a("string");
    }
  });

  it("asks the service before it repeats a call that may have arrived", async () => {
    const { turn, steps } = await turnOf({ data: doubt(), state: "closed" });
    expect(steps).to.deep.equal(["settle"]);
    expect(turn).to.deep.include({ next: "done" });
    expect(turn).to.have.nested.include({ "result.closed": true, "result.by": "settled" });
  });

  it("waits until a call in doubt can no longer be under way", async () => {
    const first = await turnOf({ data: doubt(), state: "not closed" });
    expect(first.turn).to.deep.equal({ next: "later", milliseconds: SETTLE_AFTER });
    expect(first.steps).to.deep.equal(["settle", doubt({ settledFrom: NOW + SETTLE_AFTER })]);
    const early = await turnOf({ data: doubt({ settledFrom: NOW + 1 }), state: "not closed" });
    expect(early.turn).to.deep.equal({ next: "later", milliseconds: 1 });
  });

  it("then makes another, and records that", async () => {
    const { turn, steps } = await turnOf({ data: doubt({ settledFrom: NOW }), state: "not closed" });
    expect(steps).to.deep.equal(["settle", RECORDED, "call"]);
    expect(turn.next).to.equal("done");
  });

  it("leaves a session to a person when the lists have shown nothing three times", async () => {
    const steps = [];
    for (const unseen of [0, 1, 2]) {
      const { turn } = await turnOf({ data: doubt({ unseen }), state: "unknown" });
      steps.push(turn.next);
    }
    expect(steps).to.deep.equal(["later", "later", "failed"]);
    const { turn } = await turnOf({ data: doubt({ unseen: 2 }), state: "unknown" });
    expect(turn).to.have.nested.include({ "result.closed": null, "result.outcome": "unknown" });
  });

  it("keeps a call in doubt, whatever its error is called", async () => {
    for (const call of [
      new OutcomeUnknownError("closeSession", lost, "getSession_V3"),
      new DeadlineError("closeSession", 1, "unknown"),
    ]) {
      const { turn, steps } = await turnOf({ call });
      expect(turn.next).to.equal("later");
      expect(steps.at(-1)).to.deep.equal(doubt({ settledFrom: NOW + SETTLE_AFTER }));
    }
  });

  it("records that a call was not sent, and pauses", async () => {
    for (const call of [refused, new DeadlineError("login", 1, "unknown")]) {
      const { turn, steps } = await turnOf({ call });
      expect(turn.next).to.equal("pause");
      expect(steps).to.deep.equal([RECORDED, "call", { session: SESSION, endpoint: ENDPOINT }]);
    }
  });

  it("stops the worker whose user is refused, and puts the job back as not sent", async () => {
    const { turn, steps } = await turnOf({
      call: new NotAuthenticatedError(answered("NotLoggedInAsAdmin")),
    });
    expect(turn.next).to.equal("stop");
    expect(steps.at(-1)).to.deep.equal({ session: SESSION, endpoint: ENDPOINT });
  });

  it("leaves a session that the service refuses to a person", async () => {
    const call = new RescueResultError(answered("ActionFailed"));
    const { turn, steps } = await turnOf({ call });
    expect(turn).to.have.nested.include({ next: "failed", "result.closed": false, "result.code": "ActionFailed" });
    expect(steps.at(-1)).to.not.have.property("sent");
  });

  it("asks the service after an answer that leaves a doubt, and makes no other call", async () => {
    for (const code of ["Error", "UNKNOWN_RESULT"]) {
      const call = new RescueResultError(answered(code));
      const first = await turnOf({ call });
      expect(first.turn.next).to.equal("later");
      const data = first.steps.at(-1);
      expect(data).to.include({ sent: true });
      const closed = await turnOf({ data, state: "closed" });
      expect(closed.turn).to.have.nested.include({ next: "done", "result.closed": true });
      const open = await turnOf({ data, state: "not closed" });
      expect(open.turn).to.have.nested.include({ next: "failed", "result.closed": false, "result.code": call.code });
      const result = open.turn.next === "failed" ? open.turn.result : undefined;
      expect(open.steps).to.deep.equal(["settle", { session: SESSION, endpoint: ENDPOINT, result }]);
      const again = await turnOf({ data: open.steps.at(-1) });
      expect(again.steps, "another turn calls again").to.deep.equal([RECORDED, "call"]);
    }
  });

  it("puts no job off for longer than a call can be under way, whatever its data say", async () => {
    const far = await turnOf({ data: doubt({ settledFrom: 9e15 }), state: "not closed" });
    expect(far.turn).to.deep.equal({ next: "later", milliseconds: SETTLE_AFTER });
    const unseen = await turnOf({ data: doubt({ unseen: -1e9 }), state: "unknown" });
    expect(unseen.steps.at(-1)).to.include({ unseen: 1 });
  });

  it("shows of a failed job only what a worker writes, with every character visible", () => {
    const good = { session: SESSION, closed: false, code: "Error", outcome: "answered", message: "no", by: "answer" };
    const hostile = { ...good, closed: true, literal: {}, message: "\u001b[2J\nclosed", by: "me", more: 1 };
    expect(failureOf({ session: SESSION, result: good }, "")).to.deep.equal(good);
    const shown = { ...good, closed: null, message: "\\u{1b}[2J\\u{a}closed" };
    expect(failureOf({ session: SESSION, result: hostile }, "")).to.deep.equal(shown);
    for (const data of [null, "text", { session: "\u001b[2J" }, { session: -1, result: { ...good, code: "\u001b" } }]) {
      expect(failureOf(data, "\u001bc")).to.include({ session: 0, code: "LOST_JOB", message: "\\u{1b}c" });
    }
  });

  it("pauses, and stops no worker, where logins reach their limit", async () => {
    const { turn } = await turnOf({
      call: new NotAuthenticatedError({ ...answered("LimitReached"), operation: "login" }),
    });
    expect(turn.next).to.equal("pause");
  });

  it("pauses when the service cannot be asked", async () => {
    const { turn } = await turnOf({ data: doubt(), state: refused });
    expect(turn.next).to.equal("pause");
  });

  for (const [name, data] of Object.entries({
    nothing: null,
    "a text for a session": { session: "20000001", endpoint: ENDPOINT },
    "a session that is none": { session: -1, endpoint: ENDPOINT },
    "another service": { session: SESSION, endpoint: "https://other.example/" },
  })) {
    it(`calls nothing for a job of ${name}`, async () => {
      const { turn, steps } = await turnOf({ data });
      expect(turn).to.have.nested.include({ next: "failed", "result.code": "INVALID_JOB" });
      expect(steps).to.deep.equal([]);
    });
  }
});
