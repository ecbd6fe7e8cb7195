import { WSDL, WSDL_SOAP_11, WSDL_SOAP_12 } from "../../soap/contract/namespaces.js";
import { localName } from "../../soap/message/namespace-scope.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { childrenOf } from "../load/children.js";
import { schemasOf } from "../load/import-references.js";
import { parseDocument } from "../load/wsdl-document.js";
import type { Unshown } from "./read-unshown.js";
import { collapsedText, readSchemaDocumentation } from "./schema-documentation.js";

/** The protocol of a port. `other` is any other protocol, or an incomplete binding. */
export type Protocol = "SOAP 1.1" | "SOAP 1.2" | "HTTP GET" | "HTTP POST" | "other";

/** What a WSDL contains besides the contract of its SOAP port: all ports, and documentation. */
export interface WsdlDescription {
  /** The documentation of the document, its portTypes and services, white space collapsed; empty when there is none. */
  readonly documentation: string;
  /** In document order. */
  readonly ports: readonly DescribedPort[];
  /** Documentation of named types, by `TYPE`, of their elements, by `TYPE.element`, and of literals, by `TYPE.literal`. */
  readonly types: ReadonlyMap<string, string>;
  /** Documentation of global elements, by `ELEMENT`, and of the elements in them, by `ELEMENT.element`. */
  readonly elements: ReadonlyMap<string, string>;
  /** What the operations declare and generated types do not show; absent when it was not read. */
  readonly unshown?: Unshown;
}

export interface DescribedPort {
  readonly service: string;
  readonly name: string;
  readonly protocol: Protocol;
  readonly address: string;
  /** The bound operations, by name. */
  readonly operations: ReadonlyMap<string, DescribedOperation>;
}

export interface DescribedOperation {
  /** `document` or `rpc`: that of the operation, else of its binding, else document (WSDL 1.1, section 3.4). */
  readonly style: string;
  /** `literal` (also where the body does not say, as in `readWsdl`) or `encoded`; empty without a SOAP body. */
  readonly use: { readonly request: string; readonly response: string };
  /** The headers of either message, as `message/part`, sorted; empty without any. */
  readonly headers: { readonly request: string; readonly response: string };
  readonly soapAction: string;
}

const WSDL_HTTP = "http://schemas.xmlsoap.org/wsdl/http/";

/**
 * Reads what `readWsdl` ignores, from the same text. Imported documents are not read: see {@link describeWsdl}.
 *
 * @throws {WsdlError} for a text that is not XML.
 */
export function readWsdlDescription(text: string, fileName: string): WsdlDescription {
  return describeWsdl([parseDocument(text, fileName)]);
}

/**
 * Describes a WSDL and its imports, given the root elements of the documents. Refuses nothing: anything unusual or
 * incomplete is described as far as possible, so that a comparison can report it. Names are read without their namespace.
 * A port without a binding has the protocol of its address, and no operations.
 */
export function describeWsdl(roots: readonly XmlElement[]): WsdlDescription {
  const inAll = (name: string) => roots.flatMap((root) => childrenOf(root, WSDL, name));
  const bindings = new Map(inAll("binding").map((binding) => [nameOf(binding), describeBinding(binding)]));
  const services = inAll("service");
  const documented = [...roots, ...inAll("portType"), ...services].map(documentationOf).filter(Boolean);
  return {
    // ASMX writes the same text in two of these places.
    documentation: [...new Set(documented)].join(" "),
    ports: services.flatMap((service) =>
      childrenOf(service, WSDL, "port").map((port) => describePort(nameOf(service), port, bindings)),
    ),
    ...readSchemaDocumentation(roots.flatMap(schemasOf)),
  };
}

interface DescribedBinding {
  readonly extension: XmlElement | undefined;
  readonly operations: DescribedPort["operations"];
}

// Once per binding, however many ports use it.
function describeBinding(binding: XmlElement): DescribedBinding {
  const extension = extensionOf(binding, "binding");
  const style = extension?.attributes.get("style") ?? "document";
  const operations = childrenOf(binding, WSDL, "operation");
  return {
    extension,
    operations: new Map(operations.map((operation) => [nameOf(operation), describeOperation(operation, style)])),
  };
}

function describePort(
  service: string,
  port: XmlElement,
  bindings: ReadonlyMap<string, DescribedBinding>,
): DescribedPort {
  const binding = bindings.get(localName(port.attributes.get("binding") ?? "").trim());
  const address = port.children.find(({ name }) => name === "address");
  return {
    service,
    name: nameOf(port),
    protocol: protocolOf(binding?.extension ?? address),
    address: address?.attributes.get("location") ?? "",
    operations: binding?.operations ?? new Map(),
  };
}

function describeOperation(operation: XmlElement, style: string): DescribedOperation {
  const extension = extensionOf(operation, "operation");
  const use = (direction: string) => {
    const [side] = childrenOf(operation, WSDL, direction);
    const body = side && extensionOf(side, "body");
    return body ? (body.attributes.get("use") ?? "literal") : "";
  };
  const headers = (direction: string) =>
    childrenOf(operation, WSDL, direction)
      .flatMap((side) => side.children.filter((child) => isExtension(child, "header")))
      .map(({ attributes }) => `${localName(attributes.get("message") ?? "").trim()}/${attributes.get("part") ?? ""}`)
      .sort()
      .join(", ");
  return {
    style: extension?.attributes.get("style") ?? style,
    use: { request: use("input"), response: use("output") },
    headers: { request: headers("input"), response: headers("output") },
    soapAction: extension?.attributes.get("soapAction") ?? "",
  };
}

/** @param extension the binding's protocol element, or the address of a port without a binding. */
function protocolOf(extension: XmlElement | undefined): Protocol {
  if (extension?.namespace === WSDL_SOAP_11) return "SOAP 1.1";
  if (extension?.namespace === WSDL_SOAP_12) return "SOAP 1.2";
  const verb = extension?.namespace === WSDL_HTTP ? extension.attributes.get("verb")?.toUpperCase() : undefined;
  return verb === "GET" ? "HTTP GET" : verb === "POST" ? "HTTP POST" : "other";
}

/** The child element in a SOAP or HTTP namespace. */
function extensionOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => isExtension(child, name));
}

function isExtension(element: XmlElement, name: string): boolean {
  return element.name === name && [WSDL_SOAP_11, WSDL_SOAP_12, WSDL_HTTP].includes(element.namespace);
}

function documentationOf(element: XmlElement): string {
  return collapsedText(childrenOf(element, WSDL, "documentation"));
}

function nameOf(element: XmlElement): string {
  return element.attributes.get("name") ?? "";
}
