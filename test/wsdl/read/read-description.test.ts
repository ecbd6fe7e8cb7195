import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { parseDocument } from "../../../src/wsdl/load/wsdl-document.js";
import { WsdlError } from "../../../src/wsdl/load/wsdl-error.js";
import { describeWsdl, readWsdlDescription } from "../../../src/wsdl/read/read-description.js";
import { smallWsdl } from "../small-wsdl.js";

describe("readWsdlDescription", () => {
  it("reads all ports of a WSDL", async () => {
    const { ports } = readWsdlDescription(await readFile("test/reference/API.wsdl", "utf8"), "API.wsdl");
    expect(
      ports.map(({ service, name, protocol, operations }) => [service, name, protocol, operations.size]),
    ).to.deep.equal([
      ["API", "APISoap", "SOAP 1.1", 52],
      ["API", "APISoap12", "SOAP 1.2", 52],
    ]);
    expect(ports[1]?.address).to.equal("https://secure.logmeinrescue.com/API/API.asmx");
    expect(ports[1]?.operations.get("login")).to.deep.equal({
      style: "document",
      use: { request: "literal", response: "literal" },
      headers: { request: "", response: "" },
      soapAction: "https://secure.logmeinrescue.com/API/API.asmx/login",
    });
  });

  it("recognises HTTP GET and POST by their verb, and prefers the style of the operation to that of the binding", () => {
    const { ports } = readWsdlDescription(
      smallWsdl({
        first:
          '<wsdl:binding name="Get" type="tns:Port"><http:binding verb="GET"/></wsdl:binding>' +
          '<wsdl:binding name="Post" type="tns:Port"><http:binding verb="POST"/></wsdl:binding>',
        soapBinding: '<soap:binding style="rpc"/>',
        service:
          '<wsdl:service name="S"><wsdl:port name="Post" binding="tns:Post"/><wsdl:port name="Get" binding="tns:Get"/>' +
          '<wsdl:port name="Port" binding="tns:Port"/><wsdl:port name="None" binding="tns:None"/></wsdl:service>',
      }),
      "some.wsdl",
    );
    expect(ports.map(({ protocol }) => protocol)).to.deep.equal(["HTTP POST", "HTTP GET", "SOAP 1.1", "other"]);
    expect(ports[2]?.operations.get("ping")?.style).to.equal("rpc");
  });

  it("collects documentation by path", () => {
    const text = (words: string) => `<s:annotation><s:documentation>${words}</s:documentation></s:annotation>`;
    const { documentation, types, elements } = readWsdlDescription(
      smallWsdl({
        schema:
          `<s:simpleType name="KIND">${text("A\n kind.")}<s:restriction base="s:string">` +
          `<s:enumeration value="__proto__">${text("One.")}</s:enumeration></s:restriction></s:simpleType>`,
        requestFields: `<s:element name="text" type="s:string">${text("What to say.")}</s:element>`,
        service: "<wsdl:service name='S'><wsdl:documentation>Of <b>all</b>.</wsdl:documentation></wsdl:service>",
      }),
      "some.wsdl",
    );
    expect(documentation).to.equal("Of . all");
    expect([...types]).to.deep.equal([
      ["KIND", "A kind."],
      ["KIND.__proto__", "One."],
    ]);
    expect([...elements]).to.deep.equal([["ping.text", "What to say."]]);
  });

  it("also reads documentation of the document and its portTypes, and repeats nothing", () => {
    const said = (words: string) => `<wsdl:documentation>${words}</wsdl:documentation>`;
    const text = smallWsdl({ first: said("All."), service: `<wsdl:service name="S">${said("All.")}</wsdl:service>` });
    const { documentation } = readWsdlDescription(
      text.replace('<wsdl:portType name="Port">', (start) => start + said("The port.")),
      "some.wsdl",
    );
    expect(documentation).to.equal("All. The port.");
  });

  it("describes unusual WSDLs as far as possible, but refuses text that is not XML", () => {
    const empty = { documentation: "", ports: [], types: new Map(), elements: new Map() };
    expect(readWsdlDescription("<feed/>", "feed")).to.deep.equal(empty);
    expect(() => readWsdlDescription("<feed>", "feed")).to.throw(WsdlError, /^feed:1:\d+: not a readable XML/);
  });

  it("reads all documents", () => {
    const whole = smallWsdl();
    const binding = /<wsdl:binding[\s\S]*<\/wsdl:binding>/.exec(whole)?.[0] ?? "";
    const imported = `${whole.slice(0, whole.indexOf("<wsdl:types>"))}${binding}</wsdl:definitions>`;
    const roots = [whole.replace(binding, ""), imported].map((text) => parseDocument(text, "some.wsdl"));
    expect(describeWsdl(roots).ports).to.deep.equal(readWsdlDescription(whole, "some.wsdl").ports);
  });
});
