import { type Contract, type ContractMessage, namespaceOf } from "../contract/contract.js";
import { SOAP_OVER_HTTP, WSDL, WSDL_SOAP_11, XSD } from "../contract/namespaces.js";
import { attribute } from "../text/xml-attribute.js";
import { renderSchemas } from "./one-port-schemas.js";

/**
 * A minimal WSDL 1.1 document of a contract: its one SOAP 1.1 port, its messages and the types they reach. This is how
 * wsdl-tsclient at build time and node-soap at run time learn of the operations (as `nodeSoapContract` names them), so
 * that nothing of an original WSDL that was not understood and checked ever comes before those parsers. Documentation
 * is left out.
 */
export function renderOnePortWsdl(contract: Contract): string {
  const operations = Object.entries(contract.operations);
  const messages = new Map<string, ContractMessage>();
  for (const [, operation] of operations) {
    for (const message of [operation.request, operation.response]) {
      messages.set(`{${namespaceOf(contract, message)}}${message.element}`, message);
    }
  }
  const namespace = attribute(contract.namespace);
  const prefixes = foreignPrefixes(contract, messages.values());
  const refer = (other: string, local: string) => {
    const prefix = other === contract.namespace ? "tns" : prefixes.get(other);
    return prefix === undefined ? local : `${prefix}:${local}`;
  };
  const declared = [...prefixes].map(([other, prefix]) => ` xmlns:${prefix}=${attribute(other)}`).join("");
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<wsdl:definitions xmlns:wsdl="${WSDL}" xmlns:soap="${WSDL_SOAP_11}" xmlns:s="${XSD}" xmlns:tns=${namespace}${declared} targetNamespace=${namespace}>`,
    "<wsdl:types>",
    ...renderSchemas(contract, [...messages.values()], refer),
    "</wsdl:types>",
    ...operations.flatMap(([name, operation]) => [
      wsdlMessage(`${name}SoapIn`, refer(namespaceOf(contract, operation.request), operation.request.element)),
      wsdlMessage(`${name}SoapOut`, refer(namespaceOf(contract, operation.response), operation.response.element)),
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

function wsdlMessage(name: string, element: string): string {
  const part = `<wsdl:part name="parameters" element=${attribute(element)}/>`;
  return `<wsdl:message name=${attribute(name)}>${part}</wsdl:message>`;
}

/** A prefix for each namespace that is not the contract's. No namespace has none. */
function foreignPrefixes(contract: Contract, messages: Iterable<ContractMessage>): ReadonlyMap<string, string> {
  const all = [...messages];
  const fields = [...all.map((message) => message.fields), ...Object.values(contract.types)].flat();
  const foreign = new Set([...all, ...fields].map((element) => namespaceOf(contract, element)));
  foreign.delete(contract.namespace);
  foreign.delete("");
  return new Map([...foreign].map((namespace, index) => [namespace, `n${index + 1}`]));
}
