import { inspect } from "node:util";
import { expect } from "chai";
import { type EmulatorSnapshot, VirtualClock } from "../../../../src/emulator/index.js";
import { InvalidArgumentError } from "../../../../src/errors/invalid-argument-error.js";
import { type Emulator, startEmulator } from "../../../reference/service.js";
import { ADMINISTRATOR, AUTH_CODE, call, closing, credentials, logIn, resultOf } from "../../wire.js";

const MINUTE = 60_000;

describe("a snapshot", () => {
  let emulator: Emulator;
  let clock: VirtualClock;
  beforeEach(async () => {
    clock = new VirtualClock(Date.UTC(2026, 0, 1));
    emulator = await startEmulator({ clock });
  });
  afterEach(() => emulator.close());

  const result = async (operation: string, inner: string, cookie?: string) =>
    resultOf(await call(emulator.endpoint, operation, inner, cookie ? { cookie } : {}));

  it("restores the desk and the logins, any number of times", async () => {
    const cookie = await logIn(emulator.endpoint);
    await result("closeSession", closing(20000001), cookie);
    const snapshot = emulator.snapshot();
    for (let round = 0; round < 2; round += 1) {
      expect(await result("closeSession", closing(20000002), cookie)).to.equal("closeSessionRet_OK");
      await result("logout", "", cookie);
      expect(emulator.logins()).to.equal(0);
      emulator.restore(snapshot);
      expect([emulator.logins(), emulator.log.length, emulator.executions("closeSession")]).to.deep.equal([1, 0, 0]);
    }
    expect(await result("closeSession", closing(20000001), cookie)).to.equal("closeSessionRet_InvalidParam_Session");
    expect(await result("closeSession", closing(20000002), cookie)).to.equal("closeSessionRet_OK");
  });

  it("keeps the remaining time of a login, its settings and the counts of limits, from the moment of restoring", async () => {
    const cookie = await logIn(emulator.endpoint);
    await result("setDelimiter", "<sDelimiter>#</sDelimiter>", cookie);
    await result("setDelimiter", `<sDelimiter>%</sDelimiter><sAuthCode>${AUTH_CODE}</sAuthCode>`);
    clock.advance(15 * MINUTE);
    for (let logins = 0; logins < 10; logins += 1) await result("login", ADMINISTRATOR);
    const snapshot = emulator.snapshot();
    clock.advance(60 * MINUTE);
    expect(emulator.logins()).to.equal(0);
    emulator.restore(snapshot);
    expect(await result("login", ADMINISTRATOR)).to.equal("login_LimitReached");
    const delimiter = async (inner: string, own?: string) =>
      (await call(emulator.endpoint, "getDelimiter", inner, own ? { cookie: own } : {})).body;
    expect(await delimiter(`<sAuthCode>${AUTH_CODE}</sAuthCode>`)).to.contain("<sDelimiter>%<");
    clock.advance(4 * MINUTE);
    expect(await delimiter("", cookie)).to.contain("<sDelimiter>#<");
    emulator.restore(snapshot);
    clock.advance(5 * MINUTE);
    expect(await result("closeSession", closing(20000001), cookie)).to.equal("closeSessionRet_NotLoggedInAsAdmin");
  });

  it("keeps the counts of an unknown address", async () => {
    const stranger = "<sEmail>nobody@email.com</sEmail><sPassword>x</sPassword>";
    for (let logins = 0; logins < 10; logins += 1) await result("login", stranger);
    const snapshot = emulator.snapshot();
    emulator.reset();
    expect(await result("login", stranger)).to.equal("login_Invalid");
    emulator.restore(snapshot);
    expect(await result("login", stranger)).to.equal("login_LimitReached");
  });

  it("continues with ids and codes where it was", async () => {
    const code = async () => (await call(emulator.endpoint, "requestAuthCode", ADMINISTRATOR)).body;
    const first = await code();
    const snapshot = emulator.snapshot();
    const second = await code();
    expect(second).not.to.equal(first);
    emulator.restore(snapshot);
    expect(await code()).to.equal(second);
  });

  it("is not affected by later calls", async () => {
    const cookie = await logIn(emulator.endpoint);
    const session = emulator.desk.newSession();
    const snapshot = emulator.snapshot();
    const before = emulator.export();
    emulator.desk.say(session, "Customer", "hello");
    emulator.desk.setConsole(201, "Offline");
    await result("setDelimiter", "<sDelimiter>#</sDelimiter>", cookie);
    emulator.restore(snapshot);
    expect(emulator.export()).to.deep.equal(before);
    await result("setDelimiter", "<sDelimiter>!</sDelimiter>", cookie);
    emulator.restore(snapshot);
    expect((await call(emulator.endpoint, "getDelimiter", "", { cookie })).body).to.contain("<sDelimiter>|<");
  });

  it("can be restored in another emulator, and shows none of its content", async () => {
    const cookie = await logIn(emulator.endpoint);
    const snapshot = emulator.snapshot();
    await using other = await startEmulator();
    other.restore(snapshot);
    expect(resultOf(await call(other.endpoint, "closeSession", closing(20000001), { cookie }))).to.match(/OK$/);
    const shown = `${inspect(snapshot, { depth: 9, showHidden: true })}${JSON.stringify(snapshot)}`;
    for (const secret of [cookie.split("=")[1], "secretPassword", AUTH_CODE]) expect(shown).not.to.contain(secret);
  });

  it("ends faults, handlers and calls in progress, like a reset", async () => {
    const snapshot = emulator.snapshot();
    emulator.faults.add({ operation: "*", phase: "before", kind: "latency", delay: 600_000 });
    emulator.on("closeSession", () => ({ closeSessionResult: "closeSessionRet_Error" }));
    const held = result("login", ADMINISTRATOR);
    while (emulator.faults.list()[0]?.played !== 1) await new Promise(setImmediate);
    emulator.restore(snapshot);
    expect(await held).to.equal("login_Error");
    expect(emulator.faults.list()).to.deep.equal([]);
    expect(await result("closeSession", closing(20000001, AUTH_CODE))).to.equal("closeSessionRet_OK");
  });

  it("is refused if it is invalid", () => {
    for (const none of [undefined, {}, emulator.export()]) {
      expect(() => emulator.restore(none as unknown as EmulatorSnapshot)).to.throw(
        InvalidArgumentError,
        /^emulator.restore/,
      );
    }
  });
});

