import { type Contract, lookUp } from "../../soap/contract/contract.js";
import { WSDL_SOAP_12 } from "../../soap/contract/namespaces.js";
import { renderOnePortWsdl } from "../../soap/node-soap/one-port-wsdl.js";
import { attribute } from "../../soap/text/xml-attribute.js";
import { escapeXml } from "../../soap/text/xml-text.js";
import { importReferences } from "../../wsdl/load/import-references.js";
import { parseDocument } from "../../wsdl/load/wsdl-document.js";
import { WsdlError } from "../../wsdl/load/wsdl-error.js";

/**
 * What `?wsdl` answers for a WSDL: the document itself, or, where that refers to others, which this service does not
 * serve, one made of the contract that stands alone. It has the operations with their documentation and types, under
 * SOAP 1.1 and 1.2; HTTP bindings and the documentation of types it lacks.
 */
export function selfContainedWsdl(wsdl: string, contract: Contract): string {
  return refersToOthers(wsdl) ? renderWsdl(contract) : wsdl;
}

function refersToOthers(wsdl: string): boolean {
  try {
    return importReferences(parseDocument(wsdl, "wsdl")).length > 0;
  } catch (error) {
    // Whoever wants to serve what is no WSDL may: a test of a client does.
    if (error instanceof WsdlError) return false;
    throw error;
  }
}

function renderWsdl(contract: Contract): string {
  const onePort = renderOnePortWsdl(contract);
  const binding = onePort.slice(onePort.indexOf("<wsdl:binding "), onePort.indexOf("<wsdl:service "));
  const port = onePort.slice(onePort.indexOf("<wsdl:port "), onePort.indexOf("</wsdl:service>"));
  const documented = new Map(
    Object.keys(contract.operations).map((name) => [attribute(name), lookUp(contract.operations, name)?.documentation]),
  );
  return onePort
    .replace("<wsdl:service ", () => `${inSoap12(binding, contract.port)}<wsdl:service `)
    .replace("</wsdl:service>", () => `${inSoap12(port, contract.port)}</wsdl:service>`)
    .replace(/(<wsdl:operation name=("[^"]*")>)(?=<wsdl:input message=)/g, (start: string, _: string, name: string) => {
      const text = documented.get(name);
      return text === undefined ? start : `${start}<wsdl:documentation>${escapeXml(text)}</wsdl:documentation>`;
    });
}

// ASMX calls it so: APISoap and APISoap12. The first of each is of the start tag; "<" stands before tags only.
function inSoap12(part: string, port: string): string {
  return part
    .replaceAll("<soap:", "<soap12:")
    .replace(`name=${attribute(port)}`, () => `name=${attribute(`${port}12`)}`)
    .replace(`binding=${attribute(`tns:${port}`)}`, () => `binding=${attribute(`tns:${port}12`)}`)
    .replace(/^<wsdl:\w+ /, (start) => `${start}xmlns:soap12="${WSDL_SOAP_12}" `);
}
