import { expect } from "chai";
import { VirtualClock } from "../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { answersOf } from "./answers.js";
import {
  ADMINISTRATOR,
  AUTH_CODE,
  call,
  closing,
  cookieOf,
  credentials,
  envelope,
  exchange,
  headersOf,
  logIn,
  NAMESPACE,
  resultOf,
  VERSIONS,
} from "./wire.js";

const MINUTE = 60_000;

describe("login, logout, requestAuthCode", () => {
  let now = 0;
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ clock: new VirtualClock(now) });
  });
  beforeEach(() => {
    now = 1_000_000;
    emulator.reset();
  });
  after(() => emulator.close());
  const result = async (operation: string, inner: string, cookie?: string) =>
    resultOf(await call(emulator.endpoint, operation, inner, cookie ? { cookie } : {}));
  const close = (session: number, cookie: string) => result("closeSession", closing(session), cookie);

  for (const version of VERSIONS) {
    it(`SOAP ${version}: Invalid for a wrong password, an unknown and a disabled user`, async () => {
      for (const wrong of [
        credentials("some@email.com", "SecretPassword"),
        credentials("nobody@email.com", "secretPassword"),
        credentials("disabled@email.com", "secretPassword"),
        "",
      ]) {
        expect(resultOf(await call(emulator.endpoint, "login", wrong, { version }))).to.equal("login_Invalid");
      }
      expect(emulator.logins()).to.equal(0);
      expect(emulator.executions("login")).to.equal(0);
    });
  }

  it("takes the email address in any case", async () => {
    expect(await result("login", credentials("SOME@email.COM", "secretPassword"))).to.equal("login_OK");
    expect(emulator.executions("login", "some@email.com")).to.equal(1);
    expect(emulator.executions("login", "Some@Email.com")).to.equal(1);
  });

  it("sets the cookie once; a login over the old cookie keeps it", async () => {
    const cookie = await logIn(emulator.endpoint);
    const again = await call(emulator.endpoint, "login", ADMINISTRATOR, { cookie });
    expect(cookieOf(again)).to.equal(undefined);
    expect(emulator.logins()).to.equal(1);
  });

  it("ends a login after 20 minutes without a call, and each call starts them anew", async () => {
    const cookie = await logIn(emulator.endpoint);
    emulator.clock.advance(19 * MINUTE);
    expect(await close(20000001, cookie)).to.equal("closeSessionRet_OK");
    emulator.clock.advance(19 * MINUTE);
    expect(await close(20000002, cookie)).to.equal("closeSessionRet_OK");
    expect(emulator.logins()).to.equal(1);
    emulator.clock.advance(20 * MINUTE);
    expect(emulator.logins()).to.equal(0);
    expect(await close(20000003, cookie)).to.equal("closeSessionRet_NotLoggedInAsAdmin");
  });

  it("logs out: OK, then NotLoggedIn, and the cookie is worth nothing", async () => {
    const cookie = await logIn(emulator.endpoint);
    expect(await result("logout", "", cookie)).to.equal("logout_OK");
    expect(await result("logout", "", cookie)).to.equal("logout_NotLoggedIn");
    expect(await result("logout", "")).to.equal("logout_NotLoggedIn");
    expect(await close(20000001, cookie)).to.equal("closeSessionRet_NotLoggedInAsAdmin");
    expect(emulator.logins()).to.equal(0);
  });

  it("takes a user who was disabled meanwhile for logged out: NotLoggedIn, and no login that counts", async () => {
    const cookie = await logIn(emulator.endpoint, credentials("tech@email.com", "secretPassword"));
    const disabling = "<iNodeID>201</iNodeID><eStatus>Disabled</eStatus><sAuthCode>4ahx...80u0</sAuthCode>";
    expect(await result("setUserStatus_v7_1", disabling)).to.equal("OK");
    expect(emulator.logins()).to.equal(0);
    const { body } = await exchange(emulator.endpoint, { method: "GET", path: "/" });
    expect(body).to.contain("Nobody is logged in.");
    expect(await result("logout", "", cookie)).to.equal("logout_NotLoggedIn");
  });

  it("keeps logins apart", async () => {
    const first = await logIn(emulator.endpoint);
    const second = await logIn(emulator.endpoint, credentials("other@email.com", "secretPassword"));
    await result("logout", "", first);
    expect(await close(20000001, second)).to.equal("closeSessionRet_OK");
  });

  it("reads cookies as gSOAP and JAX-WS send them, among others", async () => {
    const cookie = await logIn(emulator.endpoint);
    expect(await close(20000001, `${cookie};$Path="/"`)).to.equal("closeSessionRet_OK");
    expect(await close(20000002, `a=b;${cookie}`)).to.equal("closeSessionRet_OK");
    const lines = await exchange(emulator.endpoint, {
      headers: { ...headersOf("1.1", "closeSession"), Cookie: ["a=b", cookie] },
      body: envelope("1.1", `<closeSession xmlns="${NAMESPACE}">${closing(20000003)}</closeSession>`),
    });
    expect(resultOf(lines)).to.equal("closeSessionRet_OK");
  });

  it("reads the name of the cookie in any case", async () => {
    const cookie = await logIn(emulator.endpoint);
    const value = cookie.slice(cookie.indexOf("="));
    let session = 20000001;
    for (const name of ["asp.net_sessionid", "ASP.NET_SESSIONID", " Asp.Net_SessionId "]) {
      expect(await close(session++, `${name}${value}`), name).to.equal("closeSessionRet_OK");
    }
    expect(await close(session, `ASP.NET_SessionI${value}`)).to.equal("closeSessionRet_NotLoggedInAsAdmin");
  });

  it("makes a new cookie for a login after an expired one", async () => {
    const cookie = await logIn(emulator.endpoint);
    emulator.clock.advance(20 * MINUTE);
    expect(cookieOf(await call(emulator.endpoint, "login", ADMINISTRATOR, { cookie }))).not.to.be.oneOf([
      undefined,
      cookie,
    ]);
  });

  for (const version of VERSIONS) {
    it(`SOAP ${version}: with reuseSessionIds, an expired cookie is that of the next login, and no other is set`, async () => {
      await using emulator = await startEmulator({ clock: new VirtualClock(0), reuseSessionIds: true });
      const send = (operation: string, inner: string, cookie: string) =>
        call(emulator.endpoint, operation, inner, { cookie, version });
      const cookie = await logIn(emulator.endpoint, ADMINISTRATOR, { version });
      emulator.clock.advance(20 * MINUTE);
      const refused = await send("closeSession", closing(20000001), cookie);
      expect(resultOf(refused)).to.equal("closeSessionRet_NotLoggedInAsAdmin");
      const again = await send("login", ADMINISTRATOR, cookie);
      expect([resultOf(again), cookieOf(refused), cookieOf(again)]).to.deep.equal(["login_OK", undefined, undefined]);
      expect(resultOf(await send("closeSession", closing(20000001), cookie))).to.equal("closeSessionRet_OK");
      expect(emulator.logins()).to.equal(1);

      const made = "ASP.NET_SessionId=abcdefghijklmnopqrstuvwx";
      expect(cookieOf(await send("login", ADMINISTRATOR, made)), "any well-formed id").to.equal(undefined);
      expect(resultOf(await send("closeSession", closing(20000002), made))).to.equal("closeSessionRet_OK");
      for (const other of ["ASP.NET_SessionId=short", "ASP.NET_SessionId=abcdefghijklmnopqrstuvw9"]) {
        expect(cookieOf(await send("login", ADMINISTRATOR, other)), other).to.match(/=[a-z0-5]{24}$/);
      }
    });
  }

  it("LimitReached from the 11th call in 3 minutes, for that user only", async () => {
    for (let calls = 1; calls <= 10; calls += 1) expect(await result("login", ADMINISTRATOR)).to.equal("login_OK");
    expect(await result("login", ADMINISTRATOR)).to.equal("login_LimitReached");
    expect(await result("login", credentials("other@email.com", "secretPassword"))).to.equal("login_OK");
    emulator.clock.advance(3 * MINUTE);
    expect(await result("login", ADMINISTRATOR)).to.equal("login_OK");
  });

  it("LimitReached for an address that is no user's as well, in any case of it", async () => {
    for (const email of ["nobody@email.com", "deleted@email.com", ""]) {
      const attempt = (address: string) => result("login", credentials(address, "secretPassword"));
      for (let calls = 1; calls <= 10; calls += 1) expect(await attempt(email), email).to.equal("login_Invalid");
      expect(await attempt(email.toUpperCase()), email).to.equal("login_LimitReached");
    }
    expect(await result("login", ADMINISTRATOR)).to.equal("login_OK");
    emulator.clock.advance(3 * MINUTE);
    expect(await result("login", credentials("nobody@email.com", "secretPassword"))).to.equal("login_Invalid");
  });

  for (const [who, sent, answer] of [
    ["a user", ADMINISTRATOR, "OK"],
    ["a wrong password", credentials("some@email.com", "wrong"), "Invalid"],
    ["nobody", credentials("nobody@email.com", "secretPassword"), "Invalid"],
  ] as const) {
    it(`requestAuthCode of ${who}: PollRateExceeded from the 11th call in 3 minutes, logins counted too`, async () => {
      for (let calls = 1; calls <= 5; calls += 1) {
        expect(await result("login", sent)).to.equal(`login_${answer}`);
        expect(await result("requestAuthCode", sent)).to.equal(`requestAuthCode_${answer}`);
      }
      const executed = emulator.executions("requestAuthCode");
      expect(await result("requestAuthCode", sent)).to.equal("requestAuthCode_PollRateExceeded");
      expect(await result("login", sent)).to.equal("login_LimitReached");
      expect(emulator.executions("requestAuthCode")).to.equal(executed);
      emulator.clock.advance(3 * MINUTE);
      expect(await result("requestAuthCode", sent)).to.equal(`requestAuthCode_${answer}`);
    });
  }

  it("has no limit with limits: false", async () => {
    await using free: Emulator = await startEmulator({ limits: false });
    for (let calls = 1; calls <= 12; calls += 1) await logIn(free.endpoint);
    expect(free.logins()).to.equal(12);
  });

  for (const version of VERSIONS) {
    it(`SOAP ${version}: requestAuthCode gives a code that replaces the old one`, async () => {
      const reply = await call(emulator.endpoint, "requestAuthCode", ADMINISTRATOR, { version });
      const [, code = ""] = /<sAuthCode>([^<]*)<\/sAuthCode>/.exec(reply.body) ?? [];
      expect(resultOf(reply)).to.equal("requestAuthCode_OK");
      expect(code).to.match(/^[a-z0-9]{80}$/);
      expect(cookieOf(reply)).to.equal(undefined);
      const closeBy = (authCode: string) => result("closeSession", closing(12345678, authCode));
      expect(await closeBy(AUTH_CODE)).to.equal("closeSessionRet_Invalid_SecretAuthCode");
      expect(await closeBy(code)).to.equal("closeSessionRet_OK");
    });

    it(`SOAP ${version}: requestAuthCode with wrong credentials is Invalid, without a code`, async () => {
      const wrong = credentials("some@email.com", "wrong");
      const reply = await call(emulator.endpoint, "requestAuthCode", wrong, { version });
      expect(resultOf(reply)).to.equal("requestAuthCode_Invalid");
      expect(reply.body).not.to.contain("sAuthCode");
    });
  }

  it("logs every request without a secret", async () => {
    const cookie = await logIn(emulator.endpoint);
    await close(20000001, cookie);
    expect(answersOf(emulator)).to.deep.equal([
      { operation: "login", status: 200, result: "login_OK" },
      { operation: "closeSession", status: 200, result: "closeSessionRet_OK" },
    ]);
  });
});
