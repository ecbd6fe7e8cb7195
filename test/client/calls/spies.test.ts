import { mock } from "node:test";
import { expect } from "chai";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR, SESSION } from "../guide-values.js";

describe("operations in the hands of a test tool", () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(async () => {
    mock.restoreAll();
    await emulator.close();
  });
  const asked = () => emulator.log.filter(({ operation }) => operation === "getChat").length;
  const connect = () => new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint });

  it("are own properties that can be replaced, as spies want them", () => {
    const { operations } = connect();
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(operations))) {
      const { value, ...flags } = property;
      expect(flags, name).to.deep.equal({ writable: true, enumerable: true, configurable: true });
      expect(value, name).to.be.a("function");
    }
  });

  it("are spied on: the call is made, and told", async () => {
    await using rescue = connect();
    const spy = mock.method(rescue.operations, "closeSession");
    await rescue.operations.closeSession({ iSession: SESSION });
    expect(spy.mock.calls.map((call) => call.arguments)).to.deep.equal([[{ iSession: SESSION }]]);
    expect(emulator.executions("closeSession", SESSION)).to.equal(1);
  });

  it("are replaced for one client: another calls the service, and so does this one afterwards", async () => {
    await using rescue = connect();
    await using other = connect();
    mock.method(rescue.operations, "getChat", async () => ({ sChatLog: "from a test" }));
    expect(await rescue.operations.getChat({ iSessionID: 1 })).to.deep.equal({ sChatLog: "from a test" });
    expect(asked()).to.equal(0);
    await other.operations.getChat({ iSessionID: SESSION }).catch(() => {});
    expect(asked()).to.equal(1);
    mock.restoreAll();
    await rescue.operations.getChat({ iSessionID: SESSION }).catch(() => {});
    expect(asked()).to.equal(2);
  });
});
