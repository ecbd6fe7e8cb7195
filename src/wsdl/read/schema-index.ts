import { XSD } from "../../soap/contract/namespaces.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { schemasOf } from "../load/import-references.js";
import { quoteForeign } from "../load/wsdl-error.js";
import { keyOf, type QName, type WsdlSource } from "./wsdl-source.js";

/** The properties of a schema that affect its definitions. */
export interface Schema {
  readonly namespace: string;
  /** `elementFormDefault`: whether its local elements are in its namespace by default. */
  readonly qualified: boolean;
}

/** A global element or type, and its schema. */
export interface GlobalDefinition {
  readonly element: XmlElement;
  readonly schema: Schema;
}

/** The names of the global types in a contract. */
export interface TypeNames {
  readonly ofType: ReadonlyMap<XmlElement, string>;
  readonly byName: ReadonlyMap<string, XmlElement>;
}

/** The global definitions of all schemas of a WSDL. */
export class SchemaIndex {
  readonly #source: WsdlSource;
  readonly #elements = new Map<string, GlobalDefinition>();
  /** Complex and simple types: they share one symbol space (XML Schema part 1, section 2.5). */
  readonly #types = new Map<string, GlobalDefinition>();

  /** @throws {WsdlError} for a name that is no NCName, and for one defined twice. */
  constructor(source: WsdlSource) {
    this.#source = source;
    for (const { root } of source.documents) for (const schema of schemasOf(root)) this.#add(schema);
  }

  element(at: XmlElement, name: QName): GlobalDefinition {
    return this.#elements.get(keyOf(name)) ?? this.#source.missing(at, "element", name);
  }

  type(at: XmlElement, name: QName): GlobalDefinition {
    return this.#types.get(keyOf(name)) ?? this.#source.missing(at, "type", name);
  }

  /**
   * The types' local names. Of several with the same local name, the one in `preferred` keeps it, else the one in the first
   * namespace by code unit; the others are numbered. The set of operations has no influence.
   */
  typeNames(preferred: string): TypeNames {
    const byName = new Map<string, XmlElement>();
    const rank = ({ schema: { namespace } }: GlobalDefinition) => (namespace === preferred ? "" : ` ${namespace}`);
    const types = [...this.#types.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
    const locals = new Set(types.map(({ element }) => this.#source.nameOf(element)));
    const numbers = new Map<string, number>();
    for (const { element } of types) {
      const local = this.#source.nameOf(element);
      let name = local;
      let number = numbers.get(local) ?? 1;
      for (; byName.has(name) || (name !== local && locals.has(name)); name = `${local}_${number}`) number += 1;
      numbers.set(local, number);
      byName.set(name, element);
    }
    return { byName, ofType: new Map([...byName].map(([name, element]) => [element, name])) };
  }

  #add(element: XmlElement): void {
    const source = this.#source;
    const form = element.attributes.get("elementFormDefault") ?? "unqualified";
    if (form !== "qualified" && form !== "unqualified") {
      source.fail(element, `elementFormDefault=${quoteForeign(form)} is neither qualified nor unqualified`);
    }
    const schema: Schema = {
      namespace: element.attributes.get("targetNamespace") ?? "",
      qualified: form === "qualified",
    };
    for (const child of element.children) {
      if (child.namespace !== XSD) continue;
      if (child.name === "element") this.#define(this.#elements, "element", child, schema);
      if (child.name === "complexType" || child.name === "simpleType") this.#define(this.#types, "type", child, schema);
    }
  }

  #define(index: Map<string, GlobalDefinition>, what: string, element: XmlElement, schema: Schema): void {
    const local = this.#source.nameOf(element);
    const key = keyOf({ namespace: schema.namespace, local });
    if (index.has(key)) this.#source.fail(element, `${what} ${quoteForeign(local)} is defined twice`);
    index.set(key, { element, schema });
  }
}
