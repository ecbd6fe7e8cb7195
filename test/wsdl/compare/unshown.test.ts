import { expect } from "chai";
import { decodeReply } from "../../../src/soap/message/decode-reply.js";
import { compareWsdls, type Finding } from "../../../src/wsdl/index.js";
import { readWsdl } from "../../../src/wsdl/read/read-wsdl.js";
import { envelope } from "../../emulator/wire.js";
import { SMALL_NAMESPACE, smallWsdl } from "../small-wsdl.js";

interface Payments {
  /** In CardPayment, which extends Payment, which ping returns. */
  readonly member?: string;
  readonly schema?: string;
  readonly request?: string;
  readonly response?: string;
  readonly faults?: string;
  readonly messages?: string;
}

const AMOUNT = '<s:element name="amount" type="s:decimal"/>';
const RESULT = '<s:element name="payment" type="tns:Payment"/>';
const derived = (name: string, base: string, inside: string) =>
  `<s:complexType name="${name}"><s:complexContent><s:extension base="tns:${base}"><s:sequence>${inside}</s:sequence></s:extension></s:complexContent></s:complexType>`;

function payments(parts: Payments = {}): string {
  const { member = AMOUNT, schema = "", request, response = RESULT, faults = "", messages = "" } = parts;
  return smallWsdl({
    responseFields: response,
    ...(request === undefined ? {} : { requestFields: request }),
    schema: `<s:complexType name="Payment"><s:sequence><s:element name="id" type="s:int"/></s:sequence></s:complexType>
${derived("CardPayment", "Payment", member)}<s:element name="Busy"><s:complexType><s:sequence><s:element name="until" type="s:string"/>
</s:sequence></s:complexType></s:element>${schema}`,
  })
    .replace(
      '<wsdl:output message="tns:pingOut"/></wsdl:operation></wsdl:portType>',
      `<wsdl:output message="tns:pingOut"/>${faults}</wsdl:operation></wsdl:portType>`,
    )
    .replace(
      "<wsdl:portType",
      `<wsdl:message name="busy"><wsdl:part name="d" element="tns:Busy"/></wsdl:message>${messages}$&`,
    );
}

const findings = (old: string, now: string): readonly Finding[] =>
  compareWsdls({ text: old, name: "old.wsdl" }, { text: now, name: "new.wsdl" }).findings;
const told = (old: string, now: string) => findings(old, now).map(({ id, impact }) => [id, impact.wire, impact.types]);

const FAULT = '<wsdl:fault name="Busy" message="tns:busy"/>';
const restricted = (facets: string, name = "Code") =>
  `<s:simpleType name="${name}"><s:restriction base="s:string">${facets}</s:restriction></s:simpleType>`;
const coded = (facets: string, more: Payments = {}) =>
  payments({ request: '<s:element name="code" type="tns:Code"/>', schema: restricted(facets), ...more });

