import { expect } from "chai";
import {
  type LoginAndCloseSessionOptions,
  NotAuthenticatedError,
  ProtocolError,
  RescueError,
} from "../../src/index.js";
import { ADMINISTRATOR, SESSION, TECHNICIAN } from "../client/guide-values.js";
import { thrown } from "../client/thrown.js";
import { virtualTime } from "../client/virtual-time.js";
import { type Emulator, loginAndCloseSession, startEmulator } from "../reference/service.js";
import { connectedClients } from "./connected-clients.js";
import { answering, httpMessage, type RawService, rawService, resultOf } from "./raw-service.js";

const MINUTE = 60_000;
const SECOND = 1_000;

let passwords = 0;
/** A password that was not refused in another test: paced logins share one memory in the process. */
const wrong = () => {
  passwords += 1;
  return { ...ADMINISTRATOR, password: `wrong${passwords}` };
};

const connect = connectedClients();

const refused = async (call: Promise<unknown>, code = "Invalid", outcome = "not-sent") =>
  expect(await thrown(NotAuthenticatedError, call)).to.include({ code, operation: "login", outcome });

describe("a wrong password", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.close());
  const logins = () => emulator.log.filter(({ operation }) => operation === "login").length;

  for (const paceLogins of [true, false]) {
    describe(paceLogins ? "where logins are paced" : "where they are not", () => {
      it("is sent once by ten parallel logins", async () => {
        const rescue = connect(emulator, { credentials: wrong(), connections: 10, paceLogins });
        const calls = Array.from({ length: 30 }, (_, index) => rescue.closeSession(SESSION + index));
        for (const call of calls) await refused(call);
        await refused(rescue.closeSession(SESSION));
        await refused(rescue.login());
        expect(logins()).to.equal(1);
      });

      it("is sent once by a hundred parallel clients", async () => {
        const options: LoginAndCloseSessionOptions = {
          ...wrong(),
          endpoint: emulator.endpoint,
          session: SESSION,
          paceLogins,
        };
        const calls = Array.from({ length: 100 }, () => loginAndCloseSession(options));
        for (const call of calls) await refused(call);
        expect(logins()).to.equal(1);
      });

      it("is sent once when it was right until all ten logins were forgotten", async () => {
        const credentials = { ...ADMINISTRATOR, email: paceLogins ? "once@email.com" : "other-once@email.com" };
        const state = emulator.export();
        const [administrator] = state.users;
        const user = { ...administrator, email: credentials.email, authCode: undefined, roles: { administrator: 199 } };
        emulator.reset({ ...state, users: [...state.users, user] } as typeof state);
        const rescue = connect(emulator, { credentials, connections: 5, paceLogins });
        const close = () => Promise.allSettled(state.sessions.slice(0, 5).map(({ id }) => rescue.closeSession(id)));
        await close();
        expect(logins()).to.equal(5);
        emulator.reset({ ...state, users: [...state.users, { ...user, password: "anotherPassword" }] } as typeof state);
        for (const end of await close()) {
          expect(end).to.have.nested.property("reason.code", "Invalid");
        }
        expect(logins()).to.equal(1);
      });
    });
  }

  it("is not sent again by a later client, in whatever case the address is written", async () => {
    const credentials = wrong();
    await refused(connect(emulator, { credentials, paceLogins: true }).login(), "Invalid", "answered");
    for (const email of [credentials.email, "SOME@Email.com"]) {
      for (const endpoint of [emulator.endpoint, emulator.endpoint.toLowerCase().replace("127.0.0.1", "localhost")]) {
        const client = connect({ endpoint }, { credentials: { ...credentials, email }, paceLogins: true });
        await refused(client.closeSession(SESSION));
      }
    }
    expect(logins()).to.equal(1);
  });

  it("that one client finds to be right is right for all, where logins are paced", async () => {
    const credentials = wrong();
    const clients = [
      connect(emulator, { credentials, paceLogins: true }),
      connect(emulator, { credentials, paceLogins: true }),
    ];
    for (const client of clients) await thrown(NotAuthenticatedError, client.login());
    const state = emulator.export();
    const users = state.users.map((user) =>
      user.email === credentials.email ? { ...user, password: credentials.password } : user,
    );
    emulator.reset({ ...state, users });
    await clients[0]?.login({ again: true });
    expect(await clients[1]?.closeSession(SESSION)).to.include({ code: "OK" });
  });

  it("does not affect another password, another user or another endpoint", async () => {
    const credentials = wrong();
    await refused(connect(emulator, { credentials, paceLogins: true }).login(), "Invalid", "answered");
    await connect(emulator, { paceLogins: true }).login();
    const other = { ...TECHNICIAN, password: credentials.password };
    await refused(connect(emulator, { credentials: other, paceLogins: true }).login(), "Invalid", "answered");
    await using elsewhere = await startEmulator();
    await refused(connect(elsewhere, { credentials, paceLogins: true }).login(), "Invalid", "answered");
  });

  it("is sent once by each client on this machine, where logins are not paced", async () => {
    const credentials = wrong();
    for (let client = 1; client <= 3; client += 1) {
      const rescue = connect(emulator, { credentials });
      for (let call = 0; call < 3; call += 1) await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
      expect(logins()).to.equal(client);
    }
  });

  for (const paceLogins of [true, false]) {
    it(`is sent once more by login({ again: true }), and is right then (paceLogins: ${paceLogins})`, async () => {
      const credentials = wrong();
      const rescue = connect(emulator, { credentials, paceLogins });
      for (let login = 0; login < 3; login += 1) await thrown(NotAuthenticatedError, rescue.login());
      await refused(rescue.login({ again: true }), "Invalid", "answered");
      await refused(rescue.closeSession(SESSION));
      expect(logins()).to.equal(2);
      const state = emulator.export();
      const users = state.users.map((user) =>
        user.email === credentials.email ? { ...user, password: credentials.password } : user,
      );
      emulator.reset({ ...state, users });
      await refused(rescue.closeSession(SESSION));
      expect(await rescue.login({ again: true })).to.include({ code: "OK" });
      expect(await rescue.closeSession(SESSION)).to.include({ code: "OK" });
    });
  }
});

