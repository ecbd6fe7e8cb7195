import { expect } from "chai";
import type { Contract, ContractMessage } from "../../../src/soap/contract/contract.js";
import { decodeReply } from "../../../src/soap/message/decode-reply.js";
import { encodeMessage, writeMessage } from "../../../src/soap/message/encode.js";
import { envelope } from "../envelope.js";

const message = (element: string, namespace?: string): ContractMessage => ({
  element,
  ...(namespace === undefined ? {} : { namespace }),
  fields: [
    { name: "own", type: "xs:int" },
    { name: "bare", type: "xs:string", min: 0, namespace: "" },
    { name: "other", type: "Other", min: 0, max: "unbounded", nillable: true, namespace: "urn:b?x&y" },
  ],
});

/** A service whose elements are of three namespaces, and of none. */
const mixed: Contract = {
  namespace: "urn:a",
  service: "S",
  port: "P",
  address: "urn:x",
  operations: {
    ask: { soapAction: "urn:ask", request: message("ask"), response: message("answer", "urn:c") },
  },
  types: {
    Other: [
      { name: "deep", type: "xs:string", namespace: "urn:b?x&y" },
      { name: "back", type: "xs:string", min: 0 },
    ],
  },
  enums: {},
};
const { ask } = mixed.operations;
if (!ask) throw new Error("no operation");

const values = { own: 1, bare: "<2>", other: [{ deep: "3", back: "4" }, null, { deep: "" }] };
const OTHERS =
  '<other xmlns="urn:b?x&amp;y"><deep>3</deep><back xmlns="urn:a">4</back></other>' +
  '<other xmlns="urn:b?x&amp;y" xsi:nil="true" /><other xmlns="urn:b?x&amp;y"><deep /></other>';

describe("elements of several namespaces", () => {
  it("are each written in their own", () => {
    const write = (one: ContractMessage) => writeMessage(mixed, one, encodeMessage(mixed, one, values, "ask"));
    expect(write(ask.request)).to.equal(
      `<ask xmlns="urn:a"><own>1</own><bare xmlns="">&lt;2&gt;</bare>${OTHERS}</ask>`,
    );
    expect(write(ask.response)).to.equal(
      `<answer xmlns="urn:c"><own xmlns="urn:a">1</own><bare xmlns="">&lt;2&gt;</bare>${OTHERS}</answer>`,
    );
  });

  const read = (body: string) => decodeReply(envelope(body), { contract: mixed, operation: ask, version: "1.1" });

  it("are read by their namespaces, whatever the prefixes", () => {
    expect(
      read(
        '<c:answer xmlns:c="urn:c" xmlns:a="urn:a" xmlns:b="urn:b?x&amp;y"><a:own>1</a:own><bare>&lt;2></bare>' +
          '<b:other><b:deep>3</b:deep><a:back>4</a:back></b:other><b:other xsi:nil="1"/><b:other><b:deep/></b:other></c:answer>',
      ),
    ).to.deep.equal({ response: values, drift: [] });
  });

  it("are drift in any other", () => {
    const { response, drift } = read(
      '<answer xmlns="urn:c"><own xmlns="urn:a">1</own><bare>2</bare><own>3</own><other xmlns="">4</other></answer>',
    );
    expect(response).to.deep.equal({ own: 1, other: [] });
    expect(drift).to.deep.equal(["bare", "own", "other"]);
  });

  it("make the answer another's when the wrapper is in the contract's", () => {
    expect(() => read('<answer xmlns="urn:a"><own>1</own></answer>')).to.throw(/does not hold answer/);
  });
});
