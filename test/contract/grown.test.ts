import { expect } from "chai";
import fc from "fast-check";
import { contract as packaged } from "../../generated/contract.js";
import { renderFiles } from "../../src/codegen/render-files.js";
import { startEmulator } from "../../src/emulator/index.js";
import { OutcomeUnknownError, RescueClient, SoapFaultError } from "../../src/index.js";
import { type ContractOperation, lookUp } from "../../src/soap/contract/contract.js";
import { resultElement } from "../../src/soap/contract/result-element.js";
import { readWsdl } from "../../src/wsdl/read/read-wsdl.js";
import { thrown } from "../client/thrown.js";
import { compile } from "../codegen/compile.js";
import { exchange, VERSIONS } from "../emulator/wire.js";
import { seed } from "../soap/seed.js";
import { expectCarried } from "./carried-operation.js";
import { answersOfAllKinds, grownWsdl, type NewOperation, newOperations } from "./grown-wsdl.js";

/** Reads the packaged WSDL with additional operations, and calls each of them on an emulator of it, over both SOAP versions. */
async function expectAllCarried(added: readonly NewOperation[], samples: number): Promise<void> {
  const contract = readWsdl(grownWsdl(packaged, added), "grown.wsdl");
  await using emulator = await startEmulator({ contract, limits: false });
  for (const { name, result } of added) {
    const operation = lookUp(contract.operations, name) as ContractOperation;
    expect(resultElement(contract, name, operation)?.name, `${name}: its result`).to.equal(result);
    const page = await exchange(`${emulator.endpoint}?op=${encodeURIComponent(name)}`, { method: "GET" });
    expect(page.status, `${name}: its page`).to.equal(200);
    for (const soap of VERSIONS) await expectCarried({ contract, emulator, soap, name }, seed, samples);
  }
}

const pingDesk = { name: "pingDesk", parameters: [{ name: "iDesk", type: "xs:int" }] };

describe(`the packaged WSDL, grown (seed ${seed})`, function () {
  this.timeout(60_000);

  for (const [kind, answering] of Object.entries(answersOfAllKinds("pingDesk"))) {
    it(`by an operation that returns ${kind}: it is read, emulated and called`, () =>
      expectAllCarried([{ ...pingDesk, ...answering }], 5));
  }

  it("by any operations: they are read, emulated and called", async () => {
    const added = newOperations(Object.keys(packaged.operations));
    await fc.assert(
      fc.asyncProperty(added, (operations) => expectAllCarried(operations, 2)),
      { seed, numRuns: 25 },
    );
  });

  it("by operations of all kinds: the generated code compiles, with the types that the client returns", async () => {
    const added = Object.keys(answersOfAllKinds("any")).map((kind, index) => {
      const name = `grown${index}`;
      return { ...answersOfAllKinds(name)[kind], kind, name, parameters: pingDesk.parameters } as NewOperation & {
        readonly kind: string;
      };
    });
    const files = await renderFiles({ wsdlText: grownWsdl(packaged, added), fileName: "grown.wsdl" });
    const lines = added.map(({ name, fields, result }) => {
      const rest = fields.filter((field) => field.name !== result).map((field) => JSON.stringify(field.name));
      return `export const ${name}: Same<keyof Answer<"${name}">, ${rest.join(" | ") || "never"}> = true;`;
    });
    const use = [
      'import type { OperationTypes } from "./index.js";',
      'type Answer<Name extends keyof OperationTypes> = Omit<OperationTypes[Name]["response"], OperationTypes[Name]["result"]>;',
      "type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;",
      ...lines,
    ];
    await compile(new Map([...files, ["use.ts", use.join("\n")]]));
  });

  for (const soap of VERSIONS) {
    it(`SOAP ${soap}: an operation without a behaviour returns a fault that names it`, async () => {
      const contract = readWsdl(grownWsdl(packaged, [{ ...pingDesk, fields: [] }]), "grown.wsdl");
      await using emulator = await startEmulator({ contract });
      const { endpoint } = emulator;
      await using rescue = new RescueClient({ credentials: { authCode: "grown" }, endpoint, contract, soap });
      const { pingDesk: ping } = rescue.operations as unknown as Record<string, (args: object) => Promise<object>>;
      // The effect of a new operation is not known: after a fault its outcome is unknown.
      const { cause } = await thrown(OutcomeUnknownError, ping?.({ iDesk: 1 }) ?? Promise.resolve());
      expect(cause).to.be.instanceOf(SoapFaultError);
      expect(cause.message).to.contain("The emulator has no behaviour for operation pingDesk.");
    });
  }
});