describe("a refusal that does not depend on the password", () => {
  const answeringLogins = (code: () => string | number): Promise<RawService> =>
    rawService(
      answering((request) => {
        const answer = request.operation === "login" ? code() : "OK";
        if (typeof answer === "number") return httpMessage(503, undefined, { "Retry-After": String(answer) });
        const known = /^(?:OK|Invalid|LimitReached|GlobalIpRestricted)$/.test(answer);
        const text = resultOf(request, known ? answer : "Invalid");
        // A literal that a newer WSDL may have.
        const grown = text.replace("login_Invalid", `login_${answer}`);
        return known ? text : grown.replace(/Content-Length: \d+/, `Content-Length: ${bodyLength(grown)}`);
      }),
    );
  const bodyLength = (message: string) => Buffer.byteLength(message.slice(message.indexOf("\r\n\r\n") + 4));

  for (const code of ["LimitReached", "User_Deleted_Or_Disabled", "GlobalIpRestricted"]) {
    it(`${code} is remembered for as long as logins count, by all clients, and then forgotten`, async () => {
      using time = virtualTime();
      let answer = code;
      await using service = await answeringLogins(() => answer);
      const first = connect(service, { paceLogins: true });
      await refused(first.closeSession(SESSION), code);
      const others = [
        connect(service, { paceLogins: true }),
        connect(service, { paceLogins: true, connections: 4 }),
        connect(service, { credentials: wrong(), paceLogins: true }),
      ];
      answer = "OK";
      time.pass(3 * MINUTE);
      for (const rescue of [first, ...others]) await refused(rescue.closeSession(SESSION), code);
      expect(service.requests).to.have.length(1);
      time.pass(3 * SECOND);
      for (const rescue of [first, ...others]) expect(await rescue.closeSession(SESSION)).to.include({ code: "OK" });
    });
  }

  it("by an overloaded service is remembered for as long as it says, but at most an hour", async () => {
    for (const [seconds, held] of [
      [30, 30],
      [600, 600],
      [999_999, 3_600],
    ] as const) {
      using time = virtualTime();
      let answer: string | number = seconds;
      await using service = await answeringLogins(() => answer);
      const rescue = connect(service, { paceLogins: true });
      const refusedForNow = async () => {
        const error = await thrown(ProtocolError, rescue.closeSession(SESSION, { timeout: 5_000 }));
        expect(error).to.include({ status: 503, outcome: "not-sent", operation: "login" });
      };
      await refusedForNow();
      answer = "OK";
      time.pass(held * SECOND - 1);
      await refusedForNow();
      expect(service.requests).to.have.length(1);
      time.pass(1);
      await rescue.closeSession(SESSION);
    }
  });

  it("is not remembered where logins are not paced", async () => {
    let answer = "LimitReached";
    await using service = await answeringLogins(() => answer);
    const rescue = connect(service);
    for (let call = 0; call < 3; call += 1) await refused(rescue.closeSession(SESSION), "LimitReached");
    answer = "OK";
    await rescue.closeSession(SESSION);
  });

  it("login({ again: true }) asks again for a disabled user, and not for a limit", async () => {
    for (const [code, requests] of [
      ["User_Deleted_Or_Disabled", 2],
      ["LimitReached", 1],
    ] as const) {
      await using service = await answeringLogins(() => code);
      const rescue = connect(service, { paceLogins: true });
      await thrown(NotAuthenticatedError, rescue.login());
      await thrown(NotAuthenticatedError, rescue.login({ again: true }));
      expect(service.requests).to.have.length(requests);
    }
  });

  it("does not send calls to lanes that cannot log in: one that is logged in takes them all", async () => {
    let logins = 0;
    await using service = await answeringLogins(() => {
      logins += 1;
      return logins === 1 ? "OK" : "LimitReached";
    });
    const rescue = connect(service, { connections: 4, paceLogins: true });
    await rescue.login();
    await Promise.allSettled(Array.from({ length: 4 }, (_, index) => rescue.closeSession(SESSION + index)));
    await Promise.all(Array.from({ length: 40 }, (_, index) => rescue.closeSession(SESSION + index)));
    expect(logins).to.equal(2);
  });
});

