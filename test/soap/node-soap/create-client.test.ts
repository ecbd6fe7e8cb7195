import { expect } from "chai";
import { createClientAsync as ofNodeSoap, WSDL } from "soap";
import { createClientAsync } from "../../../src/soap/node-soap/create-client.js";
import { oneOperation } from "../../../src/soap/node-soap/node-soap-contract.js";
import { renderOnePortWsdl } from "../../../src/soap/node-soap/one-port-wsdl.js";
import { contract } from "../../reference/generated/contract.js";

describe("createClientAsync", () => {
  let wsdl: WSDL;
  before(async () => {
    wsdl = await new Promise<WSDL>((resolve, reject) => {
      const read: WSDL = new WSDL(renderOnePortWsdl(oneOperation(contract, "login").contract), "contract", {});
      read.onReady((error: unknown) => (error ? reject(error) : resolve(read)));
    });
  });

  it("makes the client that node-soap's own makes of a WSDL in the cache", async () => {
    const wsdlCache = { has: () => true, get: () => wsdl, set: () => {} };
    const options = { wsdlCache, endpoint: "http://127.0.0.1/API.asmx" };
    const [own, theirs] = [await createClientAsync("contract", options), await ofNodeSoap("contract", options)];
    expect(own.constructor).to.equal(theirs.constructor);
    expect(own.wsdl).to.equal(theirs.wsdl);
    expect(Object.keys(own)).to.deep.equal(Object.keys(theirs));
    expect(own.loginAsync).to.be.a("function");
  });

  it("loads no WSDL: one that is not in the cache is refused", async () => {
    for (const options of [{}, { wsdlCache: { has: () => false, get: () => wsdl, set: () => {} } }]) {
      const refused = await createClientAsync("contract", options).catch((error: unknown) => error);
      expect(refused).to.be.an.instanceof(TypeError);
    }
  });
});
