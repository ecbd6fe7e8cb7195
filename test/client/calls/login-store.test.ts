import { expect } from "chai";
import {
  DeadlineError,
  InvalidArgumentError,
  type LoginLock,
  NotAuthenticatedError,
  type RescueEvents,
} from "../../../src/index.js";
import { answering, rawService, resultOf } from "../../faults/raw-service.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { AsyncStore } from "../async-store.js";
import { ADMINISTRATOR, AUTH_CODE, SESSION, TECHNICIAN } from "../guide-values.js";
import { MemoryLogins } from "../memory-logins.js";
import { thrown } from "../thrown.js";

const SESSIONS = Array.from({ length: 10 }, (_, index) => 20000001 + index);
const WRONG = { ...ADMINISTRATOR, password: "wrong" };
const DAY = 24 * 60 * 60 * 1000;

describe("a login in a store of the caller's", () => {
  let emulator: Emulator;
  let shared: MemoryLogins;
  beforeEach(async () => {
    emulator = await startEmulator();
    shared = new MemoryLogins();
  });
  afterEach(() => emulator.close());

  type Options = Partial<ConstructorParameters<typeof RescueClient>[0]>;
  const connect = (more: Options = {}) =>
    new RescueClient({
      credentials: ADMINISTRATOR,
      endpoint: emulator.endpoint,
      jar: { store: shared, lock: shared.lock },
      ...more,
    });
  const count = (name: string) => emulator.log.filter(({ operation }) => operation === name).length;
  const closeAll = (more?: Options) => Promise.all(SESSIONS.map((session) => connect(more).closeSession(session)));

  it("is made once for clients at once, also when the service has forgotten it, and ends with logout()", async () => {
    await closeAll();
    expect(count("login")).to.equal(1);
    emulator.clock.advance(21 * 60_000);
    const clients = SESSIONS.map(() => connect());
    await Promise.all(clients.map((client) => client.operations.getHierarchy()));
    expect(count("login")).to.equal(2);
    await clients[0]?.logout();
    expect(shared.record).not.to.have.property("login");
    expect(shared.isLocked).to.equal(false);
  });

  it("is made by one at least, and kept, without a lock", async () => {
    await closeAll({ jar: { store: shared } });
    expect(count("login")).to.be.within(1, SESSIONS.length);
    await connect({ jar: { store: shared } }).closeSession(SESSION);
    expect(emulator.log.at(-2)).not.to.include({ operation: "login" });
  });

  it("is made once over a Store of tough-cookie with a lock", async () => {
    await closeAll({ jar: { store: new AsyncStore(), lock: shared.lock } });
    expect(count("login")).to.equal(1);
    expect(shared.isLocked).to.equal(false);
  });

  it("shows neither who logs in nor where in its key", async () => {
    await connect().login();
    const [key = ""] = shared.texts.keys();
    expect(key).to.match(/^[0-9a-f]{64}$/);
    await connect({ credentials: TECHNICIAN }).login();
    expect(shared.texts).to.have.length(2);
  });

  for (const [what, jar] of [
    ["an unknown member", { store: new MemoryLogins(), lok: async () => async () => {} }],
    ["a lock that is no function", { store: new MemoryLogins(), lock: {} }],
    ["a store that is none", { store: { get: async () => "" } }],
    ["a Map", { store: new Map() }],
  ] as const) {
    it(`with ${what} is refused`, () => {
      expect(() => connect({ jar: jar as never })).to.throw(InvalidArgumentError, "jar: expected");
    });
  }

  it("needs credentials with a login", () => {
    expect(() => connect({ credentials: { authCode: AUTH_CODE } })).to.throw(InvalidArgumentError, /jar/);
  });

  describe("where the password was refused", () => {
    const refused = async (more: Options = {}) =>
      thrown(NotAuthenticatedError, connect({ credentials: WRONG, ...more }).closeSession(SESSION));

    it("it is sent once by clients at once and later, and only its salted hash is kept", async () => {
      const errors = await Promise.all([1, 2, 3].map(() => refused()));
      const later = await refused();
      expect(count("login")).to.equal(1);
      for (const error of [...errors, later]) expect(error).to.include({ code: "Invalid", outcome: "not-sent" });
      expect(later).to.include({ attempts: 0, user: ADMINISTRATOR.email, credentials: "login" });
      expect(later.message).to.match(/refused this password at \d{4}-/);
      expect(shared.record).to.have.nested.property("refused.passwords").that.has.length(1);
      expect(JSON.stringify(shared.record)).not.to.contain("wrong");
    });

    it("another one is sent, logs in, and ends what was known of the first", async () => {
      await refused();
      await connect().closeSession(SESSION);
      expect(count("login")).to.equal(2);
      expect(shared.record).not.to.have.property("refused");
    });

    it("it is sent once more by login({ again: true })", async () => {
      await refused();
      const error = await thrown(NotAuthenticatedError, connect({ credentials: WRONG }).login({ again: true }));
      expect(error.outcome).to.equal("answered");
      await refused();
      expect(count("login")).to.equal(2);
    });

    it("and is right by now, whoever was refused logs in once one of them has", async () => {
      const clients = [connect({ credentials: WRONG }), connect({ credentials: WRONG })];
      for (const client of clients) await thrown(NotAuthenticatedError, client.login());
      const state = emulator.export();
      const users = state.users.map((user) => (user.email === WRONG.email ? { ...user, password: "wrong" } : user));
      emulator.reset({ ...state, users });
      await connect({ credentials: WRONG }).login({ again: true });
      for (const client of clients) await client.operations.getHierarchy();
      // Also the one that had sent it, without the login.
      shared.record = { ...shared.record, login: undefined, cookies: undefined };
      emulator.clock.advance(21 * 60_000);
      for (const client of clients) await client.operations.getHierarchy();
      expect(count("login")).to.equal(2);
    });

    it("it is forgotten after a day, also where it seems to come", async () => {
      for (const offset of [-DAY, DAY + 60_000]) {
        await refused();
        const before = count("login");
        const { refused: kept } = shared.record as { refused: { passwords: { hash: string; time: number }[] } };
        const passwords = kept.passwords.map((one) => ({ ...one, time: one.time + offset }));
        shared.record = { ...shared.record, refused: { ...kept, passwords } };
        await refused();
        expect(count("login")).to.equal(before + 1);
      }
    });
  });

  describe("whose cookies the service renews", () => {
    /** What a service answers that sets these cookies with its next replies, and the cookies that it received. */
    const renewing = async (lines: (string | undefined)[], received: (string | undefined)[]) =>
      rawService(
        answering((request) => {
          if (request.operation !== "login") received.push(/^cookie: (.*)$/im.exec(request.head)?.[1]);
          const line = lines.shift();
          const reply = resultOf(request);
          return line === undefined ? reply : reply.replace("\r\n", `\r\nSet-Cookie: ${line}\r\n`);
        }),
      );

    it("keeps a second and a rotating one for the next client, and writes only what has changed", async () => {
      const received: (string | undefined)[] = [];
      const lines = ["login=1; path=/", "ticket=1; path=/", undefined, "ticket=1; path=/", "ticket=2; path=/"];
      await using service = await renewing(lines, received);
      const { endpoint } = service;
      const client = connect({ endpoint });
      const writes: number[] = [];
      for (let call = 0; call < 4; call += 1) {
        await client.closeSession(SESSION);
        writes.push(shared.writes);
      }
      expect(writes).to.deep.equal([2, 2, 2, 3]);
      await connect({ endpoint }).closeSession(SESSION);
      expect(received.at(-1)).to.equal("login=1; ticket=2");
      expect(service.requests.filter(({ operation }) => operation === "login")).to.have.length(1);
    });

    it("does not write those of a login that another has replaced or ended", async () => {
      const lines = ["login=1; path=/", undefined, "ticket=1; path=/", "ticket=2; path=/"];
      await using service = await renewing(lines, []);
      const client = connect({ endpoint: service.endpoint });
      await client.closeSession(SESSION);
      const other = { ...shared.record, login: "another", cookies: ["login=2"] };
      shared.record = other;
      await client.closeSession(SESSION);
      expect(shared.record).to.deep.equal(other);
      const none = { ...shared.record, login: undefined, cookies: undefined };
      shared.record = none;
      await client.closeSession(SESSION);
      expect(shared.record).not.to.have.property("login");
    });

    it("takes over what another client has renewed, before it makes a login", async () => {
      let valid = "login=1";
      let logins = 0;
      await using service = await rawService(
        answering((request) => {
          if (request.operation === "login") {
            logins += 1;
            return resultOf(request).replace("\r\n", `\r\nSet-Cookie: ${valid}; path=/\r\n`);
          }
          return resultOf(request, request.head.includes(valid) ? "OK" : "NotLoggedInAsAdmin");
        }),
      );
      const { endpoint } = service;
      const client = connect({ endpoint });
      await client.closeSession(SESSION);
      valid = "login=2";
      shared.record = { ...shared.record, revision: 1, cookies: ["login=2; path=/"] };
      await client.closeSession(SESSION);
      expect(logins).to.equal(1);
    });

    it("answers the call also where they cannot be kept", async () => {
      const lines = ["login=1; path=/", undefined, "ticket=1; path=/"];
      await using service = await renewing(lines, []);
      const client = connect({ endpoint: service.endpoint });
      await client.closeSession(SESSION);
      shared.trouble.get = "hangs";
      expect(await client.closeSession(SESSION, { timeout: 200 })).to.include({ code: "OK" });
    });
  });

  describe("with logins that are paced", () => {
    const paced = (more: Options = {}) => connect({ paceLogins: true, ...more });

    it("counts those of all processes: the eleventh is not sent before its time", async () => {
      await paced().login();
      expect(shared.record).to.have.property("times").that.has.length(1);
      const times = Array.from({ length: 10 }, () => Date.now());
      shared.record = { ...shared.record, login: undefined, cookies: undefined, times };
      const client = paced({ timeout: 1_000 });
      const events: RescueEvents["paced"][] = [];
      client.on("paced", (event) => events.push(event));
      const error = await thrown(DeadlineError, client.closeSession(SESSION));
      expect(error.outcome).to.equal("not-sent");
      expect(events[0]).to.have.property("milliseconds").that.is.within(170_000, 182_000);
      expect(count("login")).to.equal(1);
    });

    it("counts neither a login that was not sent nor one long ago", async () => {
      await paced().login();
      const times = Array.from({ length: 10 }, () => Date.now() - 182_000);
      shared.record = { ...shared.record, login: undefined, cookies: undefined, times };
      await emulator.close();
      await paced({ retry: false })
        .login()
        .catch(() => {});
      expect(shared.record.times).to.deep.equal([]);
    });

    it("never lets two take the last place, also without a lock", async () => {
      await paced().login();
      const times = Array.from({ length: 9 }, () => Date.now());
      shared.record = { ...shared.record, login: undefined, cookies: undefined, times };
      // Another process logs in first, in the moment between reading and writing.
      shared.meanwhile = async () => {
        shared.meanwhile = async () => {};
        shared.record = { ...shared.record, times: [...times, Date.now()] };
      };
      const client = paced({ timeout: 1_000, jar: { store: shared } });
      await thrown(DeadlineError, client.closeSession(SESSION));
      expect(count("login")).to.equal(1);
    });
  });

  describe("whose lock", () => {
    it("was lost overwrites nothing that was written since", async () => {
      let isFirst = true;
      // It has expired at once.
      const lost: LoginLock = async () => async () => {};
      await connect({ credentials: WRONG })
        .login()
        .catch(() => {});
      shared.meanwhile = async () => {
        if (!isFirst) return;
        isFirst = false;
        shared.record = { ...shared.record, times: [1, 2, 3] };
      };
      await connect({ jar: { store: shared, lock: lost } }).login();
      expect(shared.record).to.deep.include({ times: [1, 2, 3] });
      expect(shared.record).to.have.property("login").that.is.a("string");
    });

    it("rejects, or its release does: an error of ours, or the answer", async () => {
      const failing: LoginLock = () => Promise.reject(new Error("PLANTED"));
      const call = connect({ jar: { store: shared, lock: failing } }).closeSession(SESSION);
      const error = await thrown(InvalidArgumentError, call);
      expect(error).to.include({ outcome: "not-sent" });
      expect(error.message).to.contain("its lock failed").and.not.to.contain("PLANTED");
      expect(emulator.log).to.deep.equal([]);
      const stuck: LoginLock = async () => () => Promise.reject(new Error("PLANTED"));
      await connect({ jar: { store: shared, lock: stuck } }).closeSession(SESSION);
    });

    it("comes when nobody waits for it any longer, is released", async () => {
      let take = () => {};
      const come = new Promise<void>((resolve) => {
        take = resolve;
      });
      let isReleased = () => {};
      const released = new Promise<void>((resolve) => {
        isReleased = resolve;
      });
      const late: LoginLock = async () => {
        await come;
        return async () => isReleased();
      };
      const error = await thrown(
        DeadlineError,
        connect({ timeout: 100, jar: { store: shared, lock: late } }).closeSession(SESSION),
      );
      expect(error.outcome).to.equal("not-sent");
      take();
      await released;
      expect(emulator.log).to.deep.equal([]);
    });
  });

  describe("whose store", () => {
    it("fails to read: an error of ours, and nothing is sent", async () => {
      shared.trouble.get = "fails";
      const error = await thrown(InvalidArgumentError, connect().closeSession(SESSION));
      expect(error.message).to.contain("its store failed").and.not.to.contain("PLANTED");
      expect(emulator.log).to.deep.equal([]);
    });

    it("never answers: the timeout ends the call", async () => {
      shared.trouble.get = "hangs";
      const error = await thrown(DeadlineError, connect({ timeout: 100 }).closeSession(SESSION));
      expect(error.outcome).to.equal("not-sent");
    });

    for (const set of ["fails", "never"] as const) {
      it(`does not keep the login (${set}): the call is made all the same`, async () => {
        shared.trouble.set = set;
        expect(await connect().closeSession(SESSION)).to.include({ code: "OK" });
      });
    }

    for (const [what, text] of [
      ["another program's text", "PLANTED"],
      ["a text without an end", " ".repeat(300_000)],
      ["a number", 7],
    ] as const) {
      it(`holds ${what}: it is refused, and not shown`, async () => {
        const store = { get: async () => text as string, compareAndSet: async () => true };
        const error = await thrown(InvalidArgumentError, connect({ jar: { store } }).closeSession(SESSION));
        expect(error.message).not.to.contain("PLANTED");
        expect(emulator.log).to.deep.equal([]);
      });
    }
  });
});
