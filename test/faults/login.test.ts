import { getEventListeners } from "node:events";
import { mock } from "node:test";
import { expect } from "chai";
import { type EmulatorOptions, VirtualClock } from "../../src/emulator/index.js";
import {
  AbortedError,
  DeadlineError,
  NotAuthenticatedError,
  type RescueClientOptions,
  type RescueEvents,
} from "../../src/index.js";
import { ADMINISTRATOR, AUTH_CODE, SESSION, TECHNICIAN } from "../client/guide-values.js";
import { thrown } from "../client/thrown.js";
import { virtualTime } from "../client/virtual-time.js";
import { type Emulator, RescueClient, startEmulator } from "../reference/service.js";
import { answering, type RawService, rawService, resultOf } from "./raw-service.js";

const MINUTE = 60_000;
const SESSIONS = Array.from({ length: 20 }, (_, index) => 20000001 + index);

const operationsOf = ({ log }: Emulator) => log.map(({ operation }) => operation);

describe("a login", () => {
  let emulator: Emulator;
  let now: number;
  const clients: RescueClient[] = [];
  const start = async (options: EmulatorOptions = {}) => {
    await emulator?.close();
    emulator = await startEmulator({ clock: new VirtualClock(now), ...options });
  };
  const connect = (options: Partial<RescueClientOptions> = {}) => {
    const rescue = new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint, ...options });
    clients.push(rescue);
    return rescue;
  };
  const hear = (rescue: RescueClient) => {
    const relogins: RescueEvents["relogin"][] = [];
    const paced: RescueEvents["paced"][] = [];
    rescue.on("relogin", (event) => relogins.push(event));
    rescue.on("paced", (event) => paced.push(event));
    return { relogins, paced };
  };

  beforeEach(async () => {
    now = Date.now();
    await start();
  });
  afterEach(async () => {
    for (const rescue of clients.splice(0)) rescue.close();
    await emulator.close();
  });

  describe("that has expired", () => {
    it("is made again once for twenty waiting calls", async () => {
      const rescue = connect();
      const { relogins } = hear(rescue);
      await rescue.login();
      emulator.clock.advance(21 * MINUTE);
      const closed = await Promise.all(SESSIONS.map((session) => rescue.closeSession(session)));
      expect(closed.map(({ session }) => session)).to.deep.equal(SESSIONS);
      expect(emulator.executions("login")).to.equal(2);
      expect(emulator.executions("closeSession")).to.equal(20);
      expect(relogins).to.have.length.within(1, 20);
    });

    it("each time it expires", async () => {
      const rescue = connect();
      for (const session of SESSIONS.slice(0, 4)) {
        await rescue.closeSession(session);
        emulator.clock.advance(21 * MINUTE);
      }
      expect(emulator.executions("login")).to.equal(4);
      expect(emulator.executions("closeSession")).to.equal(4);
    });

    it("lasts while calls are made within twenty minutes", async () => {
      const rescue = connect();
      for (const session of SESSIONS.slice(0, 4)) {
        await rescue.closeSession(session);
        emulator.clock.advance(19 * MINUTE);
      }
      expect(emulator.executions("login")).to.equal(1);
    });

    it("and cannot be made again: the calls fail, and none is executed", async () => {
      const rescue = connect({ retry: false, paceLogins: false });
      await rescue.login();
      emulator.clock.advance(21 * MINUTE);
      emulator.faults.add({ operation: "login", phase: "before", kind: "reset", times: Number.POSITIVE_INFINITY });
      const errors = await Promise.all(SESSIONS.map((session) => thrown(Error, rescue.closeSession(session))));
      for (const error of errors) expect(error).to.include({ operation: "login", outcome: "not-sent" });
      expect(emulator.executions("closeSession")).to.equal(0);
    });
  });

  describe("of a user who is not an administrator", () => {
    it("is made twice more, and not again for the calls after that", async () => {
      const rescue = connect({ credentials: TECHNICIAN });
      const { relogins } = hear(rescue);
      for (const session of SESSIONS.slice(0, 5)) {
        const error = await thrown(NotAuthenticatedError, rescue.closeSession(session));
        expect(error).to.include({ code: "NotLoggedInAsAdmin", outcome: "answered" });
      }
      expect(relogins).to.deep.equal(Array(2).fill({ operation: "closeSession" }));
      expect(emulator.executions("login")).to.equal(3);
    });

    it("also with twenty parallel calls", async () => {
      const rescue = connect({ credentials: TECHNICIAN });
      const errors = await Promise.all(SESSIONS.map((session) => thrown(Error, rescue.closeSession(session))));
      for (const error of errors) expect(error).to.be.instanceOf(NotAuthenticatedError);
      await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
      expect(emulator.executions("login")).to.equal(3);
    });
  });

  it("with wrong credentials is tried once, over many parallel and successive calls", async () => {
    const rescue = connect({ credentials: { ...ADMINISTRATOR, password: "wrong" } });
    const calls = [rescue.login(), ...SESSIONS.map((session) => rescue.closeSession(session))];
    for (const call of calls) expect(await thrown(NotAuthenticatedError, call)).to.include({ code: "Invalid" });
    for (const session of SESSIONS) await thrown(NotAuthenticatedError, rescue.closeSession(session));
    expect(operationsOf(emulator)).to.deep.equal(["login"]);
  });

  describe("is paced", () => {
    const connectPaced = (options: Partial<RescueClientOptions> = {}) => connect({ paceLogins: true, ...options });
    const logInTenTimes = async (options?: Partial<RescueClientOptions>) => {
      for (let login = 0; login < 10; login += 1) await connectPaced(options).login();
    };

    it("for all clients of the user: the eleventh is held back, says so, and sends nothing", async () => {
      await logInTenTimes();
      const rescue = connectPaced();
      const { paced } = hear(rescue);
      const error = await thrown(DeadlineError, rescue.closeSession(SESSION));
      expect(error).to.include({ outcome: "not-sent", operation: "login" });
      expect(error.message).to.match(/would have to wait \d+ s to stay under 10 logins in three minutes/);
      expect(paced).to.have.length(1);
      expect(paced[0]?.milliseconds).to.be.within(1, 182_000);
      expect(operationsOf(emulator)).to.deep.equal(Array(10).fill("login"));
    });

    it("and the wait can be aborted", async () => {
      await logInTenTimes();
      const rescue = connectPaced();
      const abort = new AbortController();
      rescue.on("paced", () => abort.abort());
      const error = await thrown(AbortedError, rescue.closeSession(SESSION, { signal: abort.signal }));
      expect(error).to.include({ outcome: "not-sent", attempts: 0 });
      expect(getEventListeners(abort.signal, "abort")).to.deep.equal([]);
      expect(emulator.executions("login")).to.equal(10);
    });

    it("by the user, in any case of the address; another user is not affected", async () => {
      await logInTenTimes();
      const same = connectPaced({ credentials: { ...ADMINISTRATOR, email: "SOME@email.com" } });
      await thrown(DeadlineError, same.login({ timeout: 50 }));
      await connectPaced({ credentials: TECHNICIAN }).login();
      expect(emulator.executions("login")).to.equal(11);
    });

    it("by the account: not by the spelling of the address", async () => {
      await logInTenTimes();
      for (const spelled of [
        emulator.endpoint.toLowerCase(),
        emulator.endpoint.replace("127.0.0.1", "localhost"),
        `${emulator.endpoint}/`,
      ]) {
        await thrown(DeadlineError, connectPaced({ endpoint: spelled }).login({ timeout: 50 }));
      }
      expect(emulator.executions("login")).to.equal(10);
    });

    for (const hours of [1, -1]) {
      it(`by a clock that nobody sets: ${hours} h on the system clock change nothing`, async () => {
        await logInTenTimes();
        mock.timers.enable({ apis: ["Date"], now: Date.now() + hours * 60 * MINUTE });
        try {
          const rescue = connectPaced();
          const { paced } = hear(rescue);
          await thrown(DeadlineError, rescue.login({ timeout: 50 }));
          expect(paced[0]?.milliseconds).to.be.within(1, 182_000);
          expect(emulator.executions("login")).to.equal(10);
        } finally {
          mock.timers.reset();
        }
      });
    }

    it("by the endpoint: the same user elsewhere is not affected", async () => {
      await logInTenTimes();
      await using other = await startEmulator();
      await connectPaced({ endpoint: other.endpoint }).login();
      expect(other.executions("login")).to.equal(1);
    });

    it("not on this machine by default: the service's LimitReached is reported, and is temporary", async () => {
      await logInTenTimes({ paceLogins: false });
      const rescue = connect();
      const { paced } = hear(rescue);
      const error = await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
      expect(error).to.include({ code: "LimitReached", operation: "login" });
      expect(paced).to.deep.equal([]);
      emulator.clock.advance(3 * MINUTE);
      await rescue.closeSession(SESSION);
    });

    it("also between clients that were made before others of other users", async () => {
      const first = connectPaced();
      connectPaced({ credentials: TECHNICIAN });
      const second = connectPaced();
      for (let login = 0; login < 5; login += 1) {
        for (const rescue of [first, second]) {
          await rescue.login();
          await rescue.logout();
        }
      }
      const { paced } = hear(second);
      await thrown(DeadlineError, second.login({ timeout: 50 }));
      expect(paced).to.have.length(1);
      expect(emulator.executions("login")).to.equal(10);
    });

    it("by the logins sent: calls aborted earlier do not count", async () => {
      const rescue = connectPaced();
      for (let call = 0; call < 10; call += 1) {
        await thrown(Error, rescue.closeSession(SESSION, { signal: AbortSignal.abort() }));
      }
      const { paced } = hear(rescue);
      expect(await rescue.closeSession(SESSION, { timeout: 2_000 })).to.include({ code: "OK" });
      expect(paced).to.deep.equal([]);
    });

    it("by the logins sent: logins that could not connect do not count", async () => {
      const { port } = new URL(emulator.endpoint);
      await emulator.close();
      const rescue = connectPaced({ retry: false });
      for (let call = 0; call < 10; call += 1) await thrown(Error, rescue.closeSession(SESSION));
      await start({ port: Number(port) });
      const { paced } = hear(rescue);
      expect(await rescue.closeSession(SESSION, { timeout: 2_000 })).to.include({ code: "OK" });
      expect(paced).to.deep.equal([]);
    });
  });

  it("that waits for its turn is sent alone: five waiting clients do not reach the limit together", async () => {
    const clock = virtualTime();
    try {
      await start({ clock: new VirtualClock() });
      const pass = (milliseconds: number) => {
        clock.pass(milliseconds);
        emulator.clock.advance(milliseconds);
      };
      for (let login = 0; login < 10; login += 1) {
        await connect({ paceLogins: true }).login();
        pass(10_000);
      }
      const waiting = Array.from({ length: 5 }, () => connect({ timeout: 10 * MINUTE, paceLogins: true }).login());
      let ended = false;
      const all = Promise.all(waiting).finally(() => {
        ended = true;
      });
      all.catch(() => {});
      // A tenth of a second for each turn of the event loop: time enough for what is sent to arrive.
      while (!ended) {
        pass(100);
        await new Promise(setImmediate);
      }
      await all;
      expect(emulator.executions("login")).to.equal(15);
    } finally {
      clock[Symbol.dispose]();
    }
  });

  describe("with connections: 4", () => {
    it("is four logins with a jar each; calls are spread over them, and logout ends all", async () => {
      const rescue = connect({ connections: 4 });
      await Promise.all(SESSIONS.map((session) => rescue.closeSession(session)));
      expect(emulator.executions("login")).to.equal(4);
      expect(emulator.logins()).to.equal(4);
      expect(emulator.executions("closeSession")).to.equal(20);
      await rescue.logout();
      expect(emulator.logins()).to.equal(0);
      expect(emulator.executions("logout")).to.equal(4);
      expect(await rescue.logout()).to.equal(undefined);
    });

    it("is one login for calls made one after another", async () => {
      const rescue = connect({ connections: 4 });
      for (const session of SESSIONS.slice(0, 4)) await rescue.closeSession(session);
      expect(emulator.executions("login")).to.equal(1);
    });

    it("is each made again once when all have expired", async () => {
      const rescue = connect({ connections: 4, paceLogins: false });
      await Promise.all(SESSIONS.slice(0, 8).map((session) => rescue.closeSession(session)));
      emulator.clock.advance(21 * MINUTE);
      await Promise.all(SESSIONS.slice(8, 16).map((session) => rescue.closeSession(session)));
      expect(emulator.executions("login")).to.equal(8);
      expect(emulator.executions("closeSession")).to.equal(16);
    });
  });
});

