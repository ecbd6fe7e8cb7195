import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import {
  type Credentials,
  NotAuthenticatedError,
  RESULT_CODES,
  RescueResultError,
  SoapFaultError,
} from "../../../src/index.js";
import { answersOf } from "../../emulator/answers.js";
import { credentials, logIn, VERSIONS } from "../../emulator/wire.js";
import { contract } from "../../reference/generated/contract.js";
import { type Emulator, loginAndCloseSession, RescueClient, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR, AUTH_CODE, DISABLED_CODE, SESSION, TECHNICIAN, TECHNICIAN_CODE } from "../guide-values.js";
import { thrown } from "../thrown.js";

const CLOSED = { session: SESSION, code: "OK", literal: "closeSessionRet_OK" };
const MINUTE = 60_000;

for (const soap of VERSIONS) {
  describe(`the guide's scenarios over SOAP ${soap}`, () => {
    let emulator: Emulator;
    let now: number;
    beforeEach(async () => {
      now = Date.UTC(2026, 10, 1);
      emulator = await startEmulator({ clock: new VirtualClock(now) });
    });
    afterEach(() => emulator.close());

    const connect = (caller: Credentials) =>
      new RescueClient({ credentials: caller, endpoint: emulator.endpoint, soap });
    const called = () => emulator.log.map(({ operation }) => operation);

    describe("login, then close by cookie", () => {
      it("logs in by itself, closes, and logs out", async () => {
        const rescue = connect(ADMINISTRATOR);
        expect(await rescue.closeSession(SESSION)).to.deep.equal(CLOSED);
        expect(emulator.logins()).to.equal(1);
        expect(await rescue.logout()).to.deep.equal({ code: "OK", literal: "logout_OK" });
        expect(emulator.logins()).to.equal(0);
        expect(answersOf(emulator)).to.deep.equal([
          { operation: "login", status: 200, result: "login_OK" },
          { operation: "closeSession", status: 200, result: "closeSessionRet_OK" },
          { operation: "logout", status: 200, result: "logout_OK" },
        ]);
        expect(emulator.executions("closeSession", SESSION)).to.equal(1);
      });

      it("one login serves many calls", async () => {
        await using rescue = connect(ADMINISTRATOR);
        for (const session of [20000001, 20000002, 20000003]) await rescue.closeSession(session);
        expect(called()).to.deep.equal(["login", "closeSession", "closeSession", "closeSession"]);
      });

      it("sends nothing before the first call", async () => {
        await using rescue = connect(ADMINISTRATOR);
        expect(rescue.endpoint).to.equal(emulator.endpoint);
        expect(answersOf(emulator)).to.deep.equal([]);
      });

      it("login() logs in ahead of the first call, once", async () => {
        await using rescue = connect(ADMINISTRATOR);
        expect(await rescue.login()).to.deep.equal({ code: "OK", literal: "login_OK" });
        expect(await rescue.login()).to.deep.equal({ code: "OK", literal: "login_OK" });
        await rescue.closeSession(SESSION);
        expect(called()).to.deep.equal(["login", "closeSession"]);
      });

      it("20 parallel calls share one login", async () => {
        await using rescue = connect(ADMINISTRATOR);
        const sessions = Array.from({ length: 20 }, (_, index) => 20000001 + index);
        const closed = await Promise.all(sessions.map((session) => rescue.closeSession(session)));
        expect(closed.map(({ session }) => session)).to.deep.equal(sessions);
        expect(emulator.executions("login")).to.equal(1);
        expect(emulator.executions("closeSession")).to.equal(20);
      });
    });

    describe("close by auth code", () => {
      it("needs no login", async () => {
        await using rescue = connect({ authCode: AUTH_CODE });
        expect(await rescue.closeSession(SESSION)).to.deep.equal(CLOSED);
        expect(called()).to.deep.equal(["closeSession"]);
        expect(emulator.executions("login")).to.equal(0);
        expect(emulator.logins()).to.equal(0);
      });

      it("a code asked for on the way works like the one given", async () => {
        const asking = connect({ authCode: AUTH_CODE });
        const { sAuthCode = "" } = await asking.operations.requestAuthCode({
          sEmail: ADMINISTRATOR.email,
          sPassword: ADMINISTRATOR.password,
        });
        expect(sAuthCode).to.match(/^[a-z0-9]{80}$/);
        expect(await connect({ authCode: sAuthCode }).closeSession(SESSION)).to.deep.equal(CLOSED);
      });

      it("has nothing to log out from, and no login() to make", async () => {
        const rescue = connect({ authCode: AUTH_CODE });
        expect(await rescue.logout()).to.equal(undefined);
        const error = await thrown(Error, rescue.login());
        expect(error.message).to.match(/email and password/);
        expect(answersOf(emulator)).to.deep.equal([]);
      });
    });

    describe("with both credentials", () => {
      it("the login is used", async () => {
        await using rescue = connect({ ...ADMINISTRATOR, authCode: AUTH_CODE });
        expect(await rescue.closeSession(SESSION)).to.deep.equal(CLOSED);
        expect(called()).to.deep.equal(["login", "closeSession"]);
      });

      it("and the code is sent as well: a wrong one is refused", async () => {
        await using rescue = connect({ ...ADMINISTRATOR, authCode: "another" });
        const error = await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
        expect(error.code).to.equal("Invalid_SecretAuthCode");
        expect(called()).to.deep.equal(["login", "closeSession"]);
      });

      it("a call's own code goes before the client's", async () => {
        await using rescue = connect({ authCode: "another" });
        expect(await rescue.operations.closeSession({ iSession: SESSION, sAuthCode: AUTH_CODE })).to.deep.equal({});
      });

      it("a call's own code that is undefined counts as not given", async () => {
        await using rescue = connect({ authCode: AUTH_CODE });
        const args = { iSession: SESSION, sAuthCode: undefined } as unknown as { iSession: number };
        expect(await rescue.operations.closeSession(args)).to.deep.equal({});
      });
    });

    describe("the results of closeSession", () => {
      const refusals = [
        { code: "Error", session: 90000001, credentials: ADMINISTRATOR },
        { code: "NotLoggedInAsAdmin", session: SESSION, credentials: { authCode: TECHNICIAN_CODE }, caller: true },
        { code: "ActionFailed", session: 90000003, credentials: ADMINISTRATOR },
        { code: "InvalidParam_Session", session: 90000004, credentials: ADMINISTRATOR },
        { code: "Invalid_SecretAuthCode", session: SESSION, credentials: { authCode: "another" }, caller: true },
        { code: "User_Deleted_Or_Disabled", session: SESSION, credentials: { authCode: DISABLED_CODE }, caller: true },
      ] as const;

      it("OK resolves", async () => {
        await using rescue = connect(ADMINISTRATOR);
        expect(await rescue.closeSession(SESSION)).to.deep.equal(CLOSED);
      });

      for (const { code, session, credentials: caller, ...rest } of refusals) {
        const type = "caller" in rest ? NotAuthenticatedError : RescueResultError;
        it(`${code} is a ${type.name}`, async () => {
          await using rescue = connect(caller);
          const error = await thrown(RescueResultError, rescue.closeSession(session));
          const { meaning, advice } = RESULT_CODES[code];
          expect(error.constructor).to.equal(type);
          expect(error.name).to.equal(type.name);
          expect(error).to.include({
            code,
            literal: `closeSessionRet_${code}`,
            operation: "closeSession",
            outcome: "answered",
            attempts: 1,
            meaning,
            session,
            message: `closeSession ${session} answered closeSessionRet_${code}${
              type === NotAuthenticatedError && "email" in caller ? ` for ${caller.email}` : ""
            }: ${meaning} ${error.advice}`,
          });
          // What follows it is for the credentials that were sent.
          expect(error.advice.startsWith(advice)).to.equal(true);
          expect(emulator.executions("closeSession")).to.equal(0);
        });
      }

      it("a session closes once", async () => {
        await using rescue = connect(ADMINISTRATOR);
        await rescue.closeSession(SESSION);
        expect((await thrown(RescueResultError, rescue.closeSession(SESSION))).code).to.equal("InvalidParam_Session");
      });

      it("a technician, logged in, is NotLoggedInAsAdmin, and every request made counts as an attempt", async () => {
        await using rescue = connect(TECHNICIAN);
        const error = await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
        expect(error).to.include({ code: "NotLoggedInAsAdmin", operation: "closeSession", outcome: "answered" });
        expect(error.attempts).to.equal(called().filter((operation) => operation === "closeSession").length);
      });

      it("a technician who keeps trying does not use up the ten logins of three minutes", async () => {
        await using rescue = connect(TECHNICIAN);
        for (let calls = 0; calls < 12; calls += 1) {
          const error = await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
          expect(error.code, `call ${calls + 1}`).to.equal("NotLoggedInAsAdmin");
        }
      });
    });

    describe("a login that is refused", () => {
      const wrong = { email: ADMINISTRATOR.email, password: "another" };

      it("for its password is never sent again", async () => {
        await using rescue = connect(wrong);
        for (const attempt of [rescue.closeSession(SESSION), rescue.closeSession(SESSION)]) {
          const error = await thrown(NotAuthenticatedError, attempt);
          expect(error).to.include({ code: "Invalid", literal: "login_Invalid", operation: "login" });
        }
        await thrown(NotAuthenticatedError, rescue.closeSession(SESSION));
        await thrown(NotAuthenticatedError, rescue.login());
        expect(answersOf(emulator)).to.deep.equal([{ operation: "login", status: 200, result: "login_Invalid" }]);
      });

      it("leaves nothing to log out from", async () => {
        const rescue = connect(wrong);
        await thrown(NotAuthenticatedError, rescue.login());
        expect(await rescue.logout()).to.equal(undefined);
        expect(called()).to.deep.equal(["login"]);
      });

      it("because others have used up the logins is LimitReached, which passes", async () => {
        const { email, password } = ADMINISTRATOR;
        for (let logins = 0; logins < 10; logins += 1) await logIn(emulator.endpoint, credentials(email, password));
        const rescue = connect(ADMINISTRATOR);
        expect((await thrown(NotAuthenticatedError, rescue.closeSession(SESSION))).code).to.equal("LimitReached");
        emulator.clock.advance(3 * MINUTE);
        expect(await rescue.closeSession(SESSION)).to.deep.equal(CLOSED);
      });
    });

    describe("logging out", () => {
      it("does nothing where nobody is logged in", async () => {
        const rescue = connect(ADMINISTRATOR);
        expect(await rescue.logout()).to.equal(undefined);
        expect(answersOf(emulator)).to.deep.equal([]);
      });

      it("happens once; the next call logs in again", async () => {
        await using rescue = connect(ADMINISTRATOR);
        await rescue.login();
        await rescue.logout();
        expect(await rescue.logout()).to.equal(undefined);
        await rescue.closeSession(SESSION);
        expect(called()).to.deep.equal(["login", "logout", "login", "closeSession"]);
      });

      it("of a login that has expired on the service says so", async () => {
        const rescue = connect(ADMINISTRATOR);
        await rescue.login();
        emulator.clock.advance(21 * MINUTE);
        const error = await thrown(NotAuthenticatedError, rescue.logout());
        expect(error).to.include({ code: "NotLoggedIn", operation: "logout" });
      });

      it("await using ends the login on the service", async () => {
        {
          await using rescue = connect(ADMINISTRATOR);
          await rescue.closeSession(SESSION);
          expect(emulator.logins()).to.equal(1);
        }
        expect(emulator.logins()).to.equal(0);
        expect(called()).to.deep.equal(["login", "closeSession", "logout"]);
      });

      it("await using lets a failing logout go", async () => {
        emulator.faults.add({ operation: "logout", phase: "before", kind: "reset" });
        {
          await using rescue = connect(ADMINISTRATOR);
          await rescue.login();
        }
        expect(called()).to.deep.equal(["login", "logout"]);
      });
    });

    describe("loginAndCloseSession", () => {
      const options = () => ({ ...ADMINISTRATOR, endpoint: emulator.endpoint, soap });

      it("is the guide's sample: login, closeSession, logout", async () => {
        expect(await loginAndCloseSession({ ...options(), session: SESSION })).to.deep.equal(CLOSED);
        expect(called()).to.deep.equal(["login", "closeSession", "logout"]);
        expect(emulator.logins()).to.equal(0);
      });

      it("sends an auth code as well", async () => {
        const error = await thrown(
          NotAuthenticatedError,
          loginAndCloseSession({ ...options(), authCode: "another", session: SESSION }),
        );
        expect(error.code).to.equal("Invalid_SecretAuthCode");
      });

      it("logs out after a refusal too, and throws the refusal", async () => {
        const error = await thrown(RescueResultError, loginAndCloseSession({ ...options(), session: 90000003 }));
        expect(error.code).to.equal("ActionFailed");
        expect(emulator.logins()).to.equal(0);
      });

      it("a logout that fails after the session was closed is not an error", async () => {
        emulator.faults.add({ operation: "logout", phase: "before", kind: "status" });
        expect(await loginAndCloseSession({ ...options(), session: SESSION })).to.deep.equal(CLOSED);
      });
    });

    describe("a login that the service has forgotten", () => {
      it("is made again, and the session closed, after more than 20 idle minutes", async () => {
        await using rescue = connect(ADMINISTRATOR);
        await rescue.closeSession(20000001);
        emulator.clock.advance(21 * MINUTE);
        expect(await rescue.closeSession(20000002)).to.include({ code: "OK" });
        expect(emulator.log.map(({ result }) => result)).to.deep.equal([
          "login_OK",
          "closeSessionRet_OK",
          "closeSessionRet_NotLoggedInAsAdmin",
          "login_OK",
          "closeSessionRet_OK",
        ]);
        expect(emulator.logins()).to.equal(1);
      });

      it("is made again once for all calls that need it", async () => {
        await using rescue = connect(ADMINISTRATOR);
        await rescue.login();
        emulator.clock.advance(21 * MINUTE);
        const sessions = Array.from({ length: 10 }, (_, index) => 20000001 + index);
        await Promise.all(sessions.map((session) => rescue.closeSession(session)));
        expect(emulator.executions("login")).to.equal(2);
        expect(emulator.executions("closeSession")).to.equal(10);
      });

      it("lives on while calls come", async () => {
        await using rescue = connect(ADMINISTRATOR);
        for (const session of [20000001, 20000002, 20000003]) {
          await rescue.closeSession(session);
          emulator.clock.advance(15 * MINUTE);
        }
        expect(emulator.executions("login")).to.equal(1);
      });
    });

    describe("operations", () => {
      it("every operation of the contract is callable, and nothing else is there", () => {
        const { operations } = connect(ADMINISTRATOR);
        expect(Object.keys(operations)).to.deep.equal(Object.keys(contract.operations));
        for (const [name, call] of Object.entries(operations)) expect(call, name).to.be.a("function");
        // Test tools replace operations of one client by spies.
        expect([Object.isFrozen(operations), connect(ADMINISTRATOR).operations === operations]).to.deep.equal([
          false,
          false,
        ]);
      });

      it("give the out parameters without the result", async () => {
        await using rescue = connect(ADMINISTRATOR);
        expect(await rescue.operations.closeSession({ iSession: SESSION })).to.deep.equal({});
      });

      it("throw on a result that is not OK, as closeSession does", async () => {
        await using rescue = connect({ authCode: AUTH_CODE });
        const error = await thrown(RescueResultError, rescue.operations.closeSession({ iSession: 90000003 }));
        expect(error).to.include({ code: "ActionFailed", literal: "closeSessionRet_ActionFailed" });
      });

      it("one that breaks on the service is a SoapFaultError", async () => {
        emulator.on("getTimeZone", () => {
          throw new Error("out of order");
        });
        await using rescue = connect({ authCode: AUTH_CODE });
        const error = await thrown(SoapFaultError, rescue.operations.getTimeZone());
        expect(error).to.include({
          code: "SOAP_FAULT",
          operation: "getTimeZone",
          outcome: "answered",
          attempts: 1,
          faultCode: soap === "1.1" ? "soap:Server" : "soap:Receiver",
        });
        expect(error.faultString).to.contain("Server was unable to process request. ---> out of order");
        expect(error.message).to.contain(error.faultString);
      });
    });
  });
}
