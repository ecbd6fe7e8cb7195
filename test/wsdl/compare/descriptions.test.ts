import { expect } from "chai";
import { compareWsdls } from "../../../src/wsdl/index.js";
import { WsdlError } from "../../../src/wsdl/load/wsdl-error.js";
import { smallWsdl } from "../small-wsdl.js";

const BINDING =
  '<wsdl:operation name="ping"><soap12:operation soapAction="urn:example:small/ping" STYLE/>' +
  '<wsdl:input><soap12:body use="literal"/></wsdl:input><wsdl:output><soap12:body use="literal"/></wsdl:output></wsdl:operation>';
const soap12 = (style = "") =>
  '<wsdl:binding name="Port12" type="tns:Port"><soap12:binding transport="http://schemas.xmlsoap.org/soap/http"/>' +
  `${BINDING.replace("STYLE", style)}</wsdl:binding>`;
const httpGet =
  '<wsdl:binding name="PortGet" type="tns:Port"><http:binding verb="GET"/>' +
  '<wsdl:operation name="ping"><http:operation location="/ping"/></wsdl:operation></wsdl:binding>';
const port = (name: string, kind: string, address = "https://example.test/") =>
  `<wsdl:port name="${name}" binding="tns:${name}"><${kind}:address location="${address}"/></wsdl:port>`;
const service = (...ports: string[]) => `<wsdl:service name="Small">${ports.join("")}</wsdl:service>`;
const SOAP = port("Port", "soap");
const SOAP12 = port("Port12", "soap12");
const GET = port("PortGet", "http");

const withPorts = (...ports: string[]) => smallWsdl({ first: soap12() + httpGet, service: service(...ports) });

function findings(old: string, now: string): readonly (readonly string[])[] {
  const diff = compareWsdls({ text: old, name: "old.wsdl" }, { text: now, name: "new.wsdl" });
  return diff.findings.map(({ id, impact }) => [id, impact.wire, impact.types]);
}

