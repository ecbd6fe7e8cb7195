import { expect } from "chai";
import { createClientAsync } from "../../../generated/api/client.js";
import type { HttpReply } from "../../../src/soap/http/http-transport.js";
import { type SoapMessage, SoapPort } from "../../../src/soap/node-soap/soap-port.js";
import { contract } from "../../reference/generated/contract.js";

const login = "<login><sPassword>hunter2</sPassword></login>";
const reply: HttpReply = { status: 500, headers: { "set-cookie": ["a=b"] }, body: Buffer.from("<no XML") };

describe("SoapPort: node-soap makes the message and reads nothing", () => {
  let opened: Awaited<ReturnType<typeof createClientAsync>>;
  let port: SoapPort;
  before(async () => {
    port = await SoapPort.open(contract, "1.1", "http://127.0.0.1/API.asmx", async () => ({
      createClientAsync: async (...options) => {
        opened = await createClientAsync(...options);
        return opened;
      },
    }));
  });

  const kept = () => ["lastMessage", "lastRequest", "lastResponse"].map((field) => Reflect.get(opened, field));

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
    expect(kept()).to.deep.equal([undefined, undefined, undefined]);
  });

  it("throws what sending throws, unchanged, and keeps no message", async () => {
    for (const failure of [Object.freeze(new Error("broken")), new TypeError("x")]) {
      const caught = await port.invoke("login", login, () => Promise.reject(failure)).catch((error: unknown) => error);
      expect(caught).to.equal(failure);
      expect(Object.getOwnPropertyNames(failure).sort()).to.deep.equal(["message", "stack"]);
      expect(kept()).to.deep.equal([undefined, undefined, undefined]);
    }
  });

  it("keeps calls that run side by side apart", async () => {
    const replies = [1, 2, 3].map((status) => ({ ...reply, status }));
    const returned = await Promise.all(replies.map((one) => port.invoke("logout", "<logout />", async () => one)));
    expect(returned).to.deep.equal(replies);
  });
});