describe("dropLogins()", () => {
  it("ends every cookie login at once, and does not change the desk", async () => {
    await using emulator = await startEmulator();
    const cookies = [
      await logIn(emulator.endpoint),
      await logIn(emulator.endpoint, credentials("other@email.com", "secretPassword")),
    ];
    await call(emulator.endpoint, "closeSession", closing(20000001), { cookie: String(cookies[0]) });
    expect(emulator.dropLogins()).to.equal(2);
    expect(emulator.logins()).to.equal(0);
    for (const cookie of cookies) {
      const reply = await call(emulator.endpoint, "closeSession", closing(20000002), { cookie });
      expect(resultOf(reply)).to.equal("closeSessionRet_NotLoggedInAsAdmin");
    }
    expect(emulator.executions("closeSession", 20000001)).to.equal(1);
    expect(emulator.dropLogins()).to.equal(0);
  });
});

describe("an exported seed", () => {
  it("never gives out an auth code that somebody has, however often it is restored", async () => {
    await using emulator = await startEmulator({ limits: false });
    const codeOf = async (email: string) => {
      const inner = `<sEmail>${email}</sEmail><sPassword>secretPassword</sPassword>`;
      return /<sAuthCode>(\w+)</.exec((await call(emulator.endpoint, "requestAuthCode", inner)).body)?.[1];
    };
    const first = await codeOf("some@email.com");
    emulator.reset(emulator.export());
    const second = await codeOf("other@email.com");
    expect(second).to.be.a("string").and.not.to.equal(first);
    expect(() => emulator.reset(emulator.export())).not.to.throw();
  });
});