describe("compareWsdls, besides the contract", () => {
  it("finds nothing when only the text differs", () => {
    const text = smallWsdl();
    const other = text.replaceAll(/(?<=[<"/])s:/g, "x:").replace("xmlns:s=", "xmlns:x=");
    expect(other).not.to.equal(text);
    expect(findings(text, `\uFEFF${other.replaceAll("\n", "\r\n")}`)).to.deep.equal([]);
  });

  const table: readonly (readonly [what: string, old: string, now: string, ...expected: (readonly string[])[]])[] = [
    ["SOAP 1.2 added", withPorts(SOAP), withPorts(SOAP, SOAP12), ["binding-added:Port12", "additive", "cosmetic"]],
    ["SOAP 1.2 removed", withPorts(SOAP, SOAP12), withPorts(SOAP), ["binding-removed:Port12", "risky", "cosmetic"]],
    ["HTTP GET added", withPorts(SOAP), withPorts(SOAP, GET), ["binding-added:PortGet", "cosmetic", "cosmetic"]],
    ["HTTP GET removed", withPorts(GET, SOAP), withPorts(SOAP), ["binding-removed:PortGet", "cosmetic", "cosmetic"]],
    [
      "SOAP 1.1 replaced by SOAP 1.2",
      withPorts(SOAP),
      withPorts(SOAP12),
      ["binding-removed:Port", "breaking", "cosmetic"],
      ["port-renamed:Port", "cosmetic", "risky"],
      ["binding-added:Port12", "additive", "cosmetic"],
    ],
    ["the order of ports", withPorts(SOAP, SOAP12), withPorts(SOAP12, SOAP)],
    [
      "the address of the contract's port",
      withPorts(SOAP, SOAP12),
      withPorts(port("Port", "soap", "https://other.test/"), SOAP12),
      ["address-changed:Port", "risky", "cosmetic"],
    ],
    [
      "the address of another port",
      withPorts(SOAP, SOAP12),
      withPorts(SOAP, port("Port12", "soap12", "https://other.test/")),
      ["address-changed:Port12", "cosmetic", "cosmetic"],
    ],
    [
      "the style in SOAP 1.2",
      smallWsdl({ first: soap12(), service: service(SOAP, SOAP12) }),
      smallWsdl({ first: soap12('style="rpc"'), service: service(SOAP, SOAP12) }),
      ["style-changed:Port12.ping", "risky", "cosmetic"],
    ],
    [
      "the use in SOAP 1.2",
      smallWsdl({ first: soap12(), service: service(SOAP, SOAP12) }),
      smallWsdl({ first: soap12().replace('use="literal"', 'use="encoded"'), service: service(SOAP, SOAP12) }),
      ["use-changed:Port12.ping", "risky", "cosmetic"],
    ],
    [
      "a header in SOAP 1.2 alone, where the operation is still read by way of SOAP 1.1",
      smallWsdl({ first: soap12(), service: service(SOAP, SOAP12) }),
      smallWsdl({
        first: soap12().replace("<wsdl:input>", '$&<soap12:header message="tns:pingIn" part="p" use="literal"/>'),
        service: service(SOAP, SOAP12),
      }),
      ["headers-changed:Port12.ping", "risky", "cosmetic"],
    ],
    [
      "an operation no longer bound to SOAP 1.2",
      smallWsdl({ first: soap12(), service: service(SOAP, SOAP12) }),
      smallWsdl({ first: soap12().replace(/<wsdl:operation.*<\/wsdl:operation>/, ""), service: service(SOAP, SOAP12) }),
      ["binding-operation-removed:Port12.ping", "risky", "cosmetic"],
    ],
    ["the use said or not, which is literal both times", smallWsdl(), smallWsdl({ body: "<soap:body/>" })],
    [
      "the SOAPAction, in both SOAP bindings alike",
      smallWsdl({ first: soap12(), service: service(SOAP, SOAP12) }),
      smallWsdl({ first: soap12(), service: service(SOAP, SOAP12) }).replaceAll("small/ping", "small/pong"),
      ["soap-action-changed:ping", "breaking", "cosmetic"],
    ],
    [
      "documentation of service, operation, type, member and element",
      smallWsdl({ schema: kind("A kind."), responseFields: kindField("") }),
      smallWsdl({
        schema: kind("Another kind."),
        responseFields: kindField("<s:annotation><s:documentation>Which.</s:documentation></s:annotation>"),
        documentation: "Echoes.",
        service: service("<wsdl:documentation>Small.</wsdl:documentation>", SOAP),
      }),
      ["element-documentation-changed:pingResponse.pingResult", "cosmetic", "cosmetic"],
      ["operation-documentation-changed:ping", "cosmetic", "cosmetic"],
      ["service-documentation-changed", "cosmetic", "cosmetic"],
      ["type-documentation-changed:KIND", "cosmetic", "cosmetic"],
    ],
  ];
  for (const [what, old, now, ...expected] of table) {
    it(`${what}: ${expected.length === 0 ? "nothing" : expected.map(([id]) => id).join(", ")}`, () => {
      expect(findings(old, now)).to.deep.equal(expected);
    });
  }

  it("reports only what is new about a port, however many there are", () => {
    const ports = (count: number) =>
      Array.from({ length: count }, (_, index) => SOAP.replace('name="Port"', `name="P${index}"`)).join("");
    const [old, now] = [9_999, 10_000].map((count) => smallWsdl({ service: service(ports(count)) }));
    expect(findings(old ?? "", now ?? "")).to.deep.equal([["binding-added:P9999", "additive", "cosmetic"]]);
  });

  it("names the WSDL that cannot be read, and the place", () => {
    const bad = { text: "<wsdl/>", name: "new.wsdl" };
    expect(() => compareWsdls({ text: smallWsdl(), name: "old.wsdl" }, bad)).to.throw(WsdlError, /^new\.wsdl:1:\d+: /);
  });
});

function kind(documentation: string): string {
  return (
    `<s:simpleType name="KIND"><s:annotation><s:documentation>${documentation}</s:documentation></s:annotation>` +
    '<s:restriction base="s:string"><s:enumeration value="OK"/></s:restriction></s:simpleType>'
  );
}

function kindField(annotation: string): string {
  return `<s:element name="pingResult" type="tns:KIND">${annotation}</s:element>`;
}
