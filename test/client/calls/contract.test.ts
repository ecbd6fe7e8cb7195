import { expect } from "chai";

import { startEmulator } from "../../../src/emulator/index.js";
import { InvalidArgumentError, NotAuthenticatedError, RescueClient, RescueResultError } from "../../../src/index.js";
import type { Contract } from "../../../src/soap/contract/contract.js";
import { anotherContract } from "../../emulator/another-contract.js";
import { VERSIONS } from "../../emulator/wire.js";
import { ADMINISTRATOR, AUTH_CODE, SESSION } from "../guide-values.js";
import { thrown } from "../thrown.js";

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

  it("refuses a value that is not a contract", () => {
    for (const contract of [7, null, {}, "API.wsdl"]) {
      const options = { credentials: ADMINISTRATOR, contract } as unknown as { credentials: typeof ADMINISTRATOR };
      expect(() => new RescueClient(options)).to.throw(InvalidArgumentError, /^contract: expected the `contract`/);
    }
  });

  /** The contract with another type for closeSession's result. */
  const closing = (type: string, literals?: readonly string[]): Contract => {
    const { closeSession } = anotherContract.operations;
    if (!closeSession) throw new Error("no closeSession");
    const fields = [{ name: "closeSessionResult", type }];
    return {
      ...anotherContract,
      operations: {
        ...anotherContract.operations,
        closeSession: { ...closeSession, response: { ...closeSession.response, fields } },
      },
      enums: { ...anotherContract.enums, ...(literals ? { [type]: literals } : {}) },
    };
  };

  it("judges closeSession's result in a plain text too: only OK is a success", async () => {
    const contract = closing("xs:string");
    await using emulator = await startEmulator({ contract });
    const { endpoint } = emulator;
    await using rescue = new RescueClient({ credentials: ADMINISTRATOR, endpoint, contract });
    expect(await rescue.closeSession(SESSION)).to.deep.equal({ session: SESSION, code: "OK", literal: "OK" });
    expect(await thrown(RescueResultError, rescue.closeSession(SESSION))).to.include({ code: "InvalidParam_Session" });
    emulator.on("closeSession", () => ({ closeSessionResult: "done" }));
    const unknown = await thrown(RescueResultError, rescue.closeSession(SESSION));
    expect(unknown).to.include({ code: "UNKNOWN_RESULT", literal: "done" });
  });

  for (const [type, literals] of [["xs:boolean"], ["ended", ["Yes", "No"]]] as const) {
    it(`sends no closeSession whose result, ${type}, could not say that it was done`, async () => {
      const contract = closing(type, literals);
      await using emulator = await startEmulator({ contract });
      const { endpoint } = emulator;
      await using rescue = new RescueClient({ credentials: ADMINISTRATOR, endpoint, contract });
      const error = await thrown(InvalidArgumentError, rescue.closeSession(SESSION));
      expect(error).to.include({ path: "contract", outcome: "not-sent" });
      expect(error.message).to.contain(`closeSessionResult is ${type}`);
      expect(emulator.log).to.have.length(0);
    });
  }

  it("returns data as it came, but for a literal that refuses the call", async () => {
    const literals = ["newOperation_True", "newOperation_Closed", "newOperation_NotLoggedIn"];
    const { newOperation } = anotherContract.operations;
    if (!newOperation) throw new Error("no newOperation");
    const fields = [{ name: "newOperationResult", type: "newOperationRet" }];
    const response = { ...newOperation.response, fields };
    const contract: Contract = {
      ...anotherContract,
      operations: { ...anotherContract.operations, newOperation: { ...newOperation, response } },
      enums: { ...anotherContract.enums, newOperationRet: literals },
    };
    await using emulator = await startEmulator({ contract });
    const { endpoint } = emulator;
    await using rescue = new RescueClient<OtherTypes>({ credentials: { authCode: AUTH_CODE }, endpoint, contract });
    for (const newOperationResult of literals.slice(0, 2)) {
      emulator.on("newOperation", () => ({ newOperationResult }));
      expect(await rescue.operations.newOperation()).to.deep.equal({ newOperationResult });
    }
    emulator.on("newOperation", () => ({ newOperationResult: "newOperation_NotLoggedIn" }));
    const refused = await thrown(NotAuthenticatedError, rescue.operations.newOperation());
    expect(refused).to.include({ code: "NotLoggedIn", literal: "newOperation_NotLoggedIn" });
  });
});
