import { expect } from "chai";
import fc from "fast-check";
import { contract } from "../../generated/contract.js";
import { facadeMisfits } from "../../scripts/regenerate/facade-fit.js";
import { type Emulator, startEmulator } from "../../src/emulator/index.js";
import { literalOf, resultFieldOf } from "../../src/emulator/wire/response-message.js";
import { RescueClient } from "../../src/index.js";
import { lookUp } from "../../src/soap/contract.js";
import { VERSIONS } from "../emulator/wire.js";
import { asRead, messageValues } from "../hostile/contract-values.js";
import { seed } from "../soap/seed.js";

const SAMPLES = 3;

// Whatever WSDL the package has by now: nothing here names an operation but those of the facade.
describe(`the packaged WSDL (seed ${seed})`, () => {
  let emulator: Emulator;
  before(async () => {
    emulator = await startEmulator({ limits: false });
  });
  after(() => emulator.close());

  it("fits the facade", () => {
    const needed = facadeMisfits(contract).filter((misfit) => !misfit.startsWith("RescueClient#logout:"));
    expect(needed).to.deep.equal([]);
  });

  for (const soap of VERSIONS) {
    it(`SOAP ${soap}: logs in, closes a session and logs out on the emulator`, async () => {
      await using service = await startEmulator();
      const credentials = { email: "some@email.com", password: "secretPassword" };
      await using rescue = new RescueClient({ credentials, endpoint: service.endpoint, soap });
      expect(await rescue.closeSession(12345678)).to.include({ session: 12345678, code: "OK" });
      expect(service.logins()).to.equal(1);
      const ended = await rescue.logout();
      if (lookUp(contract.operations, "logout")) expect(ended).to.include({ code: "OK" });
      else expect(ended).to.equal(undefined);
      expect(service.executions("closeSession", 12345678)).to.equal(1);
    });

    for (const [name, operation] of Object.entries(contract.operations)) {
      it(`SOAP ${soap}: ${name} arrives as it was sent, and is answered as it was meant`, async () => {
        const { request, response } = operation;
        const result = resultFieldOf(name, operation);
        const literals = result && lookUp(contract.enums, result.type);
        const literal = literals ? literalOf(literals, "OK") : "OK";
        const rest = response.fields.filter((field) => field !== result);
        const values = fc.tuple(messageValues(request.fields, contract), messageValues(rest, contract));
        await using rescue = new RescueClient({
          credentials: { authCode: "contract-test" },
          endpoint: emulator.endpoint,
          soap,
        });
        const operations = rescue.operations as Readonly<Record<string, (args: object) => Promise<object>>>;
        for (const [sent, answered] of fc.sample(values, { seed, numRuns: SAMPLES })) {
          let seen: unknown;
          emulator.on(name, (received: object) => {
            seen = received;
            return { ...answered, ...(result ? { [result.name]: literal } : {}) };
          });
          const told = await operations[name]?.(sent);
          const withCode = request.fields.some((field) => field.name === "sAuthCode" && !("sAuthCode" in sent))
            ? { ...sent, sAuthCode: "contract-test" }
            : sent;
          expect(told).to.deep.equal(asRead(rest, answered));
          expect(seen).to.deep.equal(arrived(asRead(request.fields, withCode)));
        }
      });
    }
  }
});

// A handler is told what was sent; .NET knows no difference between null and not sent.
function arrived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(arrived);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === null || item === undefined ? [] : [[key, arrived(item)]])),
  );
}
