import { EventEmitter, once } from "node:events";
import { expect } from "chai";
import { CookieJar } from "tough-cookie";
import { AbortedError, DeadlineError, OutcomeUnknownError, RescueError } from "../../src/index.js";
import { AUTH_CODE, SESSION } from "../client/guide-values.js";
import { thrown } from "../client/thrown.js";
import { virtualTime } from "../client/virtual-time.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { connectedClients } from "./connected-clients.js";
import { gatedService } from "./gated-service.js";
import { httpMessage, type RawRequest, rawService, resultOf } from "./raw-service.js";

const NODE = { iNodeID: 1, eNodeRef: "NODE" } as const;
const sessions = (count: number) => Array.from({ length: count }, (_, index) => SESSION + index);
const sessionIn = ({ body }: RawRequest) => Number(/<iSession>(\d+)</.exec(body)?.[1]);

/** Time for whatever could be sent to be sent. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

const connect = connectedClients();

describe("one turn per login", () => {
  it("of 200 parallel calls, those that time out in line are not sent; one is unknown", async () => {
    using time = virtualTime();
    await using service = await gatedService();
    const rescue = connect(service, { timeout: 2_000 });
    const calls = sessions(200).map((session) => rescue.closeSession(session));
    const ends = Promise.allSettled(calls);
    expect((await service.answer()).operation).to.equal("login");
    for (const session of sessions(20)) {
      expect(sessionIn(await service.answer())).to.equal(session);
      time.pass(99);
    }
    await service.arrived(1);
    time.pass(20);
    const outcomes = (await ends).map((end) =>
      end.status === "fulfilled"
        ? "closed"
        : `${(end.reason as RescueError).name} ${(end.reason as RescueError).outcome}`,
    );
    expect(outcomes).to.deep.equal([
      ...Array(20).fill("closed"),
      "OutcomeUnknownError unknown",
      ...Array(179).fill("DeadlineError not-sent"),
    ]);
    expect(service.requests).to.have.length(22);
    expect(service.connections).to.have.length(1);
  });

  it("the error of a call that was not sent says what it waited for, and that nothing was tried", async () => {
    using time = virtualTime();
    await using service = await gatedService();
    const rescue = connect(service);
    const first = rescue.closeSession(SESSION);
    await service.answer();
    await service.arrived(1);
    const second = thrown(DeadlineError, rescue.closeSession(SESSION + 1, { timeout: 100 }));
    await quiet();
    time.pass(100);
    const error = await second;
    expect(error).to.include({ outcome: "not-sent", attempts: 0, operation: "closeSession" });
    expect(error.message).to.match(/its turn did not come within 100 ms: a login takes one call at a time/);
    await service.answer();
    await first;
    expect(service.requests.map(sessionIn)).to.deep.equal([Number.NaN, SESSION]);
  });

  it("a call that is aborted in line is not sent, and those behind it are", async () => {
    await using service = await gatedService();
    const rescue = connect(service);
    const abort = new AbortController();
    const first = rescue.closeSession(SESSION);
    const second = thrown(AbortedError, rescue.closeSession(SESSION + 1, { signal: abort.signal }));
    const third = rescue.closeSession(SESSION + 2);
    await service.answer();
    await service.arrived(1);
    abort.abort();
    expect(await second).to.include({ outcome: "not-sent", attempts: 0 });
    service.open();
    await Promise.all([first, third]);
    expect(service.requests.slice(1).map(sessionIn)).to.deep.equal([SESSION, SESSION + 2]);
  });

  it("a call that timed out at the service passes its turn to the next", async () => {
    using time = virtualTime();
    await using service = await gatedService();
    const rescue = connect(service, { timeout: Number.POSITIVE_INFINITY });
    const first = thrown(OutcomeUnknownError, rescue.closeSession(SESSION, { timeout: 100 }));
    const second = rescue.closeSession(SESSION + 1);
    await service.answer();
    await service.arrived(1);
    time.pass(100);
    await first;
    await service.arrived(2);
    service.open();
    await second;
  });

  it("a retry releases its turn while it waits, and an earlier request makes its outcome unknown", async () => {
    await using service = await gatedService();
    const rescue = connect(service, { retry: { delay: 0, maxDelay: 0 } });
    const retrying = new Promise<void>((resolve) => rescue.on("retry", () => resolve()));
    const abort = new AbortController();
    const read = thrown(AbortedError, rescue.operations.getSession_V3(NODE, { signal: abort.signal }));
    const close = rescue.closeSession(SESSION);
    await service.answer();
    await service.answer(() => httpMessage(503));
    await retrying;
    // The other call's request holds the turn, and the read is back in line.
    await service.arrived(1);
    await quiet();
    expect(service.requests.map(({ operation }) => operation)).to.deep.equal([
      "login",
      "getSession_V3",
      "closeSession",
    ]);
    abort.abort();
    expect(await read).to.include({ outcome: "unknown", attempts: 1 });
    service.open();
    await close;
  });

  it("settings, reads and calls that log in by hand wait in the same line", async () => {
    await using service = await gatedService();
    const rescue = connect(service);
    const calls = [
      rescue.operations.getTimeZone(),
      rescue.operations.getSession_V3(NODE),
      rescue.operations.requestAuthCode({ sEmail: "a@b", sPassword: "c" }),
      rescue.closeSession(SESSION),
    ];
    const ends = Promise.all(calls.map((call) => call.catch((error: unknown) => error)));
    for (let request = 0; request < 5; request += 1) {
      await service.arrived(1);
      await quiet();
      expect(service.requests).to.have.length(request + 1);
      await service.answer();
    }
    await ends;
    expect(service.connections).to.have.length(1);
  });

  it("a logout waits for the calls before it, and the calls after it for the next login", async () => {
    await using service = await gatedService();
    const rescue = connect(service);
    const before = sessions(3).map((session) => rescue.closeSession(session));
    await service.answer();
    await service.arrived(1);
    const logout = rescue.logout();
    const after = rescue.closeSession(SESSION + 3);
    const again = rescue.logout();
    service.open();
    await Promise.all([...before, after]);
    expect(await logout).to.include({ code: "OK" });
    await again;
    expect(service.requests.slice(0, 7).map(({ operation }) => operation)).to.deep.equal([
      "login",
      ...Array(3).fill("closeSession"),
      "logout",
      "login",
      "closeSession",
    ]);
  });

  it("a jar of the caller's is a login, also where an auth code goes with each call", async () => {
    await using service = await gatedService();
    const rescue = connect(service, { credentials: { authCode: AUTH_CODE }, jar: new CookieJar() });
    const calls = Promise.all(sessions(5).map((session) => rescue.closeSession(session)));
    for (let request = 0; request < 5; request += 1) {
      await service.arrived(1);
      await quiet();
      expect(service.requests).to.have.length(request + 1);
      await service.answer();
    }
    await calls;
  });

  describe("with several logins", () => {
    it("one that is stuck gets no further calls while others are free", async () => {
      const stuckOnes = new EventEmitter();
      const isStuck = once(stuckOnes, "stuck");
      await using service = await rawService(async (connection) => {
        for (;;) {
          const request = await connection.request();
          if (sessionIn(request) === SESSION) break;
          await connection.write(resultOf(request));
        }
        stuckOnes.emit("stuck");
      });
      const rescue = connect(service, { connections: 3 });
      const stuck = thrown(OutcomeUnknownError, rescue.closeSession(SESSION));
      await isStuck;
      for (const session of sessions(6).slice(1)) await rescue.closeSession(session);
      rescue.close();
      await stuck;
    });
  });
});

describe("calls on an auth code alone", () => {
  const byCode = { credentials: { authCode: AUTH_CODE } } as const;

  it("run in parallel, 16 by default: a thousand calls do not take a thousand connections", async () => {
    await using service = await gatedService();
    const rescue = connect(service, byCode);
    const calls = Promise.all(sessions(1_000).map((session) => rescue.closeSession(session)));
    await service.arrived(16);
    await quiet();
    expect(service.requests).to.have.length(16);
    service.open();
    await calls;
    expect(service.requests.map(sessionIn).sort()).to.deep.equal(sessions(1_000));
    expect(service.connections).to.have.length(16);
  });

  for (const maxConcurrent of [1, 3, 40]) {
    it(`or as many as \`maxConcurrent: ${maxConcurrent}\` says`, async () => {
      await using service = await gatedService();
      const rescue = connect(service, { ...byCode, maxConcurrent });
      const calls = Promise.all(sessions(50).map((session) => rescue.closeSession(session)));
      await service.arrived(maxConcurrent);
      await quiet();
      expect(service.requests).to.have.length(maxConcurrent);
      service.open();
      await calls;
    });
  }

  it("whose time passes before there is a place are not sent", async () => {
    using time = virtualTime();
    await using service = await gatedService();
    const rescue = connect(service, { ...byCode, maxConcurrent: 2, timeout: 1_000 });
    const ends = Promise.all(sessions(5).map((session) => thrown(RescueError, rescue.closeSession(session))));
    await service.arrived(2);
    time.pass(1_000);
    const errors = await ends;
    expect(errors.map(({ outcome }) => outcome)).to.deep.equal(["unknown", "unknown", ...Array(3).fill("not-sent")]);
    expect(errors[4]?.message).to.match(/2 calls run at once \(maxConcurrent\)/);
    expect(service.requests).to.have.length(2);
  });
});

describe("one turn per login, against the emulator", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.close());

  it("the calls reported as closed or unknown are all that were executed", async () => {
    emulator.faults.latency(20);
    const rescue = connect(emulator, { timeout: 250 });
    await rescue.login({ timeout: 10_000 });
    const ids = Array.from({ length: 20 }, (_, index) => 20000001 + index);
    const ends = await Promise.allSettled([...ids, ...ids].map((session) => rescue.closeSession(session)));
    await emulator.close();
    const outcomes = ends.map((end) => (end.status === "fulfilled" ? "closed" : (end.reason as RescueError).outcome));
    const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
    expect(count("unknown")).to.be.at.most(1);
    expect(emulator.executions("closeSession")).to.be.within(count("closed"), count("closed") + count("unknown"));
  });
});
