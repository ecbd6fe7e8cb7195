import { expect } from "chai";

import { startEmulator } from "../../src/emulator/index.js";
import { InvalidArgumentError, RescueClient, RescueResultError } from "../../src/index.js";
import { anotherContract } from "../emulator/another-contract.js";
import { VERSIONS } from "../emulator/wire.js";
import { ADMINISTRATOR, SESSION } from "./guide-values.js";
import { thrown } from "./thrown.js";

// As `rescue generate` would write it for that contract.
interface OtherTypes {
  login: { request: object; response: { loginResult: string }; result: "loginResult" };
  closeSession: {
    request: { iSession: number };
    response: { closeSessionResult: string; iNew: number; sNew?: string };
    result: "closeSessionResult";
  };
  newOperation: { request: object; response: object; result: string };
}

describe("a client with a contract of its own", () => {
  for (const soap of VERSIONS) {
    it(`SOAP ${soap}: speaks that contract: its namespace, literals and operations`, async () => {
      await using emulator = await startEmulator({ contract: anotherContract });
      const { endpoint } = emulator;
      const options = { credentials: ADMINISTRATOR, endpoint, contract: anotherContract, soap };
      await using rescue = new RescueClient<OtherTypes>(options);
      expect(Object.keys(rescue.operations)).to.deep.equal(["login", "closeSession", "newOperation"]);
      expect(await rescue.login()).to.deep.equal({ code: "OK", literal: "OK" });
      expect((await rescue.closeSession(SESSION)).literal).to.equal("closeSession_OK");
      const answer: { iNew: number } = await rescue.operations.closeSession({ iSession: 20000001 });
      expect(answer).to.deep.equal({ iNew: 0 });
      const error = await thrown(RescueResultError, rescue.closeSession(SESSION));
      expect(error).to.include({ code: "ActionFailed", literal: "closeSession_ActionFailed" });
      expect(emulator.executions("closeSession")).to.equal(2);
    });
  }

  it("refuses, before it sends anything, a function whose operation that contract lacks", async () => {
    const { closeSession: _, ...operations } = anotherContract.operations;
    const contract = { ...anotherContract, operations };
    await using emulator = await startEmulator({ contract });
    const rescue = new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint, contract });
    const error = await thrown(InvalidArgumentError, rescue.closeSession(SESSION));
    expect(error.message).to.match(/closeSession is not an operation of this service/);
    expect(emulator.log).to.have.length(0);
    rescue.close();
  });

  it("forgets its login where that contract has no logout", async () => {
    await using emulator = await startEmulator({ contract: anotherContract });
    const { endpoint } = emulator;
    const rescue = new RescueClient({ credentials: ADMINISTRATOR, endpoint, contract: anotherContract });
    await rescue.closeSession(SESSION);
    expect(await rescue.logout()).to.equal(undefined);
    await rescue.closeSession(20000001);
    expect(emulator.log.map(({ operation }) => operation)).to.deep.equal([
      "login",
      "closeSession",
      "login",
      "closeSession",
    ]);
    rescue.close();
  });

  it("refuses what is no contract", () => {
    for (const contract of [7, null, {}, "API.wsdl"]) {
      const options = { credentials: ADMINISTRATOR, contract } as unknown as { credentials: typeof ADMINISTRATOR };
      expect(() => new RescueClient(options)).to.throw(InvalidArgumentError, /^contract: expected the `contract`/);
    }
  });
});
