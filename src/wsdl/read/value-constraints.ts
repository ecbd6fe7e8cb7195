import { XSD } from "../../soap/contract/namespaces.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { sha256 } from "../load/origin.js";
import { MAXIMUM_CHAIN } from "./read-simple-type.js";
import { type Component, MAXIMUM_NAME, type SchemaComponents } from "./schema-components.js";

/**
 * The constraints of a value besides its type, by the name of the facet: `maxLength` → `20`, `default` → `0`. Under `any`,
 * the unnamed elements that it may contain.
 */
export type Constraints = ReadonlyMap<string, string>;

/** Reads what a contract omits of the definitions in it: facets, defaults, fixed values, wildcards. */
export class ValueConstraints {
  readonly #components: SchemaComponents;
  readonly #ofType = new Map<XmlElement, Constraints>();
  readonly #isEnumeration = new Map<XmlElement, boolean>();

  constructor(components: SchemaComponents) {
    this.#components = components;
  }

  /** The constraints of a definition and of the elements in it, each with the path of names to it. */
  *of({ definition }: Component): Iterable<{ readonly path: readonly string[]; readonly constraints: Constraints }> {
    if (definition.name === "simpleType") {
      // Unless it is an enumeration, it is not a type of the contract: its facets belong to the elements that use it.
      if (this.#isEnum(definition)) yield { path: [], constraints: this.#type(definition, 0) };
      return;
    }
    yield* this.#elements(definition, []);
  }

  *#elements(
    holder: XmlElement,
    path: readonly string[],
  ): Iterable<{ readonly path: readonly string[]; readonly constraints: Constraints }> {
    const parts = contentOf(holder);
    const wildcards = parts.filter(({ name }) => name === "any").map(wildcardText);
    const any = wildcards.length === 0 ? [] : [["any", bounded(wildcards.join(" | "))] as const];
    yield { path, constraints: new Map([...this.#element(holder), ...any]) };
    for (const part of parts) {
      const name = part.name === "element" ? part.attributes.get("name")?.slice(0, MAXIMUM_NAME) : undefined;
      if (name !== undefined) yield* this.#elements(part, [...path, name]);
    }
  }

  #element(element: XmlElement): Constraints {
    const own = ["default", "fixed"].flatMap((name) => {
      const value = element.attributes.get(name);
      return value === undefined ? [] : [[name, bounded(value)] as const];
    });
    const type = this.#simpleType(element, element.attributes.get("type"));
    // An enumeration reports its own facets, wherever it is used.
    const facets = type && !(this.#isEnum(type) && type.attributes.has("name")) ? this.#type(type, 0) : [];
    return new Map([...facets, ...own]);
  }

  #type(type: XmlElement, depth: number): Constraints {
    const known = this.#ofType.get(type);
    if (known || depth >= MAXIMUM_CHAIN) return known ?? new Map();
    const facets = new Map<string, string>();
    for (const restriction of type.children) {
      if (restriction.namespace !== XSD || restriction.name !== "restriction") continue;
      const base = this.#simpleType(restriction, restriction.attributes.get("base"));
      if (base) for (const [name, value] of this.#type(base, depth + 1)) facets.set(name, value);
      const own = new Map<string, string[]>();
      for (const facet of restriction.children) {
        const value = facet.attributes.get("value");
        if (facet.namespace !== XSD || facet.name === "enumeration" || value === undefined) continue;
        const values = own.get(facet.name);
        if (values) values.push(value);
        else own.set(facet.name, [value]);
      }
      for (const [name, values] of own) facets.set(name, bounded(values.join(" | ")));
    }
    this.#ofType.set(type, facets);
    return facets;
  }

  /** The simple type that an element or restriction names or contains. */
  #simpleType(node: XmlElement, named: string | undefined): XmlElement | undefined {
    const inside = () => node.children.find(({ name, namespace }) => name === "simpleType" && namespace === XSD);
    const type = named === undefined ? inside() : this.#named(node, named);
    return type?.name === "simpleType" ? type : undefined;
  }

  #named(node: XmlElement, name: string): XmlElement | undefined {
    return this.#components.get(`type ${this.#components.nameOf(node, name.trim())}`)?.definition;
  }

  // Remembered: a type may have any number of facets, and any number of elements may use it.
  #isEnum(simpleType: XmlElement): boolean {
    const isEnumeration = ({ children }: XmlElement) => children.some(({ name }) => name === "enumeration");
    const known = this.#isEnumeration.get(simpleType) ?? simpleType.children.some(isEnumeration);
    this.#isEnumeration.set(simpleType, known);
    return known;
  }
}

/** The elements and wildcards that an element or type holds, without what is in those elements. */
function contentOf(holder: XmlElement): readonly XmlElement[] {
  return holder.children.flatMap((child) => {
    if (child.namespace !== XSD) return [];
    if (GROUPING.has(child.name)) return contentOf(child);
    return child.name === "element" || child.name === "any" ? [child] : [];
  });
}

const GROUPING: ReadonlySet<string> = new Set("complexType complexContent extension sequence all".split(" "));

function wildcardText({ attributes }: XmlElement): string {
  const of = (name: string, absent: string) => attributes.get(name)?.trim() ?? absent;
  const occurrence = `${of("minOccurs", "1")} to ${of("maxOccurs", "1")}`;
  return `${of("namespace", "##any")}, ${of("processContents", "strict")}, ${occurrence}`;
}

/** The most characters of a text that is compared for every element. */
const MAXIMUM_TEXT = 500;

// A longer text is replaced by its beginning and its checksum: comparing it for each of many elements would be slow.
function bounded(text: string): string {
  return text.length > MAXIMUM_TEXT ? `${text.slice(0, MAXIMUM_TEXT)}… (sha256 ${sha256(text)})` : text;
}
