import { expect } from "chai";
import { AbortedError, DeadlineError } from "../../src/index.js";
import { ADMINISTRATOR, SESSION } from "../client/guide-values.js";
import { thrown } from "../client/thrown.js";
import { virtualTime } from "../client/virtual-time.js";
import { connectedClients } from "./connected-clients.js";
import { Leftovers } from "./leftovers.js";
import { type RawService, rawService, resultOf } from "./raw-service.js";

const SECOND = 1_000;

/** A service that answers logins on demand, and everything else at once. */
async function slowLogins(): Promise<RawService & { answer(): void }> {
  let answer: () => void = () => {};
  const told = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const service = await rawService(async (connection) => {
    for (;;) {
      const request = await connection.request();
      if (request.operation === "login") await told;
      await connection.write(resultOf(request));
    }
  });
  return { ...service, answer };
}

const connect = connectedClients();

const called = ({ requests }: RawService) => requests.map(({ operation }) => operation);
const arrived = async (service: RawService, count: number) => {
  while (service.requests.length < count) await new Promise(setImmediate);
};

describe("a login that earlier calls did not wait for", () => {
  for (const own of ["the calls'", "the client's"]) {
    it(`is the next call's: fifty calls of 20 ms (${own} timeout) take one of the ten logins`, async () => {
      using time = virtualTime();
      await using service = await slowLogins();
      const rescue = connect(service, { paceLogins: true, ...(own === "the client's" ? { timeout: 20 } : {}) });
      for (let call = 0; call < 50; call += 1) {
        const ends = thrown(DeadlineError, rescue.closeSession(SESSION, { timeout: 20 }));
        await arrived(service, 1);
        time.pass(20);
        expect(await ends).to.include({ outcome: "not-sent", operation: "closeSession" });
      }
      expect(called(service)).to.deep.equal(["login"]);
      const next = rescue.closeSession(SESSION, { timeout: 2 * SECOND });
      service.answer();
      await next;
      expect(called(service)).to.deep.equal(["login", "closeSession"]);
    });
  }

  it("never uses up the ten, even if none is ever answered", async () => {
    using time = virtualTime();
    await using service = await slowLogins();
    const rescue = connect(service, { paceLogins: true, retry: false });
    const paced: unknown[] = [];
    rescue.on("paced", (event) => paced.push(event));
    for (let call = 0; call < 3_600; call += 1) {
      const ends = thrown(DeadlineError, rescue.closeSession(SESSION, { timeout: 100 }));
      await new Promise(setImmediate);
      time.pass(100);
      await ends;
    }
    expect(paced).to.deep.equal([]);
  });

  it("ends with the client, and leaves nothing", async () => {
    await using service = await slowLogins();
    using leftovers = await Leftovers.from();
    const rescue = connect(service);
    const abort = new AbortController();
    const call = thrown(AbortedError, rescue.closeSession(SESSION, { signal: abort.signal }));
    await arrived(service, 1);
    abort.abort();
    await call;
    rescue.close();
    await leftovers.gone();
    await service.closed();
  });

  it("is not started for a call that gave up before it could be sent", async () => {
    using time = virtualTime();
    await using service = await slowLogins();
    const first = connect(service);
    const stuck = first.login();
    await arrived(service, 1);
    // The user's logins are made one at a time: this one waits.
    const second = connect(service);
    const ends = thrown(DeadlineError, second.login({ timeout: 100 }));
    await new Promise(setImmediate);
    time.pass(100);
    expect(await ends).to.include({ outcome: "not-sent" });
    service.answer();
    await stuck;
    expect(called(service)).to.deep.equal(["login"]);
  });
});

describe("the timeout of a login", () => {
  it("is that of the call that makes it, where it is longer than the client's", async () => {
    using time = virtualTime();
    await using service = await slowLogins();
    const rescue = connect(service, { timeout: 300 });
    const login = rescue.login({ timeout: 60 * SECOND });
    await arrived(service, 1);
    time.pass(59 * SECOND);
    service.answer();
    expect(await login).to.include({ code: "OK" });
    expect(called(service)).to.deep.equal(["login"]);
  });

  it("is bounded when that call has gone, also where it had set no bound", async () => {
    using time = virtualTime();
    await using service = await slowLogins();
    const rescue = connect(service);
    const abort = new AbortController();
    const endless = thrown(AbortedError, rescue.login({ timeout: Number.POSITIVE_INFINITY, signal: abort.signal }));
    await arrived(service, 1);
    time.pass(5 * SECOND);
    abort.abort();
    await endless;
    const next = rescue.closeSession(SESSION);
    time.pass(15 * SECOND - 1);
    await new Promise(setImmediate);
    expect(called(service)).to.deep.equal(["login"]);
    time.pass(1);
    await arrived(service, 2);
    service.answer();
    await next;
  });

  it("does not shorten that of a call which joined later: it tries with its own", async () => {
    using time = virtualTime();
    await using service = await slowLogins();
    const rescue = connect(service, { timeout: 300 });
    const impatient = thrown(DeadlineError, rescue.closeSession(SESSION));
    const patient = rescue.closeSession(SESSION + 1, { timeout: 60 * SECOND });
    await arrived(service, 1);
    time.pass(300);
    await impatient;
    time.pass(20 * SECOND);
    await arrived(service, 2);
    service.answer();
    await patient;
    expect(called(service)).to.deep.equal(["login", "login", "closeSession"]);
  });

  it("does not end a call that joined and can wait for the service's limit when the first one cannot", async () => {
    using time = virtualTime();
    await using service = await slowLogins();
    service.answer();
    const credentials = { ...ADMINISTRATOR, email: "joined@email.com" };
    // Time passes only where this test says so: a wait before another attempt would never end.
    const options = { credentials, paceLogins: true, retry: false } as const;
    for (let login = 0; login < 10; login += 1) await connect(service, options).login();
    const rescue = connect(service, options);
    const paced: unknown[] = [];
    rescue.on("paced", (event) => paced.push(event));
    const impatient = thrown(DeadlineError, rescue.closeSession(SESSION, { timeout: 30 * SECOND }));
    const patient = rescue.closeSession(SESSION + 1, { timeout: 300 * SECOND });
    patient.catch(() => {});
    expect(await impatient).to.include({ outcome: "not-sent", timeout: 30 * SECOND });
    await new Promise(setImmediate);
    expect(paced).to.have.length(2);
    // More than the wait of 182 s, which is computed from fractions of milliseconds.
    time.pass(183 * SECOND);
    await arrived(service, 11);
    await patient;
  });

  it("is reported as unknown for login itself once it was sent", async () => {
    using time = virtualTime();
    await using service = await slowLogins();
    const ends = thrown(DeadlineError, connect(service).login({ timeout: 100 }));
    await arrived(service, 1);
    time.pass(100);
    expect(await ends).to.include({ outcome: "unknown", operation: "login", timeout: 100 });
  });
});
