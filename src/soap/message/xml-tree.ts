import type { SaxesTagPlain } from "saxes";
import { type Attributes, localName, NAMESPACE_LIMIT, NamespaceScope } from "./namespace-scope.js";
import { ATTRIBUTE_LIMIT, DEPTH_LIMIT } from "./xml-limits.js";
import { XmlParser } from "./xml-parser.js";

/** An element of a parsed document, with the place where its start tag ended. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly inside, character data and CDATA joined, blanks kept. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** Resolves the prefix of a QName in attribute or element content ("" is the default namespace). */
  resolvePrefix(prefix: string): string | undefined;
}

/** The document cannot be read: it is not well-formed, or it uses what this reader refuses. */
export class XmlTreeError extends Error {
  override readonly name = "XmlTreeError";
  readonly line: number;
  readonly column: number;

  constructor(reason: string, line: number, column: number) {
    super(reason);
    this.line = line;
    this.column = column;
  }
}

export interface XmlTreeLimits {
  /** How deep elements may nest. @default 64 */
  readonly depth?: number;
  /** How many attributes one element may have. @default 64 */
  readonly attributes?: number;
  /** How many elements the document may hold, and four times as many attributes; any number when absent. */
  readonly elements?: number;
  /** `skip` passes over processing instructions, which are refused otherwise. */
  readonly processingInstructions?: "skip";
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
  readonly scope: NamespaceScope;
}

/**
 * Reads a whole document into a tree. For documents that are read in any order: a WSDL, or a request that the emulator
 * accepts as leniently as ASMX does. Replies are read by `decode-reply.ts` in one pass.
 *
 * A DOCTYPE and with it every entity but the five predefined ones is refused, and so are processing instructions unless
 * they are to be skipped. Attributes are keyed by local name when unprefixed and by `{namespace}local` when prefixed;
 * `xmlns` ones are left out.
 *
 * @throws {XmlTreeError} with line and column.
 */
export function readXmlTree(text: string, limits: XmlTreeLimits = {}): XmlElement {
  const maximumDepth = limits.depth ?? DEPTH_LIMIT;
  const maximumElements = limits.elements ?? Number.POSITIVE_INFINITY;
  const refuse = (reason: string): never => {
    throw new XmlTreeError(reason, parser.line, parser.column + 1);
  };
  const refuseDocument = (reason: string): never => refuse(`the document ${reason}`);
  const parser: XmlParser = new XmlParser(
    { malformed: refuse, tooManyAttributes: (limit) => refuse(`an element has more than ${limit} attributes`) },
    { attributeLimit: limits.attributes ?? ATTRIBUTE_LIMIT, position: true, onTag: (tag) => openElement(tag) },
  );
  let elements = 0;
  let attributeCount = 0;
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;

  parser.on("doctype", () => refuse("a DOCTYPE is not accepted"));
  if (limits.processingInstructions !== "skip") {
    parser.on("processinginstruction", () => refuse("a processing instruction is not accepted"));
  }
  const openElement = (tag: SaxesTagPlain): void => {
    elements += 1;
    if (elements > maximumElements) refuse(`the document holds more than ${maximumElements} elements`);
    if (open.length >= maximumDepth) refuse(`elements nest deeper than ${maximumDepth}`);
    const parent = open.at(-1);
    const scope = (parent?.scope ?? NamespaceScope.root).enter(tag.attributes, refuseDocument);
    if (scope.defaultNamespace.length > NAMESPACE_LIMIT) refuse(`a namespace name is longer than ${NAMESPACE_LIMIT}`);
    const attributes = attributesOf(tag.attributes, scope);
    attributeCount += attributes.size;
    if (attributeCount > ATTRIBUTES_PER_ELEMENT * maximumElements) {
      refuse(`the document holds more than ${ATTRIBUTES_PER_ELEMENT * maximumElements} attributes`);
    }
    const element: OpenElement = {
      name: localName(tag.name),
      namespace: scope.namespaceOf(tag.name, refuseDocument),
      attributes,
      children: [],
      text: "",
      line: parser.line,
      column: parser.column + 1,
      scope,
      resolvePrefix: (prefix) => scope.resolve(prefix),
    };
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
  };
  const addText = (piece: string): void => {
    const element = open.at(-1);
    if (element) element.text += piece;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    open.pop();
  });

  parser.write(text).close();
  return root ?? refuse("the document holds no element");
}

// Where elements are bounded, attributes are too: on average no document in use has more of them.
const ATTRIBUTES_PER_ELEMENT = 4;

function attributesOf(written: Attributes, scope: NamespaceScope): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const name in written) {
    if (name === "xmlns" || name.startsWith("xmlns:")) continue;
    const colon = name.indexOf(":");
    const key = colon < 0 ? name : `{${scope.resolve(name.slice(0, colon))}}${name.slice(colon + 1)}`;
    attributes.set(key, written[name] as string);
  }
  return attributes;
}
