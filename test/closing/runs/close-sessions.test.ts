import { expect } from "chai";
import { defaultSeed } from "../../../src/emulator/index.js";
import { type CloseResult, type CloseRun, InvalidArgumentError, type RescueClientOptions } from "../../../src/index.js";
import { ADMINISTRATOR, AUTH_CODE } from "../../client/guide-values.js";
import { thrown } from "../../client/thrown.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";

const FIRST = 40_000_001;
const COUNT = 300;
const IDS = Array.from({ length: COUNT }, (_, index) => FIRST + index);

async function all(run: CloseRun): Promise<readonly CloseResult[]> {
  const results: CloseResult[] = [];
  for await (const result of run) results.push(result);
  return results;
}

describe("closing many sessions of the emulator", () => {
  let emulator: Emulator;
  let rescue: RescueClient;
  const connect = (options: Partial<RescueClientOptions> = {}) => {
    rescue = new RescueClient({
      credentials: ADMINISTRATOR,
      endpoint: emulator.endpoint,
      retry: { delay: 1, maxDelay: 1 },
      ...options,
    });
    return rescue;
  };
  before(async () => {
    const sessions = IDS.map((id) => ({ id, status: "WAITING" as const, technician: 201 }));
    emulator = await startEmulator({ seed: { ...defaultSeed, sessions }, limits: false });
  });
  beforeEach(() => emulator.reset());
  afterEach(() => rescue?.close());
  after(() => emulator.close());

  const closedOnce = () => IDS.every((id) => emulator.executions("closeSession", id) === 1);

  it("closes each once, over as many logins as there are connections", async () => {
    const run = connect({ connections: 4 }).closeSessions(IDS);
    const results = await all(run);
    expect(results).to.have.length(COUNT);
    expect(results[0]).to.deep.include({ closed: true, code: "OK", outcome: "answered", by: "answer" });
    expect(results[0]?.literal).to.equal("closeSessionRet_OK");
    expect(closedOnce()).to.equal(true);
    expect(emulator.executions("login")).to.equal(4);
    expect(run.progress.totals).to.deep.equal({
      closed: COUNT,
      notClosed: 0,
      unknown: 0,
      skipped: 0,
      codes: { OK: COUNT },
    });
    expect(run.ended).to.equal(undefined);
  });

  it("closes each once by auth code, without a login", async () => {
    await all(connect({ credentials: { authCode: AUTH_CODE } }).closeSessions(IDS));
    expect(closedOnce()).to.equal(true);
    expect(emulator.executions("login")).to.equal(0);
  });

  it("settles what faults leave in doubt, and closes what was not", async () => {
    emulator.faults.schedule({ seed: 7, rate: 0.1, operations: ["closeSession"] });
    const results = await all(connect({ connections: 4 }).closeSessions(IDS));
    expect(results).to.have.length(COUNT);
    expect(results.filter(({ closed }) => closed !== true)).to.deep.equal([]);
    expect(results.some(({ by }) => by === "settled")).to.equal(true);
    expect(closedOnce()).to.equal(true);
  });

  it("logs each lane in again when the service has forgotten all logins, and nothing is refused", async () => {
    const run = connect({ connections: 4 }).closeSessions(IDS);
    let count = 0;
    for await (const { closed } of run) {
      expect(closed).to.equal(true);
      count += 1;
      if (count === COUNT / 2) emulator.dropLogins();
    }
    expect(count).to.equal(COUNT);
    expect(emulator.executions("login")).to.be.within(5, 8);
    expect(closedOnce()).to.equal(true);
  });

  it("ends with an id that is none, after those before it", async () => {
    const run = connect().closeSessions([FIRST, 0, FIRST + 1]);
    const results: CloseResult[] = [];
    const error = await thrown(
      InvalidArgumentError,
      (async () => {
        for await (const result of run) results.push(result);
      })(),
    );
    expect(error.message).to.include("id 2").and.include("found 0");
    expect(results.map(({ session }) => session)).to.deep.equal([FIRST]);
    expect(run.ended?.reason).to.equal("source");
  });

  it("waits where the service asks for it, and closes each once", async () => {
    emulator.faults.add({
      operation: "closeSession",
      nth: 20,
      phase: "before",
      kind: "status",
      status: 503,
      retryAfter: "1",
    });
    const states: string[] = [];
    connect({ connections: 2 }).on("closing", ({ state, milliseconds = 0 }) => {
      states.push(state);
      if (state === "paused") expect(milliseconds).to.be.within(1, 1_000);
    });
    const results = await all(rescue.closeSessions(IDS));
    expect(results.filter(({ closed }) => closed !== true)).to.deep.equal([]);
    expect(states).to.include.members(["slower", "paused", "settling", "resumed"]);
    expect(closedOnce()).to.equal(true);
  });

  it("ends when the service is away for too long, and names what was not sent", async () => {
    const away = await startEmulator({ limits: false });
    const run = new RescueClient({
      credentials: ADMINISTRATOR,
      endpoint: away.endpoint,
      retry: false,
      connections: 2,
    }).closeSessions([12345678, ...IDS], { outage: 50 });
    const results: CloseResult[] = [];
    for await (const result of run) {
      results.push(result);
      if (results.length === 1) await away.close();
    }
    expect(run.ended?.reason).to.equal("outage");
    expect(results[0]).to.include({ session: 12345678, closed: true });
    expect(results.length).to.be.lessThan(10);
  });

  it("ends when the client is closed, and says which calls are in doubt", async () => {
    emulator.faults.latency(50);
    const run = connect({ connections: 2 }).closeSessions(IDS);
    const results: CloseResult[] = [];
    for await (const result of run) {
      results.push(result);
      if (results.length === 2) rescue.close();
    }
    expect(run.ended?.reason).to.equal("interrupted");
    expect(results.length).to.be.within(2, 5);
    for (const { closed, outcome } of results) {
      expect([closed, outcome]).to.deep.equal(
        outcome === "answered" ? [true, outcome] : [outcome === "unknown" ? null : false, outcome],
      );
    }
  });

  it("refuses wrong options and sources at once", () => {
    connect();
    for (const [options, path] of [
      [{ concurrency: 0 }, "concurrency"],
      [{ rate: 0 }, "rate"],
      [{ journal: "" }, "journal"],
      [{ settleAfter: -1 }, "settleAfter"],
      [{ parallel: 4 } as object, "parallel"],
    ] as const) {
      expect(() => rescue.closeSessions(IDS, options))
        .to.throw(InvalidArgumentError)
        .with.property("path", path);
    }
    for (const source of ["12345678", 12345678, undefined, {}]) {
      expect(() => rescue.closeSessions(source as never)).to.throw(
        InvalidArgumentError,
        "source: expected an iterable",
      );
    }
  });

  it("is iterated once", async () => {
    const run = connect().closeSessions([FIRST]);
    await all(run);
    expect((await thrown(InvalidArgumentError, all(run))).message).to.include("once");
  });

  it("begins nothing more when the loop is left", async () => {
    let isReturned = false;
    function* source() {
      try {
        yield* IDS;
      } finally {
        isReturned = true;
      }
    }
    const run = connect({ connections: 2 }).closeSessions(source());
    for await (const { closed } of run) {
      expect(closed).to.equal(true);
      break;
    }
    expect(isReturned).to.equal(true);
    expect(run.ended?.reason).to.equal("interrupted");
    expect(emulator.executions("closeSession")).to.be.within(1, 4);
  });
});
