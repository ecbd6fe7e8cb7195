import { expect } from "chai";
import type { Contract, ContractMessage } from "../../../src/soap/contract/contract.js";
import { decodeReply } from "../../../src/soap/message/decode-reply.js";
import { encodeMessage, writeMessage } from "../../../src/soap/message/encode.js";
import { localName, NAMESPACE_LIMIT, NamespaceScope } from "../../../src/soap/message/namespace-scope.js";
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

describe("NamespaceScope: the declarations in force", () => {
  const refuse = (reason: string): never => {
    throw new Error(reason);
  };
  const XML = "http://www.w3.org/XML/1998/namespace";
  const outer = NamespaceScope.root.enter({ xmlns: "urn:a", "xmlns:p": "urn:p", other: "x" }, refuse);

  it("are those of the element and of the elements around it, the inner ones first", () => {
    const inner = outer.enter({ xmlns: "", "xmlns:q": "urn:q" }, refuse);
    const namespaces = ["", "p", "q", "xml", "r"].map((prefix) => inner.resolve(prefix));
    expect(namespaces).to.deep.equal(["", "urn:p", "urn:q", XML, undefined]);
    expect(inner.enter({ "xmlns:p": "urn:r" }, refuse).resolve("p")).to.equal("urn:r");
    expect([outer.defaultNamespace, NamespaceScope.root.defaultNamespace]).to.deep.equal(["urn:a", ""]);
  });

  it("are its parent's where an element declares nothing", () => {
    expect(outer.enter({}, refuse)).to.equal(outer);
    expect(outer.enter({ "p:a": "1", a: "2", "xml:lang": "en" }, refuse)).to.equal(outer);
  });

  it("give the namespace of a name", () => {
    expect(outer.namespaceOf("a", refuse)).to.equal("urn:a");
    expect(outer.namespaceOf("p:a", refuse)).to.equal("urn:p");
    expect([localName("p:a"), localName("a")]).to.deep.equal(["a", "a"]);
    for (const name of ["q:a", ":a"])
      expect(() => outer.namespaceOf(name, refuse), name).to.throw("uses a prefix that it does not declare");
    for (const name of ["p:", "p:a:b", "p:-a", "p:1", "p:\u0300a"])
      expect(() => outer.namespaceOf(name, refuse), name).to.throw("has a name that is not a QName");
  });

  it("are refused where the specification forbids them", () => {
    const refusals: readonly (readonly [attributes: Record<string, string>, reason: string])[] = [
      [{ "xmlns:xmlns": "urn:x" }, "declares the prefix xmlns or binds its namespace"],
      [{ "xmlns:p": "http://www.w3.org/2000/xmlns/" }, "declares the prefix xmlns or binds its namespace"],
      [{ "xmlns:xml": "urn:x" }, "binds the prefix xml or its namespace to something else"],
      [{ xmlns: XML }, "binds the prefix xml or its namespace to something else"],
      [{ "xmlns:p": "" }, "undeclares a prefix, which XML 1.0 does not allow"],
      [{ "xmlns:p": "u".repeat(NAMESPACE_LIMIT + 1) }, "has a namespace name of more than 500 characters"],
      [{ "xmlns:a:b": "urn:x" }, "has a name that is not a QName, such as one with two colons"],
      [{ "q:a": "1" }, "uses a prefix that it does not declare"],
      [{ "xmlns:q": "urn:p", "p:a": "1", "q:a": "2" }, "has a duplicate attribute: one name by two prefixes"],
    ];
    for (const [attributes, reason] of refusals) expect(() => outer.enter(attributes, refuse)).to.throw(reason);
  });

  it("are accepted otherwise, also where two attributes look alike", () => {
    for (const attributes of [
      { "xmlns:xml": XML },
      { "xmlns:p": "u".repeat(NAMESPACE_LIMIT) },
      { "xmlns:q": "urn:q", "p:a": "1", "q:a": "2", "p:b": "3", a: "4" },
      { "xmlns:a": "urn:p", "p:a": "1" },
    ])
      expect(() => outer.enter(attributes, refuse)).not.to.throw();
  });
});
