import { readFileSync } from "node:fs";
import { expect } from "chai";
import { Client, WSDL } from "soap";
import type { Contract } from "../../../src/soap/contract/contract.js";
import { nodeSoapContract, nodeSoapNames } from "../../../src/soap/node-soap/node-soap-contract.js";
import { renderOnePortWsdl } from "../../../src/soap/node-soap/one-port-wsdl.js";
import { contract } from "../../reference/generated/contract.js";

const withOperations = (...names: string[]): Contract => ({
  ...contract,
  operations: Object.fromEntries(
    names.map((name) => [
      name,
      {
        soapAction: `urn:${name}`,
        request: { element: name, fields: [] },
        response: { element: `${name}Response`, fields: [] },
      },
    ]),
  ),
});

async function clientOf(one: Contract): Promise<Client> {
  const wsdl = await new Promise<WSDL>((resolve, reject) => {
    const parsed: WSDL = new WSDL(renderOnePortWsdl(nodeSoapContract(one)), "contract", {});
    parsed.onReady((error: unknown) => (error ? reject(error) : resolve(parsed)));
  });
  return new Client(wsdl, "http://127.0.0.1/", {});
}

describe("nodeSoapContract", () => {
  it("leaves ordinary names as they are", () => {
    const names = nodeSoapNames(contract);
    expect(names.service).to.equal("API");
    for (const [name, given] of names.operations) expect(given).to.equal(name);
  });

  it("keeps every member of node-soap's client out of reach", async () => {
    const bare = await clientOf(withOperations("ping"));
    const members = new Set<string>();
    for (let one: object | null = bare; one; one = Object.getPrototypeOf(one)) {
      for (const name of Object.getOwnPropertyNames(one)) members.add(name);
    }
    for (const own of ["ping", "pingAsync", "API", "__proto__"]) members.delete(own);
    // Fields that it sets later, by its own declaration.
    const [, declaration = ""] = readFileSync("node_modules/soap/lib/client.d.ts", "utf8").split(
      "declare class Client",
    );
    for (const [, name] of declaration.matchAll(/^ {4}(?:private )?(\w+)[?:(;]/gm)) if (name) members.add(name);
    expect(members.size).to.be.above(40);

    const names = nodeSoapNames(withOperations(...members));
    for (const [name, given] of names.operations) expect(given, name).to.match(/^_\d+$/);
    for (const name of members) expect(nodeSoapNames({ ...contract, service: name }).service, name).to.equal("_0");
  });

  it("gives every operation a promise method of its own", async () => {
    const odd = withOperations("ping", "pingAsync", "pingAsyncAsync", "wsdl", "a-b", "été", "__", "_1", "toString");
    const client: unknown = await clientOf({ ...odd, service: "ping" });
    const { operations, service } = nodeSoapNames({ ...odd, service: "ping" });
    const methods = [...operations.values()].map((name) => Reflect.get(client as object, `${name}Async`));
    for (const method of methods) expect(method).to.be.a("function");
    expect(new Set(methods)).to.have.length(operations.size);
    expect(service).to.equal("_0");
  });
});
