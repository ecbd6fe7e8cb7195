import type { XmlElement } from "../soap/xml-tree.js";
import { isNcName } from "./ncname.js";
import { quoteForeign, WsdlError } from "./wsdl-error.js";

/** A resolved QName. */
export interface QName {
  readonly namespace: string;
  readonly local: string;
}

/** One WSDL file being read: how its attributes are taken and how its faults are reported. */
export class WsdlSource {
  readonly fileName: string;
  readonly targetNamespace: string;

  constructor(fileName: string, targetNamespace: string) {
    this.fileName = fileName;
    this.targetNamespace = targetNamespace;
  }

  /** @throws {WsdlError} always, pointing at `element`. */
  fail(element: XmlElement, reason: string): never {
    throw new WsdlError(reason, { file: this.fileName, line: element.line, column: element.column });
  }

  /** @throws {WsdlError} saying that `construct` is not read, and what is. */
  unsupported(element: XmlElement, construct: string, supported: string): never {
    this.fail(element, `${construct} is not supported; supported: ${supported}`);
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

  /** The local name of a QName that must lie in the target namespace. */
  localOf(element: XmlElement, attribute: string): string {
    const qname = this.qname(element, attribute);
    if (!qname) this.fail(element, `<${element.name}> has no ${attribute} attribute`);
    return this.inTarget(element, qname);
  }

  /** The local part of `qname`, which must lie in the target namespace: a second namespace is not read. */
  inTarget(element: XmlElement, qname: QName): string {
    if (qname.namespace !== this.targetNamespace) {
      this.unsupported(
        element,
        `${quoteForeign(qname.local)} in a second namespace, ${quoteForeign(qname.namespace)},`,
        "the target namespace of the WSDL and the types of XML Schema",
      );
    }
    return qname.local;
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

/** The children of that name, in document order. */
export function childrenOf(element: XmlElement, namespace: string, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.namespace === namespace && child.name === name);
}

function splitOnce(value: string): [string, string] {
  const colon = value.indexOf(":");
  return [value.slice(0, colon), value.slice(colon + 1)];
}
