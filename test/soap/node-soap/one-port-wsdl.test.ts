import { readFile } from "node:fs/promises";
import { expect } from "chai";
import type { Contract } from "../../../src/soap/contract/contract.js";
import { renderOnePortWsdl } from "../../../src/soap/node-soap/one-port-wsdl.js";
import { readWsdl } from "../../../src/wsdl/read/read-wsdl.js";
import { smallWsdl } from "../../wsdl/small-wsdl.js";

function withoutDocumentation(contract: Contract): Contract {
  const operations = Object.entries(contract.operations).map(([name, { documentation: _, ...rest }]) => [name, rest]);
  return { ...contract, operations: Object.fromEntries(operations) };
}

describe("renderOnePortWsdl", () => {
  for (const path of ["test/reference/API.wsdl", "test/fixtures/wsdl/real.wsdl"]) {
    it(`renders a WSDL that reads as the contract of ${path}`, async () => {
      const contract = readWsdl(await readFile(path, "utf8"), path);
      expect(readWsdl(renderOnePortWsdl(contract), "rendered")).to.deep.equal(withoutDocumentation(contract));
    });
  }

  it("keeps every character of a literal and an address", () => {
    const original = readWsdl(smallWsdl(), "w");
    const contract: Contract = {
      ...withoutDocumentation(original),
      address: "https://example.test/?a=1&b='\"<>",
      operations: {
        ping: {
          soapAction: "urn:a&b",
          request: { element: "ping", fields: [{ name: "mood", type: "Mood", min: 0, max: 3, nillable: true }] },
          response: { element: "pingResponse", fields: [] },
        },
      },
      enums: { Mood: ["<a & 'b'>", '"', "tab\tline\nreturn\r.", " blanks  "] },
    };
    expect(readWsdl(renderOnePortWsdl(contract), "rendered")).to.deep.equal(contract);
  });
});
