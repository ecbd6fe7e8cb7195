import type { ContractField, ContractMessage } from "../soap/contract.js";
import { XSD } from "../soap/namespaces.js";
import type { XmlElement } from "../soap/xml-tree.js";
import { readOccurrence } from "./read-occurrence.js";
import { builtinName, MAXIMUM_CHAIN, readSimpleType } from "./read-simple-type.js";
import type { SchemaIndex } from "./schema-index.js";
import { quoteForeign } from "./wsdl-error.js";
import { childrenOf, type QName, type WsdlSource } from "./wsdl-source.js";

/**
 * Reads the types that messages reach, and only those, each once. A type may refer to itself: fields name types, and
 * a queue, not recursion, walks from one to the next.
 *
 * A type defined inside an element has no name; it is called after where it stands: `owner_field`.
 */
export class TypeReader {
  readonly #source: WsdlSource;
  readonly #schema: SchemaIndex;
  readonly #types = new Map<string, readonly ContractField[]>();
  readonly #enums = new Map<string, readonly string[]>();
  readonly #queue: [string, XmlElement][] = [];
  readonly #reached = new Set<string>();
  readonly #claimed = new Map<string, XmlElement>();
  readonly #names = new Map<XmlElement, string>();

  constructor(source: WsdlSource, schema: SchemaIndex) {
    this.#source = source;
    this.#schema = schema;
    for (const [name, type] of schema.types) this.#names.set(type, name);
  }

