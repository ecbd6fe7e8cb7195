import { pathToFileURL } from "node:url";
import { expect } from "chai";
import fc from "fast-check";
import { renderFiles } from "../../src/codegen/render-files.js";
import type { Contract } from "../../src/soap/contract/contract.js";
import { renderOnePortWsdl } from "../../src/soap/node-soap/one-port-wsdl.js";
import { readWsdl } from "../../src/wsdl/read/read-wsdl.js";
import { compileAll } from "../codegen/compile.js";
import { seed } from "../soap/seed.js";
import { roundTrip } from "./message-round-trip.js";
import { randomContracts } from "./random-contract.js";

const sorted = (contract: Contract): Contract => JSON.parse(JSON.stringify(contract));

/** The contract with only the types that its operations reach. */
function reachable(contract: Contract): Contract {
  const reached = new Set<string>();
  const queue = Object.values(contract.operations).flatMap(({ request, response }) => [
    request.fields,
    response.fields,
  ]);
  for (const fields of queue) {
    for (const { type } of fields) {
      if (reached.has(type)) continue;
      reached.add(type);
      if (Object.hasOwn(contract.types, type)) queue.push(contract.types[type] ?? []);
    }
  }
  const only = <T>(table: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(table).filter(([name]) => reached.has(name)));
  return { ...contract, types: only(contract.types), enums: only(contract.enums) };
}

describe(`random WSDLs (seed ${seed})`, function () {
  this.timeout(120_000);

  it("are read as the contract that they were rendered from, and their values round-trip", () => {
    fc.assert(
      fc.property(randomContracts, (contract) => {
        const read = readWsdl(renderOnePortWsdl(contract), "random.wsdl");
        expect(sorted(read)).to.deep.equal(sorted(reachable(contract)));
        roundTrip(read, 5);
      }),
      { seed, numRuns: 60 },
    );
  });

  it("are generated, and compile to the contract that was read", async () => {
    const contracts = fc.sample(randomContracts, { seed, numRuns: 8 });
    const generated = new Map<string, ReadonlyMap<string, string>>();
    for (const [index, contract] of contracts.entries()) {
      const wsdlText = renderOnePortWsdl(contract);
      generated.set(String(index), await renderFiles({ wsdlText, fileName: "random.wsdl" }));
    }
    await compileAll(generated, async (js) => {
      for (const [index, contract] of contracts.entries()) {
        const file = pathToFileURL(`${js}/${index}/generated/contract.js`).href;
        const loaded = (await import(file)) as { readonly contract: Contract };
        expect(sorted(loaded.contract)).to.deep.equal(sorted(reachable(contract)));
        roundTrip(loaded.contract, 5);
      }
    });
  });
});
