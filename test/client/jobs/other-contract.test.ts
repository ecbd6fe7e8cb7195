import { expect } from "chai";
import { InvalidArgumentError, RescueClient } from "../../../src/index.js";
import { anotherContract } from "../../emulator/another-contract.js";
import { startEmulator } from "../../reference/service.js";
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
});
