import type { Contract, ContractOperation } from "../soap/contract.js";
import { WSDL } from "../soap/namespaces.js";
import { readXmlTree, type XmlElement, XmlTreeError } from "../soap/xml-tree.js";
import { findSoapPort } from "./read-binding.js";
import { readOperations } from "./read-operations.js";
import { TypeReader } from "./read-types.js";
import { indexSchema } from "./schema-index.js";
import { quoteForeign, WsdlError } from "./wsdl-error.js";
import { childrenOf, WsdlSource } from "./wsdl-source.js";

/**
 * Reads a WSDL 1.1 document into the contract of its SOAP port: document/literal, one wrapper element per message, one
 * namespace of qualified elements. The document is taken as hostile: no entity, no DOCTYPE, every name an NCName,
 * every reference resolved, and what is not understood is refused rather than guessed at.
 *
 * Operations keep their order; types and enumerations hold what the operations reach, sorted by name.
 *
 * @param fileName what errors call the document.
 * @throws {WsdlError} with file, line and column.
 */
export function readWsdl(text: string, fileName: string): Contract {
  const definitions = readDefinitions(text, fileName);
  const namespace = definitions.attributes.get("targetNamespace") ?? "";
  const source = new WsdlSource(fileName, namespace);
  if (namespace === "") source.fail(definitions, "the WSDL has no targetNamespace");
  const [imported] = childrenOf(definitions, WSDL, "import");
  if (imported) source.unsupported(imported, "wsdl:import", "a WSDL in one file");

  const port = findSoapPort(source, definitions);
  const types = new TypeReader(source, indexSchema(source, definitions));
  const operations: [string, ContractOperation][] = readOperations(source, definitions, port).map((operation) => [
    operation.name,
    {
      soapAction: operation.soapAction,
      request: types.message(operation.input.part, operation.input.element),
      response: types.message(operation.output.part, operation.output.element),
      ...(operation.documentation === undefined ? {} : { documentation: operation.documentation }),
    },
  ]);
  return {
    namespace,
    service: port.service,
    port: port.port,
    address: port.address,
    operations: Object.fromEntries(operations),
    types: types.types(),
    enums: types.enums(),
  };
}

function readDefinitions(text: string, fileName: string): XmlElement {
  let root: XmlElement;
  try {
    root = readXmlTree(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (!(error instanceof XmlTreeError)) throw error;
    const place = { file: fileName, line: error.line, column: error.column };
    throw new WsdlError(`not a readable XML document: ${error.message}`, place);
  }
  if (root.namespace !== WSDL || root.name !== "definitions") {
    const place = { file: fileName, line: root.line, column: root.column };
    throw new WsdlError(`not a WSDL 1.1 document: its first element is ${quoteForeign(root.name)}`, place);
  }
  return root;
}