  /** The message whose wrapper element `at` names. @throws {WsdlError} when that element has no complex type. */
  message(at: XmlElement, name: QName): ContractMessage {
    const element = this.#globalElement(at, name);
    const type = this.#typeElement(element);
    if (type?.name !== "complexType") {
      this.#source.unsupported(
        element,
        `the wrapper ${quoteForeign(name.local)} without a complex type`,
        "xs:complexType",
      );
    }
    const fields = this.#fields(name.local, type);
    this.#drain();
    return { element: name.local, fields };
  }

  /** The complex types read so far, sorted by name, so that the order of operations does not show. */
  types(): Record<string, readonly ContractField[]> {
    return sorted(this.#types);
  }

  /** The enumerations read so far, sorted by name. */
  enums(): Record<string, readonly string[]> {
    return sorted(this.#enums);
  }

  #drain(): void {
    // The array grows while it is walked.
    for (const [name, type] of this.#queue) this.#types.set(name, this.#fields(name, type));
    this.#queue.length = 0;
  }

  /** The complexType or simpleType of an element; undefined when it is a type of XML Schema or has none. */
  #typeElement(element: XmlElement): XmlElement | undefined {
    const named = this.#source.qname(element, "type");
    if (named?.namespace === XSD) return undefined;
    if (named) return this.#namedType(element, named);
    return element.children.find(isTypeDefinition);
  }

  #namedType(at: XmlElement, name: QName): XmlElement {
    const type = this.#schema.types.get(this.#source.inTarget(at, name));
    return type ?? this.#source.fail(at, `there is no type ${quoteForeign(name.local)} in the schema`);
  }

  #globalElement(at: XmlElement, name: QName): XmlElement {
    const element = this.#schema.elements.get(this.#source.inTarget(at, name));
    if (!element) this.#source.fail(at, `there is no element ${quoteForeign(name.local)} in the schema`);
    this.#refuseAbstract(element);
    return element;
  }

  #refuseAbstract(element: XmlElement): void {
    if (["true", "1"].includes(element.attributes.get("abstract") ?? "")) {
      this.#source.unsupported(element, `an abstract ${element.name}`, "concrete ones");
    }
  }

  /** The fields of a complexType, those of its bases first. */
  #fields(owner: string, complexType: XmlElement, chain: readonly XmlElement[] = []): readonly ContractField[] {
    const source = this.#source;
    if (chain.includes(complexType)) source.fail(complexType, "the type extends itself");
    if (chain.length >= MAXIMUM_CHAIN) source.fail(complexType, `more than ${MAXIMUM_CHAIN} types extend one another`);
    this.#refuseAbstract(complexType);
    if (["true", "1"].includes(complexType.attributes.get("mixed") ?? "")) {
      source.unsupported(complexType, "mixed content", "element content");
    }
    let fields: ContractField[] = [];
    for (const part of content(complexType)) {
      if (isXsd(part, "complexContent")) fields = fields.concat(this.#extension(owner, part, [...chain, complexType]));
      else this.#group(owner, part, fields);
    }
    const seen = new Set<string>();
    for (const { name } of fields) {
      if (seen.has(name))
        source.fail(complexType, `the field ${quoteForeign(name)} comes twice in ${quoteForeign(owner)}`);
      seen.add(name);
    }
    return fields;
  }

  #extension(owner: string, complexContent: XmlElement, chain: readonly XmlElement[]): readonly ContractField[] {
    const [extension] = content(complexContent);
    if (!extension || !isXsd(extension, "extension")) {
      const found = extension ? `xs:${extension.name}` : "an empty definition";
      this.#source.unsupported(extension ?? complexContent, `${found} in xs:complexContent`, "xs:extension");
    }
    const baseName = this.#source.qname(extension, "base");
    if (!baseName) this.#source.fail(extension, "an extension without a base");
    const base = this.#namedType(extension, baseName);
    if (base.name !== "complexType")
      this.#source.unsupported(extension, "an extension of a simple type", "of a complex type");
    const fields = [...this.#fields(baseName.local, base, chain)];
    for (const part of content(extension)) this.#group(owner, part, fields);
    return fields;
  }

  /** Reads a sequence or an all; anything else a complex type may hold is refused by name. */
  #group(owner: string, group: XmlElement, fields: ContractField[]): void {
    if (!isXsd(group, "sequence") && !isXsd(group, "all")) {
      this.#source.unsupported(group, `xs:${group.name} in a complex type`, "xs:sequence, xs:all, xs:extension");
    }
    if (group.attributes.has("minOccurs") || group.attributes.has("maxOccurs")) {
      const { min, max } = readOccurrence(this.#source, group);
      if (min !== 1 || max !== 1)
        this.#source.unsupported(group, `a xs:${group.name} that may repeat or be absent`, "once");
    }
    for (const part of content(group)) {
      if (isXsd(part, "element")) fields.push(this.#field(owner, part));
      else if (isXsd(part, "sequence")) this.#group(owner, part, fields);
      else this.#source.unsupported(part, `xs:${part.name} in xs:${group.name}`, "xs:element");
    }
  }

  #field(owner: string, local: XmlElement): ContractField {
    const source = this.#source;
    if ((local.attributes.get("form") ?? "qualified") !== "qualified") {
      source.unsupported(local, "an unqualified element", "qualified elements");
    }
    const ref = source.qname(local, "ref");
    const element = ref ? this.#globalElement(local, ref) : local;
    const name = ref ? ref.local : source.nameOf(local);
    const type = this.#fieldType(ref ? name : `${owner}_${name}`, element);
    const { min, max } = readOccurrence(source, local);
    return {
      name,
      type,
      ...(min === 1 ? {} : { min }),
      ...(max === 1 ? {} : { max }),
      ...(["true", "1"].includes(element.attributes.get("nillable") ?? "") ? { nillable: true } : {}),
    };
  }

  #fieldType(anonymousName: string, element: XmlElement): string {
    const named = this.#source.qname(element, "type");
    if (named?.namespace === XSD) return builtinName(this.#source, element, named.local);
    const type = this.#typeElement(element);
    if (!type) this.#source.unsupported(element, "an element without a type", "a type attribute or an inline type");
    return type.name === "complexType" ? this.#complexName(anonymousName, type) : this.#simpleName(anonymousName, type);
  }

  #complexName(anonymousName: string, type: XmlElement): string {
    const name = this.#claim(anonymousName, type);
    if (!this.#reached.has(name)) this.#queue.push([name, type]);
    this.#reached.add(name);
    return name;
  }

  #simpleName(anonymousName: string, type: XmlElement): string {
    const simple = readSimpleType(this.#source, this.#schema, type);
    if ("builtin" in simple) return simple.builtin;
    const name = this.#claim(anonymousName, simple.definedBy);
    this.#enums.set(name, simple.literals);
    return name;
  }

  /** The name of a type: its own, else `anonymousName`, which no other type may have. */
  #claim(anonymousName: string, type: XmlElement): string {
    const name = this.#names.get(type) ?? anonymousName;
    const owner = this.#claimed.get(name) ?? this.#schema.types.get(name) ?? type;
    if (owner !== type) {
      this.#source.fail(
        type,
        `the unnamed type would be called ${quoteForeign(name)}, and line ${owner.line} defines that`,
      );
    }
    this.#claimed.set(name, type);
    return name;
  }
}

function isXsd(element: XmlElement, name: string): boolean {
  return element.namespace === XSD && element.name === name;
}

function isTypeDefinition(element: XmlElement): boolean {
  return isXsd(element, "complexType") || isXsd(element, "simpleType");
}

function content(element: XmlElement): readonly XmlElement[] {
  const annotations = new Set(childrenOf(element, XSD, "annotation"));
  return element.children.filter((child) => !annotations.has(child));
}

function sorted<T>(map: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}
