import { WSDL } from "../../soap/contract/namespaces.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { childrenOf } from "../load/children.js";
import type { WsdlDocument } from "../load/wsdl-document.js";
import { quoteForeign, WsdlError, type WsdlPlace } from "../load/wsdl-error.js";
import { isNcName } from "./ncname.js";
import { WsdlFault } from "./wsdl-fault.js";

/** A resolved QName. */
export interface QName {
  readonly namespace: string;
  readonly local: string;
}

/** The most characters of a namespace: a defence, as it is part of the key of every name. */
export const MAXIMUM_NAMESPACE = 2000;

/** A QName as the key of a map. */
export function keyOf({ namespace, local }: QName): string {
  return `{${namespace}}${local}`;
}

/** The documents of a WSDL that is being read: resolves their names and reports their faults. */
export class WsdlSource {
  readonly documents: readonly WsdlDocument[];
  readonly #first: WsdlDocument;

  /** @param documents the WSDL itself first. */
  constructor(documents: readonly [WsdlDocument, ...WsdlDocument[]]) {
    this.documents = documents;
    this.#first = documents[0];
  }

  /** The `wsdl:definitions` of the WSDL itself. */
  get definitions(): XmlElement {
    return this.#first.root;
  }

  get targetNamespace(): string {
    return this.#first.root.attributes.get("targetNamespace") ?? "";
  }

  /** The place of an element. */
  placeOf(element: XmlElement): WsdlPlace {
    // Searched for on demand: storing it for every element would take longer than reading them.
    const document = this.documents.find(({ root }) => holds(root, element)) ?? this.#first;
    return { file: document.name, line: element.line, column: element.column };
  }

  /** @throws {WsdlFault} always, pointing at `element`. */
  fail(element: XmlElement, reason: string): never {
    throw new WsdlFault(reason, this.placeOf(element));
  }

  /** @throws {WsdlFault} saying that `construct` is not supported, and what is. */
  unsupported(element: XmlElement, construct: string, supported: string): never {
    throw this.lacking(element, construct, supported);
  }

  /** The fault that says that `construct` is not supported, and what is. */
  lacking(element: XmlElement, construct: string, supported: string): WsdlFault {
    return new WsdlFault(`${construct} is not supported; supported: ${supported}`, this.placeOf(element));
  }

  /**
   * Refuses the whole WSDL, even while one operation is read: a limit is exceeded, and reading on costs more.
   * @throws {WsdlError} always, pointing at `element`.
   */
  refuse(element: XmlElement, reason: string): never {
    throw new WsdlError(reason, this.placeOf(element));
  }

  /** The `name` attribute, which must be an NCName. */
  nameOf(element: XmlElement): string {
    const name = element.attributes.get("name");
    if (name === undefined) this.fail(element, `<${element.name}> has no name`);
    if (!isNcName(name)) this.fail(element, `${quoteForeign(name)} is not a valid name (an NCName)`);
    return name;
  }

  /** The attribute as a resolved QName; undefined when absent. The default namespace applies, as in XML Schema. */
  qname(element: XmlElement, attribute: string): QName | undefined {
    const value = element.attributes.get(attribute)?.trim();
    if (value === undefined) return undefined;
    const [prefix, local] = value.includes(":") ? splitOnce(value) : ["", value];
    const namespace = element.resolvePrefix(prefix);
    if (namespace === undefined) this.fail(element, `the prefix of ${quoteForeign(value)} is not declared`);
    if (namespace.length > MAXIMUM_NAMESPACE) this.fail(element, "the namespace is too long");
    if (!isNcName(local)) this.fail(element, `${quoteForeign(value)} is not a valid QName`);
    return { namespace, local };
  }

  /** The element in `index` that the attribute refers to. @throws {WsdlError} when the attribute or its target is missing. */
  target(element: XmlElement, attribute: string, what: string, index: ReadonlyMap<string, XmlElement>): XmlElement {
    const qname = this.qname(element, attribute);
    if (!qname) this.fail(element, `<${element.name}> has no ${attribute} attribute`);
    return index.get(keyOf(qname)) ?? this.missing(element, what, qname);
  }

  /** @throws {WsdlError} saying that the component of that QName is missing. */
  missing(element: XmlElement, what: string, { namespace, local }: QName): never {
    const where = namespace === this.targetNamespace ? "" : ` in the namespace ${quoteForeign(namespace)}`;
    this.fail(element, `there is no ${what} ${quoteForeign(local)}${where}`);
  }

  /** The components of that name (`message`, `binding`, …) in all documents, the WSDL's own first. */
  components(name: string): readonly XmlElement[] {
    return this.documents.flatMap(({ root }) => childrenOf(root, WSDL, name));
  }

  /** The components of that name, by qualified name; a duplicate is an error. */
  index(name: string): ReadonlyMap<string, XmlElement> {
    const index = new Map<string, XmlElement>();
    for (const { root } of this.documents) {
      const namespace = root.attributes.get("targetNamespace") ?? "";
      for (const [local, element] of this.byName(childrenOf(root, WSDL, name), name)) {
        const key = keyOf({ namespace, local });
        if (index.has(key)) this.fail(element, `${name} ${quoteForeign(local)} is defined twice`);
        index.set(key, element);
      }
    }
    return index;
  }

  /** Indexes named elements; a duplicate name is an error. */
  byName(elements: Iterable<XmlElement>, what: string): Map<string, XmlElement> {
    const index = new Map<string, XmlElement>();
    for (const element of elements) {
      const name = this.nameOf(element);
      if (index.has(name)) this.fail(element, `${what} ${quoteForeign(name)} is defined twice`);
      index.set(name, element);
    }
    return index;
  }
}

// Descends by position: walking the whole document for each of many faults would be slow.
function holds(tree: XmlElement, element: XmlElement): boolean {
  let at: XmlElement | undefined = tree;
  while (at !== undefined && at !== element) at = lastBefore(at.children, element);
  return at === element;
}

/** Of siblings, the last one that starts no later than `element`. */
function lastBefore(siblings: readonly XmlElement[], element: XmlElement): XmlElement | undefined {
  let [low, high] = [0, siblings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { line, column } = siblings[middle] as XmlElement;
    if (line < element.line || (line === element.line && column <= element.column)) low = middle + 1;
    else high = middle;
  }
  return siblings[low - 1];
}

function splitOnce(value: string): [string, string] {
  const colon = value.indexOf(":");
  return [value.slice(0, colon), value.slice(colon + 1)];
}
