import { expect } from "chai";
import { startEmulator } from "../../../src/emulator/index.js";
import { InvalidArgumentError, RescueClient, SoapFaultError } from "../../../src/index.js";
import { readWsdl } from "../../../src/wsdl/read/read-wsdl.js";
import { VERSIONS } from "../../emulator/wire.js";
import { deskWsdl } from "../../wsdl/desk-wsdl.js";
import { badDesk, withBad } from "../../wsdl/uncarried.js";
import { ADMINISTRATOR, SESSION } from "../guide-values.js";
import { thrown } from "../thrown.js";

const file = "API.wsdl";
const contract = readWsdl(withBad({ schema: "<s:choice/>" }), file);
const REASON = /bad: it was left out of the contract, as API\.wsdl:\d+:\d+ cannot be carried: xs:choice in a complex/;

interface BadTypes {
  bad: { request: object; response: object; result: never };
}

describe("an operation that the contract leaves out", () => {
  it("is refused with its reason before anything is sent; the others can be called", async () => {
    await using emulator = await startEmulator({ contract });
    const { endpoint } = emulator;
    await using rescue = new RescueClient<BadTypes>({ credentials: ADMINISTRATOR, endpoint, contract });
    const error = await thrown(InvalidArgumentError, rescue.operations.bad({}));
    expect(error.message).to.match(REASON);
    expect(error).to.include({ outcome: "not-sent", operation: "bad" });
    expect(emulator.log).to.have.length(0);
    expect(rescue.leftOut).to.deep.equal(contract.leftOut);
    expect((await rescue.closeSession(SESSION)).code).to.equal("OK");
  });

  it("does not exist in a client whose contract holds all operations", () => {
    const rescue = new RescueClient({ credentials: ADMINISTRATOR, contract: readWsdl(badDesk(""), file) });
    expect(rescue.leftOut).to.deep.equal({});
    rescue.close();
  });

  it("makes the client's function that calls it fail, and no other", async () => {
    const text = deskWsdl({ closeFields: "<s:any/>" });
    const without = readWsdl(text, file);
    await using emulator = await startEmulator({ contract: without });
    const { endpoint } = emulator;
    await using rescue = new RescueClient({ credentials: ADMINISTRATOR, endpoint, contract: without });
    expect((await rescue.login()).code).to.equal("OK");
    const error = await thrown(InvalidArgumentError, rescue.closeSession(SESSION));
    expect(error.message).to.match(/^closeSession: it was left out of the contract, .*xs:any in a request/);
    expect(emulator.log.map(({ operation }) => operation)).to.deep.equal(["login"]);

    const noLogin = readWsdl(
      deskWsdl().replace('name="sPassword"', 'minOccurs="odd" $&').replace('minOccurs="0" minOccurs', "minOccurs"),
      file,
    );
    const other = new RescueClient({ credentials: ADMINISTRATOR, endpoint, contract: noLogin });
    expect((await thrown(InvalidArgumentError, other.login())).message).to.match(/^login: it was left out of/);
    other.close();
  });

  for (const soap of VERSIONS) {
    it(`SOAP ${soap}: is answered by the emulator with a fault that says so`, async () => {
      await using emulator = await startEmulator({ contract });
      const whole = readWsdl(badDesk(""), file);
      await using rescue = new RescueClient<BadTypes>({
        credentials: ADMINISTRATOR,
        endpoint: emulator.endpoint,
        contract: whole,
        soap,
      });
      const error = await thrown(SoapFaultError, rescue.operations.bad({}));
      expect(error.faultString).to.match(/^The emulator cannot answer bad: it was left out of the contract, as API/);
      // Not as a failure of the service, which may come after a change: nothing was done.
      expect(error.faultCode).to.match(/Client$|Sender$/);
    });
  }

  it("gets the same fault when all operations share one SOAPAction", async () => {
    const oneAction = (text: string) => readWsdl(text.replace(/soapAction="[^"]*"/g, 'soapAction=""'), file);
    await using emulator = await startEmulator({ contract: oneAction(withBad({ schema: "<s:choice/>" })) });
    const { endpoint } = emulator;
    const whole = oneAction(badDesk(""));
    await using rescue = new RescueClient<BadTypes>({ credentials: ADMINISTRATOR, endpoint, contract: whole });
    expect((await thrown(SoapFaultError, rescue.operations.bad({}))).faultString).to.match(/cannot answer bad/);
  });

  it("is given no behaviour", async () => {
    await using emulator = await startEmulator({ contract });
    expect(() => emulator.on("bad", () => ({}))).to.throw(InvalidArgumentError, REASON);
  });
});
