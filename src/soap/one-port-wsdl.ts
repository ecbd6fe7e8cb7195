import type { Contract, ContractField, ContractMessage } from "./contract.js";
import { SOAP_OVER_HTTP, WSDL, WSDL_SOAP_11, XSD } from "./namespaces.js";
import { escapeXml } from "./xml-text.js";

/**
 * A minimal WSDL 1.1 document of a contract: its one SOAP 1.1 port, its messages and the types they reach. It is what
 * wsdl-tsclient reads at build time and node-soap at run time, so that nothing of an original WSDL that was not
 * understood and checked ever comes before those parsers. Documentation is left out.
 */
export function renderOnePortWsdl(contract: Contract): string {
  const operations = Object.entries(contract.operations);
  const messages = new Map<string, ContractMessage>();
  for (const [, operation] of operations) {
    for (const message of [operation.request, operation.response]) messages.set(message.element, message);
  }
  const namespace = attribute(contract.namespace);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<wsdl:definitions xmlns:wsdl="${WSDL}" xmlns:soap="${WSDL_SOAP_11}" xmlns:s="${XSD}" xmlns:tns=${namespace} targetNamespace=${namespace}>`,
    "<wsdl:types>",
    `<s:schema elementFormDefault="qualified" targetNamespace=${namespace}>`,
    ...[...messages.values()].map(
      (message) => `<s:element name=${attribute(message.element)}>${complexType("", message.fields)}</s:element>`,
    ),
    ...Object.entries(contract.types).map(([name, fields]) => complexType(` name=${attribute(name)}`, fields)),
    ...Object.entries(contract.enums).map(([name, literals]) => enumeration(name, literals)),
    "</s:schema>",
    "</wsdl:types>",
    ...operations.flatMap(([name, operation]) => [
      wsdlMessage(`${name}SoapIn`, operation.request),
      wsdlMessage(`${name}SoapOut`, operation.response),
    ]),
    `<wsdl:portType name=${attribute(contract.port)}>`,
    ...operations.map(
      ([name]) =>
        `<wsdl:operation name=${attribute(name)}><wsdl:input message=${attribute(`tns:${name}SoapIn`)}/>` +
        `<wsdl:output message=${attribute(`tns:${name}SoapOut`)}/></wsdl:operation>`,
    ),
    "</wsdl:portType>",
    `<wsdl:binding name=${attribute(contract.port)} type=${attribute(`tns:${contract.port}`)}>`,
    `<soap:binding transport="${SOAP_OVER_HTTP}" style="document"/>`,
    ...operations.map(
      ([name, operation]) =>
        `<wsdl:operation name=${attribute(name)}>` +
        `<soap:operation soapAction=${attribute(operation.soapAction)} style="document"/>` +
        '<wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output>' +
        "</wsdl:operation>",
    ),
    "</wsdl:binding>",
    `<wsdl:service name=${attribute(contract.service)}>`,
    `<wsdl:port name=${attribute(contract.port)} binding=${attribute(`tns:${contract.port}`)}>`,
    `<soap:address location=${attribute(contract.address)}/>`,
    "</wsdl:port>",
    "</wsdl:service>",
    "</wsdl:definitions>",
    "",
  ].join("\n");
}

function wsdlMessage(name: string, message: ContractMessage): string {
  const element = attribute(`tns:${message.element}`);
  return `<wsdl:message name=${attribute(name)}><wsdl:part name="parameters" element=${element}/></wsdl:message>`;
}

function complexType(name: string, fields: readonly ContractField[]): string {
  if (fields.length === 0) return `<s:complexType${name}/>`;
  return `<s:complexType${name}><s:sequence>${fields.map(field).join("")}</s:sequence></s:complexType>`;
}

function field({ name, type, min, max, nillable }: ContractField): string {
  const typeName = type.startsWith("xs:") ? `s:${type.slice(3)}` : `tns:${type}`;
  return (
    `<s:element minOccurs="${min ?? 1}" maxOccurs="${max ?? 1}" name=${attribute(name)}` +
    `${nillable ? ' nillable="true"' : ""} type=${attribute(typeName)}/>`
  );
}

function enumeration(name: string, literals: readonly string[]): string {
  const values = literals.map((literal) => `<s:enumeration value=${attribute(literal)}/>`).join("");
  return `<s:simpleType name=${attribute(name)}><s:restriction base="s:string">${values}</s:restriction></s:simpleType>`;
}

// A parser turns a raw tab or line feed in an attribute into a blank (XML 1.0 section 3.3.3); a reference survives.
function attribute(value: string): string {
  return `"${escapeXml(value).replace(/[\t\n]/g, (blank) => (blank === "\t" ? "&#x9;" : "&#xA;"))}"`;
}
