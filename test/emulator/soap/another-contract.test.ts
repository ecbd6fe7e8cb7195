import { expect } from "chai";
import { literalOf } from "../../../src/emulator/operations/results/response-values.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { anotherContract } from "../another-contract.js";
import { answersOf } from "../answers.js";
import { ADMINISTRATOR, AUTH_CODE, closing, envelope, exchange, faultOf, type Reply, VERSIONS } from "../wire.js";

describe("a custom contract", () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ contract: anotherContract });
  });
  beforeEach(() => emulator.reset());
  after(() => emulator.close());
  const call = (operation: string, inner: string): Promise<Reply> =>
    exchange(emulator.endpoint, {
      headers: { "Content-Type": "text/xml", SOAPAction: `urn:another/${operation}` },
      body: envelope("1.1", `<${operation} xmlns="urn:another">${inner}</${operation}>`),
    });

  it("answers in its namespace, literals and out parameters, with .NET's defaults", async () => {
    expect((await call("login", ADMINISTRATOR)).body).to.contain(
      '<loginResponse xmlns="urn:another"><loginResult>OK</loginResult></loginResponse>',
    );
    expect((await call("closeSession", closing(12345678, AUTH_CODE))).body).to.contain(
      "<closeSessionResult>closeSession_OK</closeSessionResult><iNew>0</iNew></closeSessionResponse>",
    );
  });

  it("answers ActionFailed if there is no literal for a code", async () => {
    const { body } = await call("closeSession", closing(12345678, "nobodys"));
    expect(body).to.contain("<closeSessionResult>closeSession_ActionFailed<");
  });

  it("does not know the operations of another contract", async () => {
    expect(faultOf(await call("logout", "")).text).to.match(/^Server did not recognize/);
  });

  for (const version of VERSIONS) {
    it(`SOAP ${version}: reports an operation for which it has no behaviour`, async () => {
      const reply = await exchange(emulator.endpoint, {
        headers: { "Content-Type": version === "1.1" ? "text/xml" : "application/soap+xml" },
        body: envelope(version, '<newOperation xmlns="urn:another"/>'),
      });
      expect(reply.status).to.equal(500);
      expect(faultOf(reply)).to.deep.equal({
        code: version === "1.1" ? "soap:Server" : "soap:Receiver",
        text:
          "Server was unable to process request. ---&gt; " +
          "The emulator has no behaviour for operation newOperation.",
      });
      expect(answersOf(emulator)).to.deep.equal([{ operation: "newOperation", status: 500 }]);
    });
  }

  it("finds literals by suffix", () => {
    const literals = ["x_Error", "x_OK", "x_InvalidParam_Session"];
    expect(literalOf(literals, "OK")).to.equal("x_OK");
    expect(literalOf(literals, "InvalidParam_Session")).to.equal("x_InvalidParam_Session");
    expect(literalOf(literals, "Unheard")).to.equal("x_Error");
    expect(literalOf(["OK"], "OK")).to.equal("OK");
    expect(literalOf(["Yes"], "OK")).to.equal(undefined);
  });

  it("writes a code with the prefix of the OK if the list contains nothing else, and only then", () => {
    expect(literalOf(["OK"], "NotLoggedIn")).to.equal("NotLoggedIn");
    expect(literalOf(["x_OK"], "NotLoggedIn")).to.equal("x_NotLoggedIn");
    expect(literalOf(["OK", "Invalid"], "NotLoggedIn")).to.equal(undefined);
    expect(literalOf(["NOT_YET_OKAY"], "NotLoggedIn")).to.equal(undefined);
    expect(literalOf([], "NotLoggedIn")).to.equal(undefined);
  });
});
