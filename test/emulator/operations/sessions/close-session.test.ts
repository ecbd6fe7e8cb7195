import { expect } from "chai";
import { type Emulator, startEmulator } from "../../../reference/service.js";

import { AUTH_CODE, call, closing, cookieOf, credentials, logIn, resultOf, VERSIONS } from "../../wire.js";

describe("closeSession", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator();
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());

  for (const version of VERSIONS) {
    describe(`SOAP ${version}`, () => {
      const close = async (session: number | string, authCode = "", cookie?: string) =>
        resultOf(
          await call(emulator.endpoint, "closeSession", closing(session, authCode), {
            version,
            ...(cookie ? { cookie } : {}),
          }),
        );

      it("OK once, then InvalidParam_Session, by auth code", async () => {
        expect(await close(12345678, AUTH_CODE)).to.equal("closeSessionRet_OK");
        expect(await close(12345678, AUTH_CODE)).to.equal("closeSessionRet_InvalidParam_Session");
        expect(emulator.executions("closeSession", 12345678)).to.equal(1);
      });

      it("OK once, then InvalidParam_Session, by login", async () => {
        const cookie = await logIn(emulator.endpoint);
        expect(await close(20000001, "", cookie)).to.equal("closeSessionRet_OK");
        expect(await close(20000001, "", cookie)).to.equal("closeSessionRet_InvalidParam_Session");
        expect(emulator.executions("closeSession")).to.equal(1);
      });

      it("NotLoggedInAsAdmin without login, with a made-up cookie, and as a technician", async () => {
        const technician = await logIn(emulator.endpoint, credentials("tech@email.com", "secretPassword"));
        expect(await close(12345678)).to.equal("closeSessionRet_NotLoggedInAsAdmin");
        expect(await close(12345678, "", "ASP.NET_SessionId=abcdefghijklmnopqrstuvwx")).to.equal(
          "closeSessionRet_NotLoggedInAsAdmin",
        );
        expect(await close(12345678, "", technician)).to.equal("closeSessionRet_NotLoggedInAsAdmin");
        expect(await close(12345678, "4ahx...tech...80u0")).to.equal("closeSessionRet_NotLoggedInAsAdmin");
        expect(emulator.executions("closeSession")).to.equal(0);
      });

      it("Invalid_SecretAuthCode for an unknown code, even with a valid login; codes are compared exactly", async () => {
        const cookie = await logIn(emulator.endpoint);
        expect(await close(12345678, "nobodys", cookie)).to.equal("closeSessionRet_Invalid_SecretAuthCode");
        expect(await close(12345678, AUTH_CODE.toUpperCase())).to.equal("closeSessionRet_Invalid_SecretAuthCode");
      });

      it("User_Deleted_Or_Disabled for a disabled user's code", async () => {
        expect(await close(12345678, "4ahx...disabled...80u0")).to.equal("closeSessionRet_User_Deleted_Or_Disabled");
      });

      it("InvalidParam_Session for an unknown and a closed session", async () => {
        expect(await close(1, AUTH_CODE)).to.equal("closeSessionRet_InvalidParam_Session");
        expect(await close(-1, AUTH_CODE)).to.equal("closeSessionRet_InvalidParam_Session");
        expect(await close(90000004, AUTH_CODE)).to.equal("closeSessionRet_InvalidParam_Session");
      });

      it("ActionFailed when the console is not running, Error from the session for it", async () => {
        expect(await close(90000003, AUTH_CODE)).to.equal("closeSessionRet_ActionFailed");
        expect(await close(90000001, AUTH_CODE)).to.equal("closeSessionRet_Error");
        expect(emulator.executions("closeSession")).to.equal(0);
      });
    });
  }

  it("sets a cookie only if it opens the session: not for a call by auth code", async () => {
    const byCode = await call(emulator.endpoint, "closeSession", closing(20000002, AUTH_CODE));
    const byNothing = await call(emulator.endpoint, "closeSession", closing(20000002));
    expect(cookieOf(byCode)).to.equal(undefined);
    expect(cookieOf(byNothing)).to.match(/^ASP\.NET_SessionId=[a-z0-5]{24}$/);
  });

  it("closes a session once for fifty simultaneous calls", async () => {
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => call(emulator.endpoint, "closeSession", closing(20000003, AUTH_CODE))),
    );
    expect(replies.filter((reply) => resultOf(reply) === "closeSessionRet_OK")).to.have.length(1);
    expect(emulator.executions("closeSession", 20000003)).to.equal(1);
  });
});
