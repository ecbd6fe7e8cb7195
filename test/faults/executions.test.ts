import { expect } from "chai";
import fc from "fast-check";
import type { FaultRule } from "../../src/emulator/index.js";
import { OutcomeUnknownError, RescueError, RescueResultError } from "../../src/index.js";
import { ADMINISTRATOR, AUTH_CODE } from "../client/guide-values.js";
import { type Emulator, RescueClient, startEmulator } from "../reference/service.js";
import { seed } from "../soap/seed.js";

const RUNS = 2_500;

/** Sessions of the default seed: some that close once, and one for each refusal. */
const OPEN = [20000001, 20000002, 20000003];
const REFUSED: Readonly<Record<number, string>> = {
  90000001: "Error",
  90000003: "ActionFailed",
  90000004: "InvalidParam_Session",
};

const fault: fc.Arbitrary<FaultRule> = fc.record({
  operation: fc.constantFrom("closeSession", "closeSession", "closeSession", "login"),
  nth: fc.integer({ min: 1, max: 4 }),
  times: fc.integer({ min: 1, max: 3 }),
  phase: fc.constantFrom("before", "after"),
  kind: fc.constantFrom("reset", "close", "truncate", "status", "garbage"),
  status: fc.constantFrom(302, 401, 408, 429, 500, 502, 503, 504),
});

const schedule = fc.record({
  faults: fc.array(fault, { maxLength: 4 }),
  sessions: fc.array(fc.constantFrom(...OPEN, ...OPEN, ...Object.keys(REFUSED).map(Number)), {
    minLength: 1,
    maxLength: 4,
  }),
  together: fc.boolean(),
  byLogin: fc.boolean(),
  connections: fc.constantFrom(1, 2),
});
type Schedule = typeof schedule extends fc.Arbitrary<infer Value> ? Value : never;

type End = { readonly session: number; readonly error?: unknown };

async function play(emulator: Emulator, { faults, sessions, together, byLogin, connections }: Schedule) {
  emulator.reset();
  for (const rule of faults) emulator.faults.add(rule);
  const rescue = new RescueClient({
    credentials: byLogin ? ADMINISTRATOR : { authCode: AUTH_CODE },
    endpoint: emulator.endpoint,
    retry: { delay: 0, maxDelay: 0 },

    connections,
  });
  const close = (session: number): Promise<End> =>
    rescue.closeSession(session).then(
      () => ({ session }),
      (error: unknown) => ({ session, error }),
    );
  const ends: End[] = [];
  if (together) ends.push(...(await Promise.all(sessions.map(close))));
  else for (const session of sessions) ends.push(await close(session));
  rescue.close();
  return ends;
}

/** Compares what the client reports of each session with what the emulator did. */
function judge(emulator: Emulator, ends: readonly End[]): void {
  for (const session of new Set(ends.map((end) => end.session))) {
    const executions = emulator.executions("closeSession", session);
    expect(executions, `executions for ${session}`).to.be.at.most(1);
    const calls = ends.filter((end) => end.session === session);
    const closed = calls.filter((end) => !("error" in end)).length;
    expect(closed, `calls that reported to have closed ${session}`).to.be.at.most(executions);
    const errors = calls.filter((end) => "error" in end).map(({ error }) => error);
    for (const error of errors) judgeError(error, session, executions);
    if (errors.length === calls.length && errors.every((error) => !mayHaveClosed(error))) {
      expect(executions, `${session}: no call reported that it may be closed`).to.equal(0);
    }
    // The service may tell one call that a session is closed already only when another may have closed it.
    if (executions === 1) expect(closed + errors.filter(mayHaveClosed).length).to.be.at.least(1);
  }
}

function judgeError(error: unknown, session: number, executions: number): void {
  if (!(error instanceof RescueError)) throw error;
  if (error instanceof RescueResultError) {
    expect(error.outcome).to.equal("answered");
    expect(error.code, `the answer for ${session}`).to.equal(REFUSED[session] ?? "InvalidParam_Session");
    if (!(session in REFUSED)) expect(executions, `${session} is closed, says the answer`).to.equal(1);
  } else if (error.operation === "closeSession") {
    expect(error).to.be.instanceOf(OutcomeUnknownError).and.to.include({ outcome: "unknown", attempts: 1 });
  } else {
    expect(error).to.include({ operation: "login", outcome: "not-sent" });
  }
}

const mayHaveClosed = (error: unknown) => error instanceof OutcomeUnknownError;

describe("random faults against the emulator", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ limits: false });
  });
  after(() => emulator.close());

  it(`no change is executed twice, and every report is true: ${RUNS} schedules, FC_SEED=${seed}`, async function () {
    this.timeout(120_000);
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(schedule, async (given) => {
        const ends = await play(emulator, given);
        judge(emulator, ends);
        for (const { error } of ends) {
          seen.add(error instanceof RescueError ? `${error.outcome} ${error.operation} ${error.name}` : "closed");
        }
      }),
      { seed, numRuns: RUNS },
    );
    // The schedules must have caused every kind of end; otherwise they prove less than they seem to.
    expect([...seen].sort()).to.deep.equal([
      "answered closeSession RescueResultError",
      "closed",
      "not-sent login ConnectionError",
      "not-sent login ProtocolError",
      "unknown closeSession OutcomeUnknownError",
    ]);
  });
});
