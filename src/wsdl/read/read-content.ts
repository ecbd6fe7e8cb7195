import { XSD } from "../../soap/contract/namespaces.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { readOccurrence } from "./read-occurrence.js";
import { MAXIMUM_CHAIN } from "./read-simple-type.js";
import type { Schema, SchemaIndex } from "./schema-index.js";
import type { WsdlSource } from "./wsdl-source.js";

/** An element of a content model, with the type and the schema that declare it. */
export interface LocalElement {
  readonly owner: string;
  readonly element: XmlElement;
  readonly schema: Schema;
}

/** The content of a complex type. */
export interface Content {
  /** The elements of its bases first. */
  readonly elements: readonly LocalElement[];
  /** A wildcard that must occur: ignored in a reply, but a request with it cannot be built. */
  readonly wildcard?: XmlElement;
}

interface Gathered extends Content {
  readonly elements: LocalElement[];
  wildcard?: XmlElement;
  /** The length of the chain of types that this one extends. */
  bases: number;
}

/** The most fields of a contract: a defence, as inherited fields multiply. Discarded ones count too. */
const MAXIMUM_FIELDS = 100_000;

/** Reads content models: sequences, nested and inherited, and `xs:all`. */
export class ContentReader {
  readonly #source: WsdlSource;
  readonly #schemas: SchemaIndex;
  #parts = 0;
  // Each is read once, as the document decides how many types extend it.
  readonly #bases = new Map<XmlElement, Gathered>();

  constructor(source: WsdlSource, schemas: SchemaIndex) {
    this.#source = source;
    this.#schemas = schemas;
  }

  /** @throws {WsdlError} for any other content, for groups that may repeat, and for types that extend themselves. */
  read(owner: string, complexType: XmlElement, schema: Schema): Content {
    return this.#read(owner, complexType, schema, []);
  }

  #read(owner: string, complexType: XmlElement, schema: Schema, chain: readonly XmlElement[]): Gathered {
    const gathered: Gathered = { elements: [], bases: 0 };
    this.#type(owner, complexType, schema, gathered, chain);
    return gathered;
  }

  #type(owner: string, complexType: XmlElement, schema: Schema, into: Gathered, chain: readonly XmlElement[]): void {
    const source: WsdlSource = this.#source;
    if (chain.includes(complexType)) source.fail(complexType, "the type extends itself");
    if (chain.length >= MAXIMUM_CHAIN) refuseChain(source, complexType);
    refuseAbstract(source, complexType);
    if (isTrue(complexType, "mixed")) source.unsupported(complexType, "mixed content", "element content");
    for (const part of withoutAnnotations(complexType)) {
      if (isXsd(part, "complexContent")) this.#extension(owner, part, schema, into, [...chain, complexType]);
      else this.#group(owner, part, schema, into);
    }
  }

  #extension(
    owner: string,
    complexContent: XmlElement,
    schema: Schema,
    into: Gathered,
    chain: readonly XmlElement[],
  ): void {
    const source: WsdlSource = this.#source;
    const [extension] = withoutAnnotations(complexContent);
    if (!extension || !isXsd(extension, "extension")) {
      const found = extension ? `xs:${extension.name}` : "an empty definition";
      source.unsupported(extension ?? complexContent, `${found} in xs:complexContent`, "xs:extension");
    }
    const baseName = source.qname(extension, "base");
    if (!baseName) source.fail(extension, "the extension has no base");
    const base = this.#schemas.type(extension, baseName);
    if (base.element.name !== "complexType") {
      source.unsupported(extension, "an extension of a simple type", "of a complex type");
    }
    const inherited = this.#bases.get(base.element) ?? this.#read(baseName.local, base.element, base.schema, chain);
    this.#bases.set(base.element, inherited);
    into.bases = inherited.bases + 1;
    if (into.bases >= MAXIMUM_CHAIN) refuseChain(source, base.element);
    this.#count(extension, inherited.elements.length);
    for (const element of inherited.elements) into.elements.push(element);
    if (inherited.wildcard) into.wildcard ??= inherited.wildcard;
    for (const part of withoutAnnotations(extension)) this.#group(owner, part, schema, into);
  }

  /** Reads a sequence or an all; refuses any other content by name. */
  #group(owner: string, group: XmlElement, schema: Schema, into: Gathered): void {
    const source: WsdlSource = this.#source;
    if (!isXsd(group, "sequence") && !isXsd(group, "all")) {
      source.unsupported(group, `xs:${group.name} in a complex type`, "xs:sequence, xs:all, xs:extension");
    }
    if (group.attributes.has("minOccurs") || group.attributes.has("maxOccurs")) {
      const { min, max } = readOccurrence(source, group);
      if (min !== 1 || max !== 1) source.unsupported(group, `an xs:${group.name} that may repeat or be absent`, "once");
    }
    for (const part of withoutAnnotations(group)) {
      this.#count(group, 1);
      if (this.#isWildcard(part)) {
        if (readOccurrence(source, part).min > 0) into.wildcard ??= part;
      } else if (isXsd(part, "element")) into.elements.push({ owner, element: part, schema });
      else if (isXsd(part, "sequence")) this.#group(owner, part, schema, into);
      else source.unsupported(part, `xs:${part.name} in xs:${group.name}`, "xs:element");
    }
  }

  #count(at: XmlElement, parts: number): void {
    this.#parts += parts;
    if (this.#parts > MAXIMUM_FIELDS) {
      this.#source.refuse(at, `the types have more than ${MAXIMUM_FIELDS} fields in total`);
    }
  }

  // An ASP.NET DataSet is a reference to xs:schema and an xs:any. The client ignores its content and reports it as drift.
  #isWildcard(part: XmlElement): boolean {
    if (isXsd(part, "any")) return true;
    return isXsd(part, "element") && this.#source.qname(part, "ref")?.namespace === XSD;
  }
}

function refuseChain(source: WsdlSource, complexType: XmlElement): never {
  source.refuse(complexType, `more than ${MAXIMUM_CHAIN} types extend one another`);
}

/** Refuses an abstract definition, which others must replace. */
export function refuseAbstract(source: WsdlSource, element: XmlElement): void {
  if (isTrue(element, "abstract")) source.unsupported(element, `an abstract ${element.name}`, "concrete definitions");
}

export function isXsd(element: XmlElement, name: string): boolean {
  return element.namespace === XSD && element.name === name;
}

/** The value of a boolean attribute; false when absent. */
export function isTrue(element: XmlElement, attribute: string): boolean {
  return ["true", "1"].includes(element.attributes.get(attribute)?.trim() ?? "");
}

function withoutAnnotations(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => !isXsd(child, "annotation"));
}