describe("compareWsdls, on what generated types do not show", () => {
  it("reports a member of a derived type that changed from a number to a text, with both types and the operation", () => {
    const [finding, ...others] = findings(payments(), payments({ member: AMOUNT.replace("decimal", "string") }));
    expect(others).to.deep.equal([]);
    expect(finding).to.deep.include({
      id: "unshown-type-changed:CardPayment.amount",
      before: "element type=xs:decimal",
      after: "element type=xs:string",
      side: "response",
      operations: ["ping"],
      verdict: "risky",
      impact: { wire: "risky", types: "cosmetic" },
    });
  });

  const table: readonly (readonly [what: string, old: string, now: string, ...expected: (readonly string[])[]])[] = [
    [
      "a type derived from a derived one",
      payments(),
      payments({ schema: derived("GoldPayment", "CardPayment", "") }),
      ["unshown-type-added:GoldPayment", "additive", "cosmetic"],
    ],
    [
      "a member of a type that only a derived one holds",
      payments({ member: '<s:element name="bank" type="tns:Bank"/>', schema: '<s:complexType name="Bank"/>' }),
      payments({
        member: '<s:element name="bank" type="tns:Bank"/>',
        schema:
          '<s:complexType name="Bank"><s:sequence><s:element name="bic" type="s:string"/></s:sequence></s:complexType>',
      }),
      ["unshown-type-changed:Bank", "risky", "cosmetic"],
      ["unshown-type-changed:Bank.bic", "additive", "cosmetic"],
    ],
    [
      "the order of a derived type's elements, one more between them",
      payments({ member: `${AMOUNT}<s:element name="b" type="s:int"/>` }),
      payments({ member: `<s:element name="b" type="s:int"/><s:element name="c" type="s:int"/>${AMOUNT}` }),
      ["unshown-type-changed:CardPayment.c", "additive", "cosmetic"],
      ["unshown-members-moved:CardPayment", "cosmetic", "cosmetic"],
    ],
    [
      "the order of a derived type's attributes",
      payments({ member: "" }).replace("</s:extension>", '<s:attribute name="a"/><s:attribute name="b"/>$&'),
      payments({ member: "" }).replace("</s:extension>", '<s:attribute name="b"/><s:attribute name="a"/>$&'),
    ],
    [
      "a derived type that no contract could hold",
      payments({ member: AMOUNT }).replace(AMOUNT, '<s:choice><s:element name="a" type="s:int"/></s:choice>'),
      payments({ member: AMOUNT }).replace(AMOUNT, '<s:choice><s:element name="a" type="s:long"/></s:choice>'),
      ["unshown-type-changed:CardPayment.a", "risky", "cosmetic"],
    ],
    [
      "a derived type of what is only sent",
      payments({ request: RESULT, response: "" }),
      payments({ request: RESULT, response: "", member: "" }),
      ["unshown-type-changed:CardPayment.amount", "cosmetic", "cosmetic"],
    ],
    [
      "a type that is derived from nothing a message holds",
      payments({ schema: '<s:complexType name="Other"/>' }),
      payments({ schema: '<s:complexType name="Other" mixed="true"/>' }),
    ],
    [
      "a derived type written in another way",
      payments(),
      payments({
        member:
          '<s:element maxOccurs="1" minOccurs="1" nillable="false" name="amount" type="x:decimal" xmlns:x="http://www.w3.org/2001/XMLSchema"><s:annotation><s:documentation/></s:annotation></s:element>',
      }),
    ],
    [
      "a fault, with its detail",
      payments(),
      payments({ faults: FAULT }),
      ["fault-added:ping.Busy", "risky", "cosmetic"],
      ["unshown-type-added:Busy", "additive", "cosmetic"],
    ],
    [
      "a fault with another detail",
      payments({ faults: FAULT + FAULT.replace('"Busy"', '"Full"') }),
      payments({
        faults: FAULT.replace("tns:busy", "tns:other") + FAULT.replace('"Busy"', '"Full"'),
        messages: '<wsdl:message name="other"><wsdl:part name="d" element="tns:pingResponse"/></wsdl:message>',
      }),
      ["fault-changed:ping.Busy", "risky", "cosmetic"],
    ],
    [
      "another member in the detail of a fault",
      payments({ faults: FAULT }),
      payments({ faults: FAULT }).replace('name="until" type="s:string"', 'name="until" type="s:dateTime"'),
      ["unshown-type-changed:Busy.until", "risky", "cosmetic"],
    ],
    [
      "a facet of what is sent: stricter, less strict, another, none",
      coded('<s:maxLength value="20"/><s:minLength value="1"/><s:pattern value="a*"/>'),
      coded('<s:maxLength value="10"/><s:pattern value="b*"/>'),
      ["constraint-changed:ping.code.maxLength", "risky", "cosmetic"],
      ["constraint-changed:ping.code.pattern", "risky", "cosmetic"],
      ["constraint-changed:ping.code.minLength", "additive", "cosmetic"],
    ],
    [
      "the name of a type with the same facets",
      coded('<s:maxLength value="20"/>'),
      payments({
        request: '<s:element name="code" type="tns:Key"/>',
        schema: restricted('<s:maxLength value="20"/>', "Key"),
      }),
    ],
    [
      "a facet of what is received",
      payments({ response: '<s:element name="code" type="tns:Code"/>', schema: restricted('<s:length value="3"/>') }),
      payments({ response: '<s:element name="code" type="tns:Code"/>', schema: restricted('<s:length value="4"/>') }),
      ["constraint-changed:pingResponse.code.length", "cosmetic", "cosmetic"],
    ],
    [
      "a default",
      payments({ response: '<s:element name="n" minOccurs="0" default="1" type="s:int"/>' }),
      payments({ response: '<s:element name="n" minOccurs="0" default="2" type="s:int"/>' }),
      ["constraint-changed:pingResponse.n.default", "risky", "cosmetic"],
    ],
    [
      "a wildcard, and another one, in a type, in an answer and in a request",
      payments({ request: '<s:any minOccurs="0"/>', response: RESULT }),
      payments({ request: "", response: `${RESULT}<s:sequence><s:any/></s:sequence>` }).replace(
        '<s:element name="id" type="s:int"/>',
        '$&<s:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>',
      ),
      ["constraint-changed:Payment.any", "cosmetic", "cosmetic"],
      ["constraint-changed:ping.any", "cosmetic", "cosmetic"],
      ["constraint-changed:pingResponse.any", "cosmetic", "cosmetic"],
    ],
    [
      "the same wildcard, its defaults said or not",
      payments({ response: `${RESULT}<s:any/>` }),
      payments({ response: `${RESULT}<s:any namespace="##any" processContents="strict" minOccurs="1"/>` }),
    ],
    [
      "a facet of a parameter that is new itself",
      payments({ request: "" }),
      coded('<s:maxLength value="20"/>', { request: '<s:element minOccurs="0" name="code" type="tns:Code"/>' }),
      ["request-parameter-added:ping.code", "cosmetic", "additive"],
    ],
  ];
  for (const [what, old, now, ...expected] of table) {
    it(`${what}: ${expected.length === 0 ? "nothing" : expected.map(([id]) => id).join(", ")}`, () => {
      expect(told(old, now)).to.have.deep.members(expected);
      expect(told(old, old)).to.deep.equal([]);
      if (expected.length === 0) expect(old).not.to.equal(now);
    });
  }

  it("judges an added derived type by what the client reads of it: the fields of its base", () => {
    const contract = readWsdl(payments({ member: "" }), "old.wsdl");
    const operation = contract.operations.ping;
    if (!operation) throw new Error("no ping");
    const reply = (attributes: string, more: string) =>
      envelope(
        "1.1",
        `<pingResponse xmlns="${SMALL_NAMESPACE}"><payment ${attributes}><id>7</id>${more}</payment></pingResponse>`,
      );
    const read = (text: string) => decodeReply(text, { contract, operation, version: "1.1" });
    const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CardPayment"';
    const plain = read(reply("", ""));
    for (const amount of ["12.50", "twelve"]) {
      const derivedReply = read(reply(xsi, `<amount>${amount}</amount>`));
      expect(derivedReply.response).to.deep.equal(plain.response);
      expect(derivedReply.drift).to.have.length(1);
    }
  });

  it("traces changes to operations within limits", () => {
    const chain = (type: string) =>
      payments({
        schema: Array.from({ length: 15_000 }, (_, index) =>
          derived(`D${index}`, index === 0 ? "Payment" : `D${index - 1}`, `<s:element name="a" type="${type}"/>`),
        ).join(""),
      });
    expect(() => findings(chain("s:int"), chain("s:string"))).to.throw(/refer to each other in too many ways/);
    const wide = payments({
      schema: Array.from({ length: 20_001 }, (_, index) => derived(`D${index}`, "Payment", "")).join(""),
    });
    expect(() => findings(wide, wide)).to.throw(/reach more than 20000 types and elements/);
  });
});
