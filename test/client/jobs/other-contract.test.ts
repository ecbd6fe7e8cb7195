import { expect } from "chai";
import { InvalidArgumentError, RescueClient } from "../../../src/index.js";
import { lookUp } from "../../../src/soap/contract/contract.js";
import { anotherContract } from "../../emulator/another-contract.js";
import { contract as reference, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR } from "../guide-values.js";
import { thrown } from "../thrown.js";

describe("jobs with a contract of one's own", () => {
  it("name the operation that it lacks, and send nothing", async () => {
    const emulator = await startEmulator({ contract: anotherContract });
    const rescue = new RescueClient({
      credentials: ADMINISTRATOR,
      endpoint: emulator.endpoint,
      contract: anotherContract,
    });
    for (const [operation, work] of [
      ["getSession_V3", rescue.sessions.list({ node: 201 })],
      ["holdSession", rescue.sessions.hold(12345678)],
      ["getHierarchy_v2", rescue.sessions.settle(12345678)],
      ["getHierarchy_v2", rescue.desk.hierarchy()],
      ["requestPINCodeV3", rescue.pins.create({ technician: 201 })],
    ] as const) {
      const error = await thrown(InvalidArgumentError, work);
      expect(error).to.include({ operation, path: "operation", outcome: "not-sent" });
    }
    expect(emulator.log).to.have.length(0);
    expect(await rescue.sessions.close(12345678)).to.include({ code: "OK" });
    await rescue[Symbol.asyncDispose]();
    await emulator.close();
  });

  it("refuse an operation whose answer could not say that it was done, but not one that reads", async () => {
    const plain = (name: "holdSession" | "getNote") => {
      const operation = lookUp(reference.operations, name);
      if (!operation) throw new Error(`no ${name}`);
      const fields = [{ name: `${name}Result`, type: "xs:boolean" }];
      return { [name]: { ...operation, response: { ...operation.response, fields } } };
    };
    const contract = {
      ...reference,
      operations: { ...reference.operations, ...plain("holdSession"), ...plain("getNote") },
    };
    await using emulator = await startEmulator({ contract });
    const { endpoint } = emulator;
    await using rescue = new RescueClient({ credentials: ADMINISTRATOR, endpoint, contract });
    const error = await thrown(InvalidArgumentError, rescue.sessions.hold(12345678));
    expect(error).to.include({ operation: "holdSession", path: "contract", outcome: "not-sent" });
    expect(error.message).to.contain("holdSessionResult is xs:boolean");
    expect(emulator.log).to.have.length(0);
    emulator.on("getNote", () => ({ getNoteResult: true }));
    expect(await rescue.sessions.note(12345678)).to.equal("");
    expect(emulator.log.map(({ operation }) => operation)).to.deep.equal(["login", "getNote"]);
  });
});
