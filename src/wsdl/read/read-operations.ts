import { WSDL } from "../../soap/contract/namespaces.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { childrenOf } from "../load/children.js";
import { quoteForeign } from "../load/wsdl-error.js";
import { type BoundPort, checkStyle } from "./read-binding.js";
import { collapsedText } from "./schema-documentation.js";
import { attempt, type WsdlFault } from "./wsdl-fault.js";
import type { QName, WsdlSource } from "./wsdl-source.js";

/** A message's wrapper element, and the part that names it. */
export interface WrapperReference {
  readonly part: XmlElement;
  readonly element: QName;
}

/** An operation as binding, portType and messages describe it, before its wrapper elements are resolved. */
export interface BoundOperation {
  readonly name: string;
  readonly soapAction: string;
  readonly input: WrapperReference;
  readonly output: WrapperReference;
  readonly documentation: string | undefined;
}

/**
 * Reads the operations of the port's binding, in its order, each independently. The result is a fault for one with
 * encoded bodies, SOAP headers, no response, an overload, messages without exactly one `element` part, or a reference to
 * something missing.
 *
 * @throws {WsdlFault} where operations cannot be told apart: no portType, an invalid name, a message defined twice.
 */
export function readOperations(source: WsdlSource, port: BoundPort): ReadonlyMap<string, BoundOperation | WsdlFault> {
  const messages = source.index("message");
  const portType = source.target(port.binding, "type", "portType", source.index("portType"));
  const abstract = named(source, childrenOf(portType, WSDL, "operation"));
  const bound = named(source, childrenOf(port.binding, WSDL, "operation"));
  if (bound.size === 0) source.fail(port.binding, "the binding has no operation");
  if (bound.size > MAXIMUM_OPERATIONS) {
    source.refuse(port.binding, `${bound.size} operations exceed the limit of ${MAXIMUM_OPERATIONS}`);
  }
  const read = (name: string, operations: Homonyms): BoundOperation => {
    const operation = only(source, name, operations);
    const declarations = abstract.get(name);
    if (!declarations) source.fail(operation, `the portType has no operation ${quoteForeign(name)}`);
    const declared = only(source, name, declarations);
    const soapAction = readSoapAction(source, operation, port);
    const wrapper = (direction: "input" | "output") => {
      checkBody(source, operation, direction, port.soap);
      return readMessage(source, messages, declared, direction);
    };
    const documentation = readDocumentation(declared);
    return { name, soapAction, input: wrapper("input"), output: wrapper("output"), documentation };
  };
  return new Map([...bound].map(([name, operations]) => [name, attempt(() => read(name, operations))]));
}

/** All operations of one name. */
type Homonyms = readonly [XmlElement, ...XmlElement[]];

function named(source: WsdlSource, operations: readonly XmlElement[]): ReadonlyMap<string, Homonyms> {
  const byName = new Map<string, [XmlElement, ...XmlElement[]]>();
  for (const operation of operations) {
    const name = source.nameOf(operation);
    const others = byName.get(name);
    if (others) others.push(operation);
    else byName.set(name, [operation]);
  }
  return byName;
}

function only(source: WsdlSource, name: string, [first, second]: Homonyms): XmlElement {
  if (second) source.fail(second, `operation ${quoteForeign(name)} is defined twice; overloads are not supported`);
  return first;
}

/** The most operations of a WSDL: a defence, as code is generated for each. */
const MAXIMUM_OPERATIONS = 2000;

function readSoapAction(source: WsdlSource, operation: XmlElement, port: BoundPort): string {
  const [details] = childrenOf(operation, port.soap, "operation");
  if (!details) source.fail(operation, "the bound operation has no soap:operation");
  checkStyle(source, port, details);
  const soapAction = details.attributes.get("soapAction") ?? "";
  // It becomes a quoted HTTP header value.
  if (!/^[\x21\x23-\x5b\x5d-\x7e]*$/.test(soapAction)) {
    source.fail(details, `the soapAction ${quoteForeign(soapAction)} is not valid in an HTTP header`);
  }
  return soapAction;
}

function checkBody(source: WsdlSource, operation: XmlElement, direction: string, soap: string): void {
  const [side] = childrenOf(operation, WSDL, direction);
  if (!side) source.unsupported(operation, `an operation without ${direction}`, "request and response");
  const [header] = childrenOf(side, soap, "header");
  if (header) source.unsupported(header, "a soap:header", "soap:body alone");
  const [body] = childrenOf(side, soap, "body");
  if (!body) source.fail(side, "the message has no soap:body");
  const use = body.attributes.get("use") ?? "literal";
  if (use !== "literal") source.unsupported(body, `use=${quoteForeign(use)}`, 'use="literal"');
}

function readMessage(
  source: WsdlSource,
  messages: ReadonlyMap<string, XmlElement>,
  operation: XmlElement,
  direction: string,
): WrapperReference {
  const [side] = childrenOf(operation, WSDL, direction);
  if (!side) source.unsupported(operation, `an operation without ${direction}`, "request and response");
  const message = source.target(side, "message", "message", messages);
  const [part, ...more] = childrenOf(message, WSDL, "part");
  if (!part) source.fail(message, `the message ${quoteForeign(source.nameOf(message))} has no part`);
  if (more.length > 0) source.unsupported(message, `a message with ${more.length + 1} parts`, "one part");
  const element = source.qname(part, "element");
  if (!element) source.unsupported(part, "a part without an element", 'document style, element="..."');
  return { part, element };
}

function readDocumentation(operation: XmlElement): string | undefined {
  const text = collapsedText(childrenOf(operation, WSDL, "documentation"));
  return text === "" ? undefined : text;
}
