import { expect } from "chai";
import { VirtualClock } from "../../../src/emulator/index.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { callForm } from "../forms/form-call.js";
import { ADMINISTRATOR, AUTH_CODE, call, cookieOf, resultOf } from "../wire.js";

// The clock stands still: what counts within a limit counts until the end of the test.
describe("the order in which an operation asks", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ clock: new VirtualClock(1_700_000_000_000) });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());

  const result = async (operation: string, inner: string, authCode = AUTH_CODE) =>
    resultOf(await call(emulator.endpoint, operation, `${inner}<sAuthCode>${authCode}</sAuthCode>`));
  const pin = (field: string, authCode?: string) =>
    result("requestPINCode", `<sCField0>${field}</sCField0><bNoTechConsole>true</bNoTechConsole>`, authCode);
  const report = (node: number, authCode?: string) =>
    result("getReport", `<iNodeID>${node}</iNodeID><eNodeRef>NODE</eNodeRef>`, authCode);
  const emailText = (code: number, authCode?: string) =>
    result("generateEmailText", `<iPINCode>${code}</iPINCode>`, authCode);

  it("a PIN: the caller, the parameters, then the limit", async () => {
    const tooLong = "a".repeat(65);
    expect(await pin(tooLong)).to.equal("requestPINCode_Error");
    expect(await pin("")).to.equal("requestPINCode_OK");
    expect(await pin("")).to.equal("requestPINCode_PollRateExceeded");
    expect(await pin(tooLong)).to.equal("requestPINCode_Error");
    expect(await pin(tooLong, "nobody's")).to.equal("requestPINCode_Invalid_SecretAuthCode");
  });

  it("a report: the caller, the node, then the limit", async () => {
    expect(await report(999)).to.equal("getReport_Error");
    expect(await report(1)).to.equal("getReport_OK");
    expect(await report(1)).to.equal("getReport_PollRateExceeded");
    expect(await report(999)).to.equal("getReport_Error");
    expect(await report(999, "nobody's")).to.equal("getReport_Invalid_SecretAuthCode");
  });

  it("the text of a mail: the caller, the limit, then the PIN", async () => {
    expect(await emailText(-1)).to.equal("generateEmailText_InvalidPINFormat");
    expect(await emailText(-1)).to.equal("generateEmailText_Error");
    expect(await emailText(-1, "nobody's")).to.equal("generateEmailText_Invalid_SecretAuthCode");
  });

  // As forms, which say the code itself: the WSDL of requestAuthCode lists fewer results.
  for (const [operation, tooMany] of [
    ["login", "LIMITREACHED"],
    ["requestAuthCode", "POLLRATEEXCEEDED"],
  ] as const) {
    it(`${operation}: the limit, the user's own answer, then the password`, async () => {
      const answer = async (email: string, pwd: string) => {
        const { body } = await callForm(emulator.endpoint, operation, { email, pwd });
        return body.split("\n")[0];
      };
      for (const email of ["iprestricted@email.com", "some@email.com"]) {
        const own = email.startsWith("ip") ? "GLOBALIPRESTRICTED" : "INVALID";
        for (let calls = 0; calls < 10; calls += 1) expect(await answer(email, "wrong")).to.equal(own);
        expect(await answer(email, "wrong")).to.equal(tooMany);
        expect(await answer(email, "secretPassword")).to.equal(tooMany);
      }
    });
  }

  it("login opens the session before all that, requestAuthCode opens none", async () => {
    for (let calls = 0; calls < 11; calls += 1) {
      expect(cookieOf(await call(emulator.endpoint, "login", ADMINISTRATOR))).to.be.a("string");
      expect(cookieOf(await call(emulator.endpoint, "requestAuthCode", ADMINISTRATOR))).to.equal(undefined);
    }
  });
});
