import { type Contract, lookUp } from "../../soap/contract/contract.js";
import { WSDL_SOAP_12 } from "../../soap/contract/namespaces.js";
import { renderOnePortWsdl } from "../../soap/node-soap/one-port-wsdl.js";
import { attribute } from "../../soap/text/xml-attribute.js";
import { escapeXml } from "../../soap/text/xml-text.js";
import { importReferences } from "../../wsdl/load/import-references.js";
import { parseDocument } from "../../wsdl/load/wsdl-document.js";
import { WsdlError } from "../../wsdl/load/wsdl-error.js";

/**
 * The answer to `?wsdl`: the document itself, or, if that refers to other documents, which this service does not serve,
 * a self-contained one rendered from the contract. It has the operations with their documentation and types, under SOAP
 * 1.1 and 1.2, but no HTTP bindings and no documentation of types.
 */
export function selfContainedWsdl(wsdl: string, contract: Contract): string {
  return refersToOthers(wsdl) ? renderWsdl(contract) : wsdl;
}

function refersToOthers(wsdl: string): boolean {
  try {
    return importReferences(parseDocument(wsdl, "wsdl")).length > 0;
  } catch (error) {
    // It need not be a WSDL: a test of a client may serve something else.
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

// Named as by ASMX: APISoap and APISoap12. The first occurrence of each is in the start tag; "<" only begins tags.
function inSoap12(part: string, port: string): string {
  return part
    .replaceAll("<soap:", "<soap12:")
    .replace(`name=${attribute(port)}`, () => `name=${attribute(`${port}12`)}`)
    .replace(`binding=${attribute(`tns:${port}`)}`, () => `binding=${attribute(`tns:${port}12`)}`)
    .replace(/^<wsdl:\w+ /, (start) => `${start}xmlns:soap12="${WSDL_SOAP_12}" `);
}
