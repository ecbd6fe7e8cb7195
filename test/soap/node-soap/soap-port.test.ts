import { expect } from "chai";
import type { Client } from "soap";
import { createClientAsync } from "../../../generated/api/client.js";
import type { Contract } from "../../../src/soap/contract/contract.js";
import type { SoapVersion } from "../../../src/soap/contract/soap-version.js";
import type { HttpReply } from "../../../src/soap/http/http-transport.js";
import { type SoapMessage, SoapPort } from "../../../src/soap/node-soap/soap-port.js";
import { contract } from "../../reference/generated/contract.js";

const login = "<login><sPassword>hunter2</sPassword></login>";
const reply: HttpReply = { status: 500, headers: { "set-cookie": ["a=b"] }, body: Buffer.from("<no XML") };

/** Opens a port, and notes the clients of node-soap that it opens. */
async function openPort(of: Contract = contract, version: SoapVersion = "1.1") {
  const opened: Client[] = [];
  const port = await SoapPort.open(of, version, "http://127.0.0.1/API.asmx", async () => ({
    createClientAsync: async (...options) => {
      const client = await createClientAsync(...options);
      opened.push(client);
      return client;
    },
  }));
  return { port, opened };
}

const isUndefined = (values: readonly unknown[]) => values.every((value) => value === undefined);

describe("SoapPort: node-soap makes the message and reads nothing", () => {
  let opened: readonly Client[];
  let port: SoapPort;
  before(async () => {
    ({ port, opened } = await openPort());
  });

  const kept = () => opened.flatMap((client) => [client.lastMessage, client.lastRequest, client.lastResponse]);

  it("sends node-soap's envelope and headers, and returns the reply untouched, whatever it is", async () => {
    const sent: SoapMessage[] = [];
    const returned = await port.invoke("login", login, async (message) => {
      sent.push(message);
      return reply;
    });
    expect(returned).to.equal(reply);
    expect(sent).to.have.length(1);
    expect(sent[0]?.xml).to.match(/^<\?xml [^>]*><soap:Envelope [^>]*>/);
    expect(sent[0]?.xml).to.contain(`<soap:Body>${login}</soap:Body></soap:Envelope>`);
    expect(sent[0]?.headers).to.have.property("SOAPAction", `"${contract.operations.login?.soapAction}"`);
    expect(kept()).to.have.length.above(0).and.satisfy(isUndefined);
  });

  it("throws what sending throws, unchanged, and keeps no message", async () => {
    for (const failure of [Object.freeze(new Error("broken")), new TypeError("x")]) {
      const caught = await port.invoke("login", login, () => Promise.reject(failure)).catch((error: unknown) => error);
      expect(caught).to.equal(failure);
      expect(Object.getOwnPropertyNames(failure).sort()).to.deep.equal(["message", "stack"]);
      expect(kept()).to.have.length.above(0).and.satisfy(isUndefined);
    }
  });

  it("keeps calls that run side by side apart", async () => {
    const replies = [1, 2, 3].map((status) => ({ ...reply, status }));
    const returned = await Promise.all(replies.map((one) => port.invoke("logout", "<logout />", async () => one)));
    expect(returned).to.deep.equal(replies);
  });
});

describe("SoapPort: node-soap learns of an operation when it is called", () => {
  const answer = async () => reply;
  const methodsOf = ({ wsdl }: Client) =>
    Object.values(wsdl.definitions.bindings).flatMap((binding) => Object.keys(binding.methods ?? {}));

  it("opens a client with that operation alone, once for each", async () => {
    const { port, opened } = await openPort();
    expect(opened).to.deep.equal([]);
    for (const name of ["login", "closeSession", "login", "closeSession"]) await port.invoke(name, "<x/>", answer);
    expect(opened.map(methodsOf)).to.deep.equal([["login"], ["closeSession"]]);
    expect(Object.keys(contract.operations)).to.have.length.above(20);
  });

  it("reads its WSDL once for all ports of a contract and SOAP version, and never shares it further", async () => {
    const ports = [
      await openPort(),
      await openPort(),
      await openPort(contract, "1.2"),
      await openPort({ ...contract }),
    ];
    for (const { port } of ports) await port.invoke("login", "<login/>", answer);
    const [first, again, ...others] = ports.map(({ opened }) => opened[0]?.wsdl);
    expect(first).to.be.an("object").and.equal(again);
    expect(new Set([first, ...others])).to.have.length(3);
  });

  it("calls one whose name is a member of node-soap's client, and refuses one that is not in the contract", async () => {
    const { logout } = contract.operations;
    if (!logout) throw new Error("the contract has no logout");
    const { port } = await openPort({ ...contract, operations: { describe: logout, thenAsync: logout } });
    for (const name of ["describe", "thenAsync"]) expect(await port.invoke(name, "<x/>", answer)).to.equal(reply);
    const failed = await port.invoke("toString", "<x/>", answer).catch((error: unknown) => error);
    expect(failed).to.be.an.instanceof(TypeError).with.property("message", "the contract has no operation toString");
  });
});
