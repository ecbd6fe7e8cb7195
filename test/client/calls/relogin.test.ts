import { expect } from "chai";
import { traitsOf } from "../../../src/client/operations/operation-table.js";
import { VirtualClock } from "../../../src/emulator/index.js";
import { RescueError } from "../../../src/index.js";
import type { ContractField } from "../../../src/soap/contract/contract.js";
import { VERSIONS } from "../../emulator/wire.js";
import { contract } from "../../reference/generated/contract.js";
import { type Emulator, RescueClient, startEmulator } from "../../reference/service.js";
import { ADMINISTRATOR } from "../guide-values.js";

const MINUTE = 60_000;
const needLogin = Object.keys(contract.operations).filter((name) => traitsOf(name).class !== "auth");

for (const soap of VERSIONS) {
  describe(`a login that the service has forgotten, SOAP ${soap}`, () => {
    let emulator: Emulator;
    before(async () => {
      emulator = await startEmulator({ clock: new VirtualClock(0), limits: false });
    });
    beforeEach(() => emulator.reset());
    after(() => emulator.close());
    const connect = () => new RescueClient({ credentials: ADMINISTRATOR, endpoint: emulator.endpoint, soap });
    const called = () => emulator.log.map(({ operation }) => operation);

    for (const name of needLogin) {
      it(`${name}: the client logs in again and repeats the call`, async () => {
        await using rescue = connect();
        await rescue.login();
        emulator.clock.advance(21 * MINUTE);
        const operations = rescue.operations as Readonly<Record<string, (args: object) => Promise<unknown>>>;
        // Any answer will do, a refusal as well; the operation is repeated in any case.
        await operations[name]?.(smallest(contract.operations[name]?.request.fields ?? [])).catch((error: unknown) => {
          if (!(error instanceof RescueError) || error.outcome !== "answered") throw error;
        });
        expect(called()).to.deep.equal(["login", name, "login", name]);
      });
    }

    it("is made again under the old cookie when the service reuses ids", async () => {
      await using reusing = await startEmulator({ clock: new VirtualClock(0), reuseSessionIds: true });
      await using rescue = new RescueClient({ credentials: ADMINISTRATOR, endpoint: reusing.endpoint, soap });
      for (const session of [20000001, 20000002, 20000003]) {
        expect(await rescue.closeSession(session)).to.include({ code: "OK" });
        reusing.clock.advance(21 * MINUTE);
      }
      expect(reusing.executions("login")).to.equal(3);
    });

    it("setUserStatus_v7_1 takes effect under the new login, once", async () => {
      await using rescue = connect();
      await rescue.login();
      emulator.clock.advance(21 * MINUTE);
      expect(await rescue.operations.setUserStatus_v7_1({ iNodeID: 201, eStatus: "Disabled" })).to.deep.equal({});
      expect(emulator.log.map(({ result }) => result)).to.deep.equal(["login_OK", "NotLoggedIn", "login_OK", "OK"]);
      expect(emulator.executions("setUserStatus_v7_1", 201)).to.equal(1);
    });
  });
}

/** The required parameters, each with the least value of its type. */
function smallest(fields: readonly ContractField[]): object {
  const values = fields.filter(({ min }) => min !== 0).map(({ name, type }) => [name, leastOf(type)]);
  return Object.fromEntries(values);
}

function leastOf(type: string): string | number | boolean {
  const literal = contract.enums[type]?.[0];
  if (literal !== undefined) return literal;
  if (type === "xs:boolean") return false;
  return type === "xs:int" ? 0 : type === "xs:dateTime" ? "2026-01-01T00:00:00" : "";
}
