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
