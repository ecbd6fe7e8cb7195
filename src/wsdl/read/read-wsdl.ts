import type { Contract, ContractOperation, LeftOutOperation } from "../../soap/contract/contract.js";
import { WSDL } from "../../soap/contract/namespaces.js";
import { importReferences, isSchema } from "../load/import-references.js";
import { documentOfText, type WsdlDocument } from "../load/wsdl-document.js";
import { placeText, quoteForeign, WsdlError, type WsdlPlace } from "../load/wsdl-error.js";
import { findSoapPort } from "./read-binding.js";
import { type BoundOperation, readOperations } from "./read-operations.js";
import { TypeReader } from "./read-types.js";
import { readUnshown, type Unshown } from "./read-unshown.js";
import { SchemaIndex } from "./schema-index.js";
import { Wrappers } from "./wrappers.js";
import { WsdlFault } from "./wsdl-fault.js";
import { WsdlSource } from "./wsdl-source.js";

/** A WSDL and what it imports; the WSDL itself first. */
export type WsdlDocuments = readonly [WsdlDocument, ...WsdlDocument[]];

/** What was read of a WSDL. */
export interface WsdlReading {
  readonly contract: Contract;
  /**
   * What the WSDL says beside the contract, for a comparison. Worked out when asked.
   * @throws {WsdlError} where that is too much.
   */
  unshown(): Unshown;
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

/** How a WSDL is read. */
export interface ReadOptions {
  /** Refuse a WSDL of which an operation cannot be carried, instead of leaving that out; false when absent. */
  readonly strict?: boolean;
}

/**
 * Reads a WSDL 1.1 and what it imports into the contract of its SOAP port: document/literal, one wrapper element per
 * message. The documents are taken as hostile: no entity, no DOCTYPE, every name an NCName, every reference resolved. An
 * operation that needs what is not understood is left out, with its reason, rather than guessed at.
 *
 * Operations keep their order; types and enumerations hold what the operations reach, sorted by name.
 *
 * @throws {WsdlError} with file, line and column, for what concerns the documents as a whole (not well-formed, no WSDL,
 *   a name defined twice, a limit passed), and where no operation can be carried.
 */
export function readDocuments(documents: WsdlDocuments, { strict = false }: ReadOptions = {}): WsdlReading {
  const source = new WsdlSource(documents);
  checkDocuments(source);
  const port = findSoapPort(source);
  const bound = readOperations(source, port);
  const namespace = contractNamespace(source, [...bound.values()]);
  const types = new TypeReader(source, new SchemaIndex(source), namespace);
  const wrappers = new Wrappers(source, types, namespace);
  const read = [...bound].map(
    ([name, one]) => [name, one instanceof WsdlFault ? one : wrappers.operation(one)] as const,
  );
  // Only now is known what every type reaches.
  const judged = read.map(([name, one]) => [name, faultOf(types, one) ?? one] as const);
  const operations = judged.flatMap(([name, one]) => (one instanceof WsdlFault ? [] : [[name, one] as const]));
  const leftOut = judged.flatMap(([name, one]) => (one instanceof WsdlFault ? [[name, one] as const] : []));
  if (leftOut.length > 0 && (strict || operations.length === 0)) refuse(leftOut, operations.length);
  const { service, port: portName, address } = port;
  return {
    contract: {
      namespace,
      service,
      port: portName,
      address,
      operations: Object.fromEntries(operations),
      ...(leftOut.length > 0 ? { leftOut: Object.fromEntries(leftOut.map(leftOutEntry)) } : {}),
      ...types.reached(operations.flatMap(([, { request, response }]) => [request, response])),
    },
    unshown: () => readUnshown(source, port, namespace, new Set(operations.map(([name]) => name))),
    placeOf: (name) => source.placeOf(types.definitionOf(name) ?? wrappers.partOf(name) ?? port.binding),
  };
}

function faultOf(types: TypeReader, operation: ContractOperation | WsdlFault): WsdlFault | undefined {
  if (operation instanceof WsdlFault) return operation;
  return types.faultIn(operation.request, "request") ?? types.faultIn(operation.response, "response");
}

function leftOutEntry([name, { reason, place }]: readonly [string, WsdlFault]): [string, LeftOutOperation] {
  return [name, { reason, place: placeText(place) }];
}

function refuse(leftOut: readonly (readonly [string, WsdlFault])[], carried: number): never {
  const [[name, fault], ...others] = leftOut as [readonly [string, WsdlFault], ...(readonly [string, WsdlFault])[]];
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  const advice =
    carried === 0
      ? "no operation of the WSDL can be carried"
      : "where reading is not strict, what cannot be carried is left out";
  throw new WsdlError(`${fault.reason} (operation ${quoteForeign(name)}${more}); ${advice}`, fault.place);
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
function contractNamespace(source: WsdlSource, operations: readonly (BoundOperation | WsdlFault)[]): string {
  const used = operations.flatMap((one) =>
    one instanceof WsdlFault ? [] : [one.input.element.namespace, one.output.element.namespace],
  );
  if (used.includes(source.targetNamespace)) return source.targetNamespace;
  return used.find((namespace) => namespace !== "") ?? source.targetNamespace;
}
