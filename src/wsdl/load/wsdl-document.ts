import { NAMESPACE_LIMIT } from "../../soap/message/namespace-scope.js";
import { readXmlTree, type XmlElement, XmlTreeError } from "../../soap/message/xml-tree.js";
import { decodeDocument } from "./document-text.js";
import { schemasOf } from "./import-references.js";
import { sha256 } from "./origin.js";
import { WsdlError } from "./wsdl-error.js";

/** The most bytes of a WSDL and all its imports together. */
export const MAXIMUM_BYTES = 32 * 1024 * 1024;
/** The most elements of one document: each takes far more memory than its text. */
const MAXIMUM_ELEMENTS = 250_000;

/** One parsed document: a WSDL, or a schema that one imports. */
export interface WsdlDocument {
  /** Its name in errors and generated headers. */
  readonly name: string;
  readonly root: XmlElement;
  /** The checksum of its bytes, in hexadecimal. */
  readonly sha256: string;
  /** Its imports and includes whose document was loaded too. */
  readonly followed: ReadonlySet<XmlElement>;
}

/** Parses the text of a document. @throws {WsdlError} when it is too large or not well-formed, or has a DOCTYPE. */
export function parseDocument(text: string, name: string): XmlElement {
  if (text.length > MAXIMUM_BYTES) {
    throw new WsdlError(`the document is larger than ${MAXIMUM_BYTES} bytes`, { file: name, line: 1, column: 1 });
  }
  try {
    const root = readXmlTree(text.replace(/^\uFEFF/, ""), { elements: MAXIMUM_ELEMENTS });
    for (const element of [root, ...schemasOf(root)]) checkTargetNamespace(element);
    return root;
  } catch (error) {
    if (!(error instanceof XmlTreeError)) throw error;
    const place = { file: name, line: error.line, column: error.column };
    throw new WsdlError(`not a readable XML document: ${error.message}`, place);
  }
}

// The namespace is part of the key of every definition in it.
function checkTargetNamespace({ attributes, line, column }: XmlElement): void {
  if ((attributes.get("targetNamespace") ?? "").length <= NAMESPACE_LIMIT) return;
  throw new XmlTreeError(`a targetNamespace is longer than ${NAMESPACE_LIMIT} characters`, line, column);
}

/** A document that stands alone, from its text. @throws {WsdlError} as {@link parseDocument}. */
export function documentOfText(text: string, name: string): WsdlDocument {
  return { name, root: parseDocument(text, name), sha256: sha256(text), followed: new Set() };
}

/** The tree of a document's bytes. @throws {WsdlError} as {@link parseDocument}, and when they are not text. */
export function parseBytes(bytes: Uint8Array, name: string): XmlElement {
  const text = decodeDocument(bytes);
  if (text === undefined) {
    const reason =
      "the document is neither UTF-8, nor UTF-16 with a byte order mark, nor in a known encoding that it declares";
    throw new WsdlError(`${reason}; save it as UTF-8`, { file: name, line: 1, column: 1 });
  }
  return parseDocument(text, name);
}
