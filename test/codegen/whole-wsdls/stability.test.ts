import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { renderFiles } from "../../../src/codegen/render-files.js";
import type { Contract } from "../../../src/soap/contract/contract.js";
import { renderOnePortWsdl } from "../../../src/soap/node-soap/one-port-wsdl.js";
import { readWsdl } from "../../../src/wsdl/read/read-wsdl.js";

const reversed = <T>(table: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(table).reverse());

/** The types of `types.ts`, by name, in their order. */
async function definitions(wsdlText: string): Promise<Map<string, string>> {
  const files = await renderFiles({ wsdlText, fileName: "API.wsdl" });
  const declarations =
    files
      .get("types.ts")
      ?.split(/\n\n(?=\/\*\*)/)
      .slice(1) ?? [];
  return new Map(declarations.map((text) => [/^export \w+ (\w+)/m.exec(text)?.[1] ?? "", text.trim()]));
}

/** An operation that comes first and uses existing types under other parameter names. */
function grown(wsdl: string): string {
  const insert = (text: string, after: RegExp, what: string) => text.replace(after, (found) => found + what);
  const operation = (inside: string) => `<wsdl:operation name="aaFirst">${inside}</wsdl:operation>`;
  const schema = `
    <s:element name="aaFirst"><s:complexType><s:sequence>
      <s:element name="oPerson" type="tns:USER_V3"/><s:element name="eKind" type="tns:NODE_TYPE"/>
      <s:element name="aTree" minOccurs="0" type="tns:ArrayOfHIERARCHY"/></s:sequence></s:complexType></s:element>
    <s:element name="aaFirstResponse"><s:complexType><s:sequence>
      <s:element name="aaFirstResult" type="tns:closeSessionRet"/>
      <s:element name="oTop" minOccurs="0" type="tns:HIERARCHY"/></s:sequence></s:complexType></s:element>`;
  let text = insert(wsdl, /<s:schema [^>]*>/, schema);
  text = insert(
    text,
    /<\/wsdl:types>/,
    `<wsdl:message name="aaFirstIn"><wsdl:part name="parameters" element="tns:aaFirst"/></wsdl:message>
     <wsdl:message name="aaFirstOut"><wsdl:part name="parameters" element="tns:aaFirstResponse"/></wsdl:message>`,
  );
  text = insert(
    text,
    /<wsdl:portType name="APISoap">/,
    operation('<wsdl:input message="tns:aaFirstIn"/><wsdl:output message="tns:aaFirstOut"/>'),
  );
  const body = '<soap:body use="literal"/>';
  return insert(
    text,
    /<soap:binding [^>]*>/,
    operation(`<soap:operation soapAction="urn:a"/><wsdl:input>${body}</wsdl:input><wsdl:output>${body}</wsdl:output>`),
  );
}

describe("generated types", function () {
  this.timeout(60_000);
  let wsdl: string;
  let before_: Map<string, string>;
  before(async () => {
    wsdl = await readFile("test/reference/API.wsdl", "utf8");
    before_ = await definitions(wsdl);
  });

  it("do not change when an operation is added in front", async () => {
    const after = await definitions(grown(wsdl));
    expect(before_.size).to.be.above(100);
    const added = [...after.keys()].filter((name) => !before_.has(name));
    expect(added).to.deep.equal(["AaFirst", "AaFirstResponse"]);
    for (const [name, text] of before_) expect(after.get(name), name).to.equal(text);
  });

  it("do not change when operations and types change places", async () => {
    const contract = readWsdl(wsdl, "API.wsdl");
    const shuffled: Contract = {
      ...contract,
      operations: reversed(contract.operations),
      types: reversed(contract.types),
      enums: reversed(contract.enums),
    };
    const after = await definitions(renderOnePortWsdl(shuffled));
    expect([...after]).to.deep.equal([...before_]);
  });
});
