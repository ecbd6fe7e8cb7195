import { expect } from "chai";
import { InvalidArgumentError, OutcomeUnknownError } from "../../../src/index.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR, AUTH_CODE, SESSION } from "../guide-values.js";
import { thrown } from "../thrown.js";

describe("raw", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.close());
  const connect = (
    credentials: ConstructorParameters<typeof RescueClient>[0]["credentials"] = { authCode: AUTH_CODE },
  ) => new RescueClient({ credentials, endpoint: emulator.endpoint });

  it("gives status, headers and text as they came, under the client's login", async () => {
    await using rescue = connect(ADMINISTRATOR);
    const { status, headers, text } = await rescue.raw("closeSession", { iSession: SESSION });
    expect(status).to.equal(200);
    expect(headers["content-type"]).to.match(/^text\/xml/);
    expect(text).to.contain("<closeSessionResult>closeSessionRet_OK</closeSessionResult>");
    expect(emulator.log.map(({ operation }) => operation)).to.deep.equal(["login", "closeSession"]);
  });

  it("a refusal, a fault, a page and an empty body are no errors", async () => {
    const rescue = connect();
    expect((await rescue.raw("closeSession", { iSession: 90000003 })).text).to.contain("ActionFailed");
    for (const [rule, expected] of [
      [{ kind: "soap-fault" }, 500],
      [{ kind: "status", status: 404, contentType: "text/html", body: "<p>" }, 404],
      [{ kind: "empty" }, 200],
    ] as const) {
      emulator.faults.add({ operation: "getAccount", phase: "before", ...rule });
      expect((await rescue.raw("getAccount")).status).to.equal(expected);
    }
  });

  it("a change whose reply is lost is not repeated", async () => {
    emulator.faults.add({ operation: "closeSession", phase: "after", kind: "reset" });
    await thrown(OutcomeUnknownError, connect().raw("closeSession", { iSession: SESSION }));
    expect(emulator.executions("closeSession", SESSION)).to.equal(1);
  });

  it("arguments are checked, and so is the name", async () => {
    await thrown(InvalidArgumentError, connect().raw("closeSession", { iSession: "1" }));
    await thrown(InvalidArgumentError, connect().raw("closeEverything"));
    expect(emulator.log).to.deep.equal([]);
  });
});

describe("envelope", () => {
  it("is what a call would send, without secrets; nothing is sent", async () => {
    const credentials = { authCode: "PLANTED-code" };
    const rescue = new RescueClient({ credentials, endpoint: "https://nowhere.invalid/", soap: "1.2" });
    const text = await rescue.envelope("requestAuthCode", { sEmail: "a@b", sPassword: "PLANTED-password" });
    expect(text)
      .to.match(/^<\?xml/)
      .and.to.contain("http://www.w3.org/2003/05/soap-envelope");
    expect(text).to.contain("<sEmail>a@b</sEmail>").and.not.to.contain("PLANTED");
    expect(await rescue.envelope("closeSession", { iSession: 1 })).not.to.contain("PLANTED");
  });
});
