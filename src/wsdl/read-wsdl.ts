import type { Contract, ContractMessage, ContractOperation } from "../soap/contract.js";
import { WSDL } from "../soap/namespaces.js";
import type { XmlElement } from "../soap/xml-tree.js";
import { importReferences, isSchema } from "./import-references.js";
import { findSoapPort } from "./read-binding.js";
import { type BoundOperation, readOperations, type WrapperReference } from "./read-operations.js";
import { TypeReader } from "./read-types.js";
import { SchemaIndex } from "./schema-index.js";
import { documentOfText, type WsdlDocument } from "./wsdl-document.js";
import { quoteForeign, WsdlError, type WsdlPlace } from "./wsdl-error.js";
import { WsdlSource } from "./wsdl-source.js";

/** A WSDL and what it imports; the WSDL itself first. */
export type WsdlDocuments = readonly [WsdlDocument, ...WsdlDocument[]];

/** What was read of a WSDL. */
export interface WsdlReading {
  readonly contract: Contract;
  /** Where the type or enumeration of that name in the contract stands, or the part with its wrapper; else the binding. */
  placeOf(name: string): WsdlPlace;
}

/**
 * Reads a WSDL 1.1 document into the contract of its SOAP port. For one that imports others, see `loadWsdl`.
 *
 * @param fileName what errors call the document.
 * @throws {WsdlError} as {@link readDocuments}.
 */
export function readWsdl(text: string, fileName: string): Contract {
  return readDocuments([documentOfText(text, fileName)]).contract;
}

/**
 * Reads a WSDL 1.1 and what it imports into the contract of its SOAP port: document/literal, one wrapper element per
 * message. The documents are taken as hostile: no entity, no DOCTYPE, every name an NCName, every reference resolved,
 * and what an operation needs and is not understood is refused rather than guessed at.
 *
 * Operations keep their order; types and enumerations hold what the operations reach, sorted by name.
 *
 * @throws {WsdlError} with file, line and column.
 */
export function readDocuments(documents: WsdlDocuments): WsdlReading {
  const source = new WsdlSource(documents);
  checkDocuments(source);
  const port = findSoapPort(source);
  const bound = readOperations(source, port);
  const namespace = contractNamespace(source, bound);
  const types = new TypeReader(source, new SchemaIndex(source), namespace);
  const wrappers = new Wrappers(source, types, namespace);
  const operations: [string, ContractOperation][] = bound.map(({ name, soapAction, input, output, documentation }) => [
    name,
    source.reading(name, () => ({
      soapAction,
      request: wrappers.message(input, "request"),
      response: wrappers.message(output, "response"),
      ...(documentation === undefined ? {} : { documentation }),
    })),
  ]);
  const { service, port: portName, address } = port;
  return {
    contract: {
      namespace,
      service,
      port: portName,
      address,
      operations: Object.fromEntries(operations),
      types: types.types(),
      enums: types.enums(),
    },
    placeOf: (name) => source.placeOf(types.definitionOf(name) ?? wrappers.partOf(name) ?? port.binding),
  };
}

function checkDocuments(source: WsdlSource): void {
  const { definitions } = source;
  if (definitions.namespace !== WSDL || definitions.name !== "definitions") {
    const found = quoteForeign(definitions.name);
    throw new WsdlError(`not a WSDL 1.1 document: its first element is ${found}`, source.placeOf(definitions));
  }
  if (source.targetNamespace === "") source.fail(definitions, "the WSDL has no targetNamespace");
  for (const { root, followed } of source.documents) {
    if (root !== definitions && !isSchema(root) && (root.namespace !== WSDL || root.name !== "definitions")) {
      source.fail(
        root,
        `an imported document is neither a WSDL nor a schema: it begins with ${quoteForeign(root.name)}`,
      );
    }
    for (const { element, construct, location } of importReferences(root)) {
      if (construct === "xs:redefine") source.unsupported(element, construct, "xs:import and xs:include");
      if (location === undefined) source.fail(element, `the ${construct} does not say where its document is`);
      if (!followed.has(element)) {
        source.unsupported(
          element,
          `${construct} of ${quoteForeign(location)}`,
          "one document, where a WSDL is given as text",
        );
      }
    }
  }
}

/** The WSDL's namespace where messages are in it, as with ASMX; else that of the first message. */
function contractNamespace(source: WsdlSource, operations: readonly BoundOperation[]): string {
  const used = operations.flatMap(({ input, output }) => [input.element.namespace, output.element.namespace]);
  if (used.includes(source.targetNamespace)) return source.targetNamespace;
  return used.find((namespace) => namespace !== "") ?? source.targetNamespace;
}

/** The messages of a contract, read each once. */
class Wrappers {
  readonly #source: WsdlSource;
  readonly #types: TypeReader;
  readonly #namespace: string;
  readonly #known = new Map<string, { readonly part: XmlElement; readonly message: ContractMessage }>();

  constructor(source: WsdlSource, types: TypeReader, namespace: string) {
    this.#source = source;
    this.#types = types;
    this.#namespace = namespace;
  }

  message({ part, element }: WrapperReference, direction: "request" | "response"): ContractMessage {
    const { message } = this.#known.get(element.local) ?? { message: this.#types.message(part, element) };
    if ((message.namespace ?? this.#namespace) !== element.namespace) {
      this.#source.unsupported(
        part,
        `two elements ${quoteForeign(element.local)} of two namespaces`,
        "messages of different names",
      );
    }
    this.#known.set(element.local, { part, message });
    if (direction === "request") this.#types.checkSendable(message);
    return message;
  }

  /** The part of a message that names this wrapper element. */
  partOf(element: string): XmlElement | undefined {
    return this.#known.get(element)?.part;
  }
}
