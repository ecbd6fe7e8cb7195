import { SaxesParser, type SaxesTagNS } from "saxes";

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
  /** How deep elements may nest. */
  readonly depth?: number;
  /** How many attributes one element may have. */
  readonly attributes?: number;
  /** How many elements the document may hold; any number when absent. */
  readonly elements?: number;
  /** `skip` passes over processing instructions, which are refused otherwise. */
  readonly processingInstructions?: "skip";
}

interface OpenElement {
  name: string;
  namespace: string;
  attributes: Map<string, string>;
  children: XmlElement[];
  text: string;
  line: number;
  column: number;
  resolvePrefix(prefix: string): string | undefined;
}

/**
 * Reads a whole document into a tree. For documents that are looked at in any order: a WSDL, or a request that the
 * emulator takes as leniently as ASMX does. Replies do not come this way: `decode-reply.ts` reads those in one pass.
 *
 * A DOCTYPE and with it every entity but the five predefined ones is refused, and so are processing instructions unless
 * they are to be skipped.
 * Attributes are keyed by local name when unprefixed and by `{namespace}local` when prefixed; `xmlns` ones are left out.
 *
 * @throws {XmlTreeError} with line and column.
 */
export function readXmlTree(text: string, limits: XmlTreeLimits = {}): XmlElement {
  const maximumDepth = limits.depth ?? 64;
  const maximumAttributes = limits.attributes ?? 64;
  const maximumElements = limits.elements ?? Number.POSITIVE_INFINITY;
  const parser = new SaxesParser({ xmlns: true, position: true });
  let elements = 0;
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;

  const refuse = (reason: string): never => {
    throw new XmlTreeError(reason, parser.line, parser.column + 1);
  };

  // No more than seven handlers: see decode-reply.ts.
  parser.on("error", (error) => refuse(error.message.replace(/^\d+:\d+: /, "")));
  parser.on("doctype", () => refuse("a DOCTYPE is not accepted"));
  if (limits.processingInstructions !== "skip") {
    parser.on("processinginstruction", () => refuse("a processing instruction is not accepted"));
  }
  parser.on("opentag", (tag: SaxesTagNS) => {
    elements += 1;
    if (elements > maximumElements) refuse(`the document holds more than ${maximumElements} elements`);
    if (open.length >= maximumDepth) refuse(`elements nest deeper than ${maximumDepth}`);
    if (Object.keys(tag.attributes).length > maximumAttributes) {
      refuse(`an element has more than ${maximumAttributes} attributes`);
    }
    const attributes = new Map<string, string>();
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.prefix === "xmlns" || attribute.name === "xmlns") continue;
      attributes.set(
        attribute.prefix === "" ? attribute.local : `{${attribute.uri}}${attribute.local}`,
        attribute.value,
      );
    }
    const parent = open.at(-1);
    const own = tag.ns;
    const element: OpenElement = {
      name: tag.local,
      namespace: tag.uri,
      attributes,
      children: [],
      text: "",
      line: parser.line,
      column: parser.column + 1,
      resolvePrefix: (prefix) =>
        Object.hasOwn(own, prefix)
          ? own[prefix]
          : parent
            ? parent.resolvePrefix(prefix)
            : prefix === ""
              ? ""
              : undefined,
    };
    if (parent) parent.children.push(element);
    else root = element;
    open.push(element);
  });
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
