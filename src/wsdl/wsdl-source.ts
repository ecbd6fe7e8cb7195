import { WSDL } from "../soap/namespaces.js";
import type { XmlElement } from "../soap/xml-tree.js";
import { childrenOf } from "./children.js";
import { isNcName } from "./ncname.js";
import type { WsdlDocument } from "./wsdl-document.js";
import { quoteForeign, WsdlError, type WsdlPlace } from "./wsdl-error.js";

/** A resolved QName. */
export interface QName {
  readonly namespace: string;
  readonly local: string;
}

/** A QName as the key of a map. */
export function keyOf({ namespace, local }: QName): string {
  return `{${namespace}}${local}`;
}

/** The documents of one WSDL being read: how names in them are taken, and how their faults are reported. */
export class WsdlSource {
  readonly documents: readonly WsdlDocument[];
  readonly #first: WsdlDocument;
  #operation: string | undefined;

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

  /** Where an element stands. */
  placeOf(element: XmlElement): WsdlPlace {
    // Looked for only when something is told: remembering it for every element would cost more than reading them.
    const document = this.documents.find(({ root }) => holds(root, element)) ?? this.#first;
    return { file: document.name, line: element.line, column: element.column };
  }

  /** Runs `work`; what fails in it is said to belong to the operation. */
  reading<T>(operation: string, work: () => T): T {
    const outer = this.#operation;
    this.#operation = operation;
    try {
      return work();
    } finally {
      this.#operation = outer;
    }
  }

  /** @throws {WsdlError} always, pointing at `element`. */
  fail(element: XmlElement, reason: string): never {
    const whose = this.#operation === undefined ? "" : ` (operation ${quoteForeign(this.#operation)})`;
    throw new WsdlError(`${reason}${whose}`, this.placeOf(element));
  }

  /** @throws {WsdlError} saying that `construct` is not read, and what is. */
  unsupported(element: XmlElement, construct: string, supported: string): never {
    const advice =
      this.#operation === undefined
        ? ""
        : `. The operation ${quoteForeign(this.#operation)} needs it: a copy of the WSDL without that operation can be read`;
    throw new WsdlError(`${construct} is not supported; supported: ${supported}${advice}`, this.placeOf(element));
  }

  /** The `name` attribute, which must be an NCName. */
  nameOf(element: XmlElement): string {
    const name = element.attributes.get("name");
    if (name === undefined) this.fail(element, `<${element.name}> has no name`);
    if (!isNcName(name)) this.fail(element, `${quoteForeign(name)} is not an acceptable name (an NCName)`);
    return name;
  }

  /** The attribute as a resolved QName; undefined when absent. The default namespace applies, as in XML Schema. */
  qname(element: XmlElement, attribute: string): QName | undefined {
    const value = element.attributes.get(attribute)?.trim();
    if (value === undefined) return undefined;
    const [prefix, local] = value.includes(":") ? splitOnce(value) : ["", value];
    const namespace = element.resolvePrefix(prefix);
    if (namespace === undefined) this.fail(element, `the prefix of ${quoteForeign(value)} is not declared`);
    if (!isNcName(local)) this.fail(element, `${quoteForeign(value)} is not an acceptable QName`);
    return { namespace, local };
  }

  /** What the attribute refers to in `index`. @throws {WsdlError} when the attribute or its target is missing. */
  target(element: XmlElement, attribute: string, what: string, index: ReadonlyMap<string, XmlElement>): XmlElement {
    const qname = this.qname(element, attribute);
    if (!qname) this.fail(element, `<${element.name}> has no ${attribute} attribute`);
    return index.get(keyOf(qname)) ?? this.missing(element, what, qname);
  }

  /** @throws {WsdlError} saying that what a QName names is not there. */
  missing(element: XmlElement, what: string, { namespace, local }: QName): never {
    const where = namespace === this.targetNamespace ? "" : ` in the namespace ${quoteForeign(namespace)}`;
    this.fail(element, `there is no ${what} ${quoteForeign(local)}${where}`);
  }

  /** The components of that name (`message`, `binding`, …) of all documents, the WSDL's own first. */
  components(name: string): readonly XmlElement[] {
    return this.documents.flatMap(({ root }) => childrenOf(root, WSDL, name));
  }

  /** The components of that name, by qualified name; one that comes twice is an error. */
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

  /** Indexes named elements; a name that comes twice is an error. */
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

function holds(tree: XmlElement, element: XmlElement): boolean {
  return tree === element || tree.children.some((child) => holds(child, element));
}

function splitOnce(value: string): [string, string] {
  const colon = value.indexOf(":");
  return [value.slice(0, colon), value.slice(colon + 1)];
}
