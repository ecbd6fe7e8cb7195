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

/** A WSDL and its imports; the WSDL itself first. */
export type WsdlDocuments = readonly [WsdlDocument, ...WsdlDocument[]];

/** The result of reading a WSDL. */
export interface WsdlReading {
  readonly contract: Contract;
  /**
   * What the WSDL says besides the contract, for a comparison. Computed on demand.
   * @throws {WsdlError} when it exceeds a limit.
   */
  unshown(): Unshown;
  /** The place of the contract's type or enumeration of that name, or of the part with that wrapper; else of the binding. */
  placeOf(name: string): WsdlPlace;
}

/**
 * Reads a WSDL 1.1 document into the contract of its SOAP port. To read one with imports, see `loadWsdl`.
 *
 * @param fileName the document's name in errors.
 * @throws {WsdlError} as {@link readDocuments}.
 */
export function readWsdl(text: string, fileName: string): Contract {
  return readDocuments([documentOfText(text, fileName)]).contract;
}

/** How a WSDL is read. */
export interface ReadOptions {
  /**
   * Whether to refuse a WSDL with an unsupported operation, instead of leaving the operation out.
   * @default false
   */
  readonly strict?: boolean;
}

/**
 * Reads a WSDL 1.1 and its imports into the contract of its SOAP port: document/literal, one wrapper element per message.
 * The documents are treated as hostile: no entity, no DOCTYPE, every name an NCName, every reference resolved. An
 * operation that needs something unsupported is left out, with the reason.
 *
 * Operations keep their order; types and enumerations are those that the operations reach, sorted by name.
 *
 * @throws {WsdlError} with file, line and column, for a problem of the whole document (not well-formed, not a WSDL, a name
 *   defined twice, a limit exceeded), and when no operation is supported.
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
  // What each type reaches is known only now.
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
      ? "no operation of the WSDL is supported"
      : "unless reading is strict, unsupported operations are left out";
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
        `an imported document is neither a WSDL nor a schema: its first element is ${quoteForeign(root.name)}`,
      );
    }
    for (const { element, construct, location } of importReferences(root)) {
      if (construct === "xs:redefine") source.unsupported(element, construct, "xs:import and xs:include");
      if (location === undefined) source.fail(element, `the ${construct} has no location`);
      if (!followed.has(element)) {
        source.unsupported(
          element,
          `${construct} of ${quoteForeign(location)}`,
          "a single document, for a WSDL given as text",
        );
      }
    }
  }
}

/** The WSDL's namespace if any message is in it, as with ASMX; else that of the first message. */
function contractNamespace(source: WsdlSource, operations: readonly (BoundOperation | WsdlFault)[]): string {
  const used = operations.flatMap((one) =>
    one instanceof WsdlFault ? [] : [one.input.element.namespace, one.output.element.namespace],
  );
  if (used.includes(source.targetNamespace)) return source.targetNamespace;
  return used.find((namespace) => namespace !== "") ?? source.targetNamespace;
}