describe("logins of one user", () => {
  for (const paceLogins of [true, false]) {
    it(`are made one at a time, over all clients (paceLogins: ${paceLogins})`, async () => {
      let underWay = 0;
      let most = 0;
      await using service = await rawService(async (connection) => {
        for (;;) {
          const request = await connection.request();
          if (request.operation === "login") {
            underWay += 1;
            most = Math.max(most, underWay);
            for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);
            underWay -= 1;
          }
          await connection.write(resultOf(request));
        }
      });
      const logins = Array.from({ length: 10 }, () => connect(service, { paceLogins }).login());
      await Promise.all(logins);
      expect(most).to.equal(1);
      expect(service.requests).to.have.length(10);
    });
  }

  it("do not wait for an unanswered one as long as its caller does", async () => {
    using time = virtualTime();
    await using service = await rawService(async (connection) => {
      for (;;) {
        const request = await connection.request();
        if (connection.number === 1) return;
        await connection.write(resultOf(request));
      }
    });
    const stuck = connect(service, { timeout: Number.POSITIVE_INFINITY });
    const first = thrown(RescueError, stuck.login());
    await service.played;
    const second = connect(service).login();
    time.pass(20 * SECOND - 1);
    await new Promise(setImmediate);
    expect(service.requests).to.have.length(1);
    time.pass(1);
    await second;
    stuck.close();
    await first;
  });
});