const cookieIn = (head: string) => /\r\ncookie: ([^\r]*)/i.exec(head)?.[1];

/** A service whose logins carry a number and are forgotten on demand. Its settings live with the login. */
async function settingsService(): Promise<RawService & { forget(): void }> {
  let logins = 0;
  let alive = new Set<string>();
  const service = await rawService(
    answering((request) => {
      if (request.operation === "login") {
        logins += 1;
        alive.add(`ASP.NET_SessionId=${logins}`);
        return resultOf(request, "OK", { "Set-Cookie": `ASP.NET_SessionId=${logins}; path=/; HttpOnly` });
      }
      return resultOf(request, alive.has(cookieIn(request.head) ?? "") ? "OK" : "NotLoggedIn");
    }),
  );
  return Object.assign(service, {
    forget() {
      alive = new Set();
    },
  });
}

describe("settings that are kept for a login", () => {
  const connect = (service: RawService, options: Partial<RescueClientOptions> = {}) =>
    new RescueClient({ credentials: ADMINISTRATOR, endpoint: service.endpoint, paceLogins: false, ...options });
  const called = (service: RawService) => service.requests.map(({ operation }) => operation);
  const settings = ({ operations }: RescueClient) => operations.setTimeZone({ sTimezone: "60" });
  const report = ({ operations }: RescueClient) => operations.getReport({ iNodeID: 1, eNodeRef: "NODE" });
  const readNode = ({ operations }: RescueClient) => operations.getSession_V3({ iNodeID: 1, eNodeRef: "NODE" });

  it("log in again and continue where no settings had been made", async () => {
    await using service = await settingsService();
    using rescue = disposable(connect(service));
    await readNode(rescue.client);
    service.forget();
    await settings(rescue.client);
    expect(called(service)).to.deep.equal(["login", "getSession_V3", "setTimeZone", "login", "setTimeZone"]);
  });

  it("are reported as lost where some had been made, and can be made again", async () => {
    await using service = await settingsService();
    using rescue = disposable(connect(service));
    await settings(rescue.client);
    service.forget();
    const error = await thrown(NotAuthenticatedError, report(rescue.client));
    expect(error).to.include({ code: "NotLoggedIn", operation: "getReport", outcome: "answered" });
    await settings(rescue.client);
    await report(rescue.client);
    expect(called(service)).to.deep.equal(["login", "setTimeZone", "getReport", "login", "setTimeZone", "getReport"]);
  });

  it("are also reported as lost where another call has noticed and logged in again", async () => {
    await using service = await settingsService();
    using rescue = disposable(connect(service));
    await settings(rescue.client);
    service.forget();
    await readNode(rescue.client);
    // The report would come with the new login's settings, which are not the caller's.
    await thrown(NotAuthenticatedError, report(rescue.client));
  });

  it("stay on the first login, and other calls go to the others", async () => {
    await using service = await settingsService();
    using rescue = disposable(connect(service, { connections: 4 }));
    await settings(rescue.client);
    await Promise.all([
      ...Array.from({ length: 8 }, () => readNode(rescue.client)),
      ...Array.from({ length: 4 }, () => settings(rescue.client)),
    ]);
    const cookies = (operation: string) =>
      new Set(service.requests.filter((request) => request.operation === operation).map(({ head }) => cookieIn(head)));
    expect([...cookies("setTimeZone")]).to.deep.equal(["ASP.NET_SessionId=1"]);
    expect([...cookies("getSession_V3")].sort()).to.deep.equal([1, 2, 3, 4].map((id) => `ASP.NET_SessionId=${id}`));
    expect(called(service).filter((operation) => operation === "login")).to.have.length(4);
  });

  it("with an auth code alone, no cookie is sent, not even one that the service has set", async () => {
    await using service = await rawService(
      answering((request) => resultOf(request, "OK", { "Set-Cookie": "ASP.NET_SessionId=tracked; path=/" })),
    );
    using rescue = disposable(connect(service, { credentials: { authCode: AUTH_CODE }, connections: 4 }));
    for (const call of [settings, report, readNode, readNode]) await call(rescue.client);
    expect(called(service)).to.deep.equal(["setTimeZone", "getReport", "getSession_V3", "getSession_V3"]);
    for (const { head } of service.requests) expect(cookieIn(head)).to.equal(undefined);
  });
});

function disposable(client: RescueClient): { client: RescueClient } & Disposable {
  return { client, [Symbol.dispose]: () => client.close() };
}
