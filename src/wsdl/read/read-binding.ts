import { SOAP_OVER_HTTP, WSDL, WSDL_SOAP_11, WSDL_SOAP_12 } from "../../soap/contract/namespaces.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { childrenOf } from "../load/children.js";
import { quoteForeign } from "../load/wsdl-error.js";
import type { WsdlSource } from "./wsdl-source.js";

/** The port that a contract is read from. */
export interface BoundPort {
  readonly service: string;
  readonly port: string;
  readonly address: string;
  readonly binding: XmlElement;
  /** The `soap:binding` in it. */
  readonly details: XmlElement;
  /** The namespace of its SOAP extension elements: SOAP 1.1 or SOAP 1.2. */
  readonly soap: string;
}

/**
 * Finds the port to read: the first SOAP 1.1 port of the documents, else the first SOAP 1.2 port. The two differ only in
 * the envelope. HTTP GET and POST ports are ignored.
 *
 * @throws {WsdlFault} when there is no SOAP port, or its binding is not over HTTP.
 */
export function findSoapPort(source: WsdlSource): BoundPort {
  const bindings = source.index("binding");
  const found: BoundPort[] = [];
  for (const service of source.components("service")) {
    for (const port of childrenOf(service, WSDL, "port")) {
      const binding = source.target(port, "binding", "binding", bindings);
      const details = [WSDL_SOAP_11, WSDL_SOAP_12].flatMap((name) => childrenOf(binding, name, "binding"))[0];
      if (!details) continue;
      const soap = details.namespace;
      const address = childrenOf(port, soap, "address")[0]?.attributes.get("location") ?? "";
      found.push({ service: source.nameOf(service), port: source.nameOf(port), address, binding, details, soap });
    }
  }
  const chosen = found.find((port) => port.soap === WSDL_SOAP_11) ?? found[0];
  if (!chosen)
    source.fail(source.definitions, "no port has a SOAP binding; supported: document/literal SOAP 1.1 over HTTP");
  checkTransport(source, chosen);
  return chosen;
}

function checkTransport(source: WsdlSource, { details }: BoundPort): void {
  const transport = details.attributes.get("transport");
  if (transport !== SOAP_OVER_HTTP) {
    source.unsupported(details, `the transport ${quoteForeign(transport ?? "")}`, SOAP_OVER_HTTP);
  }
}

/**
 * Refuses any `style` but document. The style is that of the `soap:operation`, else of the `soap:binding`, else document
 * (WSDL 1.1, sections 3.3 and 3.4).
 */
export function checkStyle(source: WsdlSource, { details }: BoundPort, operation: XmlElement): void {
  const stated = operation.attributes.has("style") ? operation : details;
  const style = stated.attributes.get("style") ?? "document";
  if (style !== "document") source.unsupported(stated, `the style ${quoteForeign(style)}`, 'style="document"');
}
