import { readFile } from "node:fs/promises";
import { expect } from "chai";
import type { Contract } from "../../../src/soap/contract/contract.js";
import { WsdlError } from "../../../src/wsdl/load/wsdl-error.js";
import { readWsdl } from "../../../src/wsdl/read/read-wsdl.js";
import { SMALL_NAMESPACE, type SmallWsdl, smallWsdl } from "../small-wsdl.js";

async function readFixture(path: string): Promise<Contract> {
  return readWsdl(await readFile(path, "utf8"), "test.wsdl");
}

describe("readWsdl", () => {
  describe("the WSDL of this package", () => {
    let contract: Contract;
    before(async () => {
      contract = await readFixture("test/reference/API.wsdl");
    });

    it("has one SOAP 1.1 port with 52 operations, 10 complex types and 51 enumerations", () => {
      expect(contract).to.include({ service: "API", port: "APISoap" });
      expect(contract.namespace).to.equal("https://secure.logmeinrescue.com/API/API.asmx");
      expect(contract.address).to.equal("https://secure.logmeinrescue.com/API/API.asmx");
      expect(Object.keys(contract.operations)).to.have.length(52);
      expect(Object.keys(contract.types)).to.have.length(10);
      expect(Object.keys(contract.enums)).to.have.length(51);
    });

    it("describes closeSession", () => {
      expect(contract.operations.closeSession).to.deep.equal({
        soapAction: "https://secure.logmeinrescue.com/API/API.asmx/closeSession",
        documentation: contract.operations.closeSession?.documentation,
        request: {
          element: "closeSession",
          fields: [
            { name: "iSession", type: "xs:int" },
            { name: "sAuthCode", type: "xs:string", min: 0 },
          ],
        },
        response: {
          element: "closeSessionResponse",
          fields: [{ name: "closeSessionResult", type: "closeSessionRet" }],
        },
      });
      expect(contract.enums.closeSessionRet).to.deep.equal([
        "closeSessionRet_Error",
        "closeSessionRet_OK",
        "closeSessionRet_NotLoggedInAsAdmin",
        "closeSessionRet_ActionFailed",
        "closeSessionRet_InvalidParam_Session",
        "closeSessionRet_Invalid_SecretAuthCode",
        "closeSessionRet_User_Deleted_Or_Disabled",
      ]);
    });

    it("keeps the arrays of the wire format", () => {
      expect(contract.types.ArrayOfHIERARCHY).to.deep.equal([
        { name: "HIERARCHY", type: "HIERARCHY", min: 0, max: "unbounded", nillable: true },
      ]);
    });
  });

  it("reads the four ports of an ASMX service as the two SOAP ports of the same service", async () => {
    const contract = await readFixture("test/fixtures/wsdl/real.wsdl");
    expect(contract).to.deep.equal(await readFixture("test/fixtures/wsdl/real-soap.wsdl"));
    expect(Object.keys(contract.operations)).to.deep.equal([
      ..."login logout closeSession startSession cancelAction getAccount getHierarchy".split(" "),
    ]);
    expect(contract.operations.login?.documentation).to.equal("Logs in the user");
  });

  it("reads the SOAP 1.2 port when there is no other", () => {
    const twelve = smallWsdl().replaceAll("<soap:", "<soap12:").replaceAll("</soap:", "</soap12:");
    expect(readWsdl(twelve, "w").operations.ping?.soapAction).to.equal("urn:example:small/ping");
  });

  it("accepts a byte order mark and collapses documentation", () => {
    const contract = readWsdl(`\uFEFF${smallWsdl({ documentation: " Answers\n\t <b>always</b>. " })}`, "w");
    expect(contract.operations.ping?.documentation).to.equal("Answers . always");
  });

  describe("types", () => {
    const fields = (responseFields: string, schema = "") =>
      readWsdl(smallWsdl({ responseFields, schema }), "w").operations.ping?.response.fields;

    it("resolves ref, inline types, extensions, restrictions and xs:all", () => {
      const schema = `
        <s:element name="note" nillable="true" type="s:string"/>
        <s:simpleType name="guid"><s:restriction base="s:string"><s:pattern value=".*"/></s:restriction></s:simpleType>
        <s:complexType name="Base"><s:all><s:element name="id" type="tns:guid"/></s:all></s:complexType>
        <s:complexType name="Derived"><s:complexContent><s:extension base="tns:Base"><s:sequence>
          <s:element ref="tns:note" minOccurs="0"/></s:sequence></s:extension></s:complexContent></s:complexType>`;
      const contract = readWsdl(
        smallWsdl({
          schema,
          responseFields: `<s:element name="derived" type="tns:Derived"/>
            <s:element name="inner"><s:complexType><s:sequence><s:element name="mood"><s:simpleType>
              <s:restriction base="s:string"><s:enumeration value="good"/></s:restriction></s:simpleType></s:element>
            </s:sequence></s:complexType></s:element>`,
        }),
        "w",
      );
      expect(contract.types).to.deep.equal({
        Derived: [
          { name: "id", type: "xs:string" },
          { name: "note", type: "xs:string", min: 0, nillable: true },
        ],
        pingResponse_inner: [{ name: "mood", type: "pingResponse_inner_mood" }],
      });
      expect(contract.enums).to.deep.equal({ pingResponse_inner_mood: ["good"] });
    });

    it("distinguishes types of the same name in two namespaces, in any order", () => {
      const other = `</s:schema><s:schema elementFormDefault="qualified" targetNamespace="urn:b" xmlns:b="urn:b">
        <s:complexType name="Note"><s:sequence><s:element name="mood" type="b:Mood"/></s:sequence></s:complexType>
        <s:simpleType name="Mood"><s:restriction base="s:string"><s:enumeration value="b"/></s:restriction></s:simpleType>`;
      const own = `<s:simpleType name="Mood"><s:restriction base="s:string"><s:enumeration value="own"/></s:restriction></s:simpleType>
        <s:complexType name="Note"/><s:simpleType name="Mood_2"><s:restriction base="s:string"/></s:simpleType>`;
      const references = [
        '<s:element name="a" type="b:Note" xmlns:b="urn:b"/>',
        '<s:element name="m" type="tns:Mood"/>',
      ];
      for (const order of [references, references.toReversed()]) {
        const contract = readWsdl(smallWsdl({ responseFields: order.join(""), schema: own + other }), "w");
        expect(contract.types).to.deep.equal({ Note_2: [{ name: "mood", type: "Mood_3", namespace: "urn:b" }] });
        expect(contract.enums).to.deep.equal({ Mood: ["own"], Mood_3: ["b"] });
      }
    });

    it("ignores wildcards in replies, including a DataSet", () => {
      const response = `<s:element name="data"><s:complexType><s:sequence><s:element ref="s:schema"/><s:any/></s:sequence>
        </s:complexType></s:element><s:any minOccurs="0" processContents="lax"/>`;
      expect(fields(response)).to.deep.equal([{ name: "data", type: "pingResponse_data" }]);
    });

    it("uses the namespace of the messages when none of them is in the WSDL's", () => {
      const text = smallWsdl().replace(
        `targetNamespace="${SMALL_NAMESPACE}">`,
        'targetNamespace="urn:wsdl" xmlns:w="urn:wsdl">',
      );
      const moved = text.replace(/(message|type|binding)="tns:/g, '$1="w:');
      expect(readWsdl(moved, "w")).to.deep.equal(readWsdl(smallWsdl(), "w"));
    });

    it("distinguishes unqualified elements, and those of another namespace, from the contract's", () => {
      const text = smallWsdl({
        schemaAttributes: `targetNamespace="${SMALL_NAMESPACE}"`,
        responseFields:
          '<s:element name="a" type="s:int"/><s:element name="b" type="s:int" form="qualified"/><s:element ref="tns:c"/>',
        schema: '<s:element name="c" type="s:int"/>',
      });
      expect(readWsdl(text, "w").operations.ping?.response.fields).to.deep.equal([
        { name: "a", type: "xs:int", namespace: "" },
        { name: "b", type: "xs:int" },
        { name: "c", type: "xs:int" },
      ]);
    });

    it("accepts types that refer to themselves", () => {
      const node =
        '<s:complexType name="Node"><s:sequence><s:element name="child" minOccurs="0" type="tns:Node"/></s:sequence></s:complexType>';
      expect(fields('<s:element name="root" type="tns:Node"/>', node)).to.deep.equal([{ name: "root", type: "Node" }]);
    });

    it("accepts a wrapper with a named type", () => {
      const named = smallWsdl({
        schema: '<s:element name="pong" type="tns:Pong"/><s:complexType name="Pong"/>',
        requestPart: '<wsdl:part name="parameters" element="tns:pong"/>',
      });
      expect(readWsdl(named, "w").operations.ping?.request).to.deep.equal({ element: "pong", fields: [] });
    });

    it("omits types that no operation reaches", () => {
      const contract = readWsdl(
        smallWsdl({ schema: '<s:complexType name="Unused"><s:attribute/></s:complexType>' }),
        "w",
      );
      expect(contract.types).to.deep.equal({});
    });
  });

  describe("refuses", () => {
    const complex = (inside: string): SmallWsdl => ({
      requestFields: '<s:element name="value" type="tns:Value"/>',
      schema: `<s:complexType name="Value">\n${inside}</s:complexType>`,
    });
    const simple = (inside: string): SmallWsdl => ({
      requestFields: '<s:element name="value" type="tns:Value"/>',
      schema: `<s:simpleType name="Value">\n${inside}</s:simpleType>`,
    });
    const element = (attributes: string): SmallWsdl => ({ requestFields: `<s:element ${attributes}/>` });

    const cases: readonly [what: string, parts: SmallWsdl, line: number, message: RegExp][] = [
      ["xs:choice", complex("<s:choice/>"), 14, /xs:choice in a complex type is not supported; supported: xs:sequence/],
      [
        "xs:any",
        complex("<s:sequence><s:any/></s:sequence>"),
        14,
        /xs:any in a request is not supported; .* \(operation "ping"\); no operation of the WSDL is supported/,
      ],
      ["an attribute", complex('<s:attribute name="a"/>'), 14, /xs:attribute in a complex type/],
      ["simpleContent", complex("<s:simpleContent/>"), 14, /xs:simpleContent/],
      ["a group that repeats", complex('<s:sequence maxOccurs="unbounded"/>'), 14, /may repeat or be absent/],
      [
        "a restriction of a complex type",
        complex('<s:complexContent>\n<s:restriction base="tns:Value"/></s:complexContent>'),
        15,
        /xs:restriction in xs:complexContent/,
      ],
      [
        "a type that extends itself",
        complex('<s:complexContent><s:extension base="tns:Value"/></s:complexContent>'),
        13,
        /the type extends itself/,
      ],
      ["a list", simple('<s:list itemType="s:string"/>'), 14, /xs:list in a simple type/],
      ["a union", simple('<s:union memberTypes="s:string s:int"/>'), 14, /xs:union in a simple type/],
      [
        "an enumeration of numbers",
        simple('<s:restriction base="s:int"><s:enumeration value="1"/></s:restriction>'),
        14,
        /an enumeration of xs:int is not supported; supported: enumerations of xs:string/,
      ],
      [
        "a literal that comes twice",
        simple('<s:restriction base="s:string"><s:enumeration value="a"/>\n<s:enumeration value="a"/></s:restriction>'),
        15,
        /"a" is defined twice/,
      ],
      ["a simple type on itself", simple('<s:restriction base="tns:Value"/>'), 13, /derived from itself/],
      [
        "a type of XML Schema it cannot read",
        element('name="v" type="s:duration"'),
        8,
        /"xs:duration" is not supported; supported: xs:string/,
      ],
      ["an element without a type", element('name="v"'), 8, /an element without a type/],
      ["an unknown type", element('name="v" type="tns:Missing"'), 8, /no type "Missing"/],
      ["an unknown element", element('ref="tns:missing"'), 8, /no element "missing"/],
      ["an undeclared prefix", element('name="v" type="x:int"'), 8, /prefix of "x:int" is not declared/],
      ["a form that is none", element('name="v" type="s:int" form="odd"'), 8, /form="odd" is neither/],
      ["maxOccurs 0", element('name="v" type="s:int" minOccurs="0" maxOccurs="0"'), 8, /maxOccurs="0"/],
      ["a negative count", element('name="v" type="s:int" minOccurs="-1"'), 8, /minOccurs="-1" is not a count/],
      ["a name that is no NCName", element('name="a b" type="s:int"'), 8, /"a b" is not a valid name/],
      ["code as a name", element('name="a;alert(1)//" type="s:int"'), 8, /not a valid name/],
      ["__proto__ as a name", element('name="__proto__" type="s:int"'), 8, /"__proto__" is not a valid name/],
      [
        "a field that comes twice",
        { requestFields: '<s:element name="v" type="s:int"/><s:element name="v" type="s:int"/>' },
        7,
        /"v" is defined twice in "ping"/,
      ],
      [
        "an unnamed type with another's name",
        {
          requestFields: '<s:element name="x"><s:complexType/></s:element>',
          schema: '<s:complexType name="ping_x"/>',
        },
        8,
        /would be called "ping_x", and line 13 defines that/,
      ],
      [
        "a type defined twice",
        { schema: '<s:complexType name="A"/>\n<s:simpleType name="A"/>' },
        14,
        /"A" is defined twice/,
      ],
      [
        "an import in a text",
        { schema: '<s:import namespace="urn:b" schemaLocation="b"/>' },
        13,
        /xs:import of "b" is not/,
      ],
      ["an include in a text", { schema: '<s:include schemaLocation="b.xsd"/>' }, 13, /xs:include of "b.xsd" is not/],
      ["an include of nothing", { schema: "<s:include/>" }, 13, /xs:include has no location/],
      ["a redefine", { schema: '<s:redefine schemaLocation="b.xsd"/>' }, 13, /xs:redefine is not supported/],
      ["a WSDL import", { first: '<wsdl:import namespace="urn:b" location="b.wsdl"/>' }, 5, /wsdl:import/],
      [
        "an elementFormDefault that is none",
        { schemaAttributes: 'targetNamespace="urn:example:small" elementFormDefault="odd"' },
        6,
        /elementFormDefault="odd" is neither qualified nor unqualified/,
      ],
      [
        "a wrapper in a namespace without a schema",
        { requestPart: '\n<wsdl:part xmlns:b="urn:b" name="parameters" element="b:ping"/>' },
        16,
        /there is no element "ping" in the namespace "urn:b" \(operation "ping"\)/,
      ],
      [
        "a missing wrapper",
        { requestPart: '<wsdl:part name="parameters" element="tns:gone"/>' },
        15,
        /no element "gone"/,
      ],
      [
        "a wrapper without a complex type",
        {
          schema: '<s:element name="flat" type="s:string"/>',
          requestPart: '<wsdl:part name="parameters" element="tns:flat"/>',
        },
        13,
        /wrapper "flat" without a complex type/,
      ],
      ["a message without a part", { requestPart: "" }, 15, /"pingIn" has no part/],
      [
        "a message with two parts",
        { requestPart: '<wsdl:part name="a" element="tns:ping"/><wsdl:part name="b" element="tns:ping"/>' },
        15,
        /a message with 2 parts/,
      ],
      ["a part with a type", { requestPart: '<wsdl:part name="a" type="s:string"/>' }, 15, /a part without an element/],
      [
        "rpc style",
        { soapBinding: '<soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="rpc"/>' },
        21,
        /the style "rpc" is not supported; supported: style="document"/,
      ],
      ["another transport", { soapBinding: '<soap:binding transport="urn:smtp"/>' }, 21, /the transport "urn:smtp"/],
      ["encoded bodies", { body: '<soap:body use="encoded"/>' }, 24, /use="encoded" is not supported/],
      [
        "SOAP headers",
        { body: '<soap:header message="tns:pingIn" part="parameters" use="literal"/><soap:body use="literal"/>' },
        24,
        /a soap:header is not supported/,
      ],
      ["a SOAPAction that breaks a header", { soapAction: "a&#10;b" }, 23, /is not valid in an HTTP header/],
      ["HTTP ports alone", { soapBinding: '<http:binding verb="GET"/>' }, 4, /no port has a SOAP binding/],
    ];

    for (const [what, parts, line, message] of cases) {
      it(what, () => {
        const error = refusal(smallWsdl(parts));
        expect(error.message).to.match(message);
        expect(error.place?.line, error.message).to.equal(line);
        expect(error.message).to.match(new RegExp(`^test\\.wsdl:${line}:\\d+: `));
        expect(error).to.include({ code: "WSDL", outcome: "not-sent" });
      });
    }

    for (const [what, text, message] of [
      ["an empty document", "", /^test\.wsdl:\d+:\d+: not a readable XML document/],
      ["an HTML page", "<html><body/></html>", /^test\.wsdl:1:\d+: .* its first element is "html"/],
      ["a page with a DOCTYPE", "<!DOCTYPE html><html></html>", /a DOCTYPE is not accepted/],
      ["a truncated document", smallWsdl().slice(0, 900), /not a readable XML document/],
      ["an entity", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /a DOCTYPE is not accepted/],
    ] as const) {
      it(what, () => {
        expect(refusal(text).message).to.match(message);
      });
    }

    it("an excessively long chain of types", () => {
      const schema = Array.from(
        { length: 100 },
        (_, index) =>
          `<s:complexType name="T${index}"><s:complexContent><s:extension base="tns:T${index + 1}"/></s:complexContent></s:complexType>`,
      );
      schema.push('<s:complexType name="T100"/>');
      const text = smallWsdl({ requestFields: '<s:element name="v" type="tns:T0"/>', schema: schema.join("\n") });
      expect(refusal(text).message).to.match(/more than 64 types extend one another/);
    });
  });
});

function refusal(text: string): WsdlError {
  try {
    readWsdl(text, "test.wsdl");
  } catch (error) {
    if (error instanceof WsdlError) return error;
    throw error;
  }
  throw new Error("the document was accepted");
}
