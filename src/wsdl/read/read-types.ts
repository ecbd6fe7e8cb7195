import type { Contract, ContractField, ContractMessage } from "../../soap/contract/contract.js";
import { XSD } from "../../soap/contract/namespaces.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { childrenOf } from "../load/children.js";
import { quoteForeign } from "../load/wsdl-error.js";
import { ContentReader, isTrue, type LocalElement, refuseAbstract } from "./read-content.js";
import { readOccurrence } from "./read-occurrence.js";
import { builtinName, readSimpleType, type SimpleType } from "./read-simple-type.js";
import type { GlobalDefinition, Schema, SchemaIndex } from "./schema-index.js";
import { spreadFaults, type TypeFaults } from "./spread-faults.js";
import { TypeClaims } from "./type-claims.js";
import { attempt, WsdlFault } from "./wsdl-fault.js";
import type { QName, WsdlSource } from "./wsdl-source.js";

/**
 * Reads the types that messages reach, and only those, each once. A type may refer to itself: fields name types, which are
 * read from a queue, not by recursion. An unsupported type is stored as its fault, which every message that reaches it
 * shares.
 *
 * A type defined inside an element has no name of its own and gets that of its place: `owner_field`. If several namespaces
 * have a type of one name, the contract's namespace keeps it, and the others are numbered: `Note_2`.
 */
export class TypeReader {
  readonly #source: WsdlSource;
  readonly #schema: SchemaIndex;
  readonly #namespace: string;
  readonly #types = new Map<string, readonly ContractField[]>();
  readonly #faults = new Map<string, WsdlFault>();
  readonly #simple = new Map<XmlElement, SimpleType | WsdlFault>();
  readonly #enums = new Map<string, readonly string[]>();
  readonly #queue: [name: string, type: XmlElement, schema: Schema][] = [];
  readonly #reached = new Set<string>();
  readonly #contents: ContentReader;
  readonly #claims: TypeClaims;
  readonly #wildcards = new Map<readonly ContractField[], XmlElement>();
  #spread: { readonly unreadable: TypeFaults; readonly unsendable: TypeFaults } | undefined;

  /** @param namespace the contract's, which fields do not repeat. */
  constructor(source: WsdlSource, schema: SchemaIndex, namespace: string) {
    this.#source = source;
    this.#schema = schema;
    this.#namespace = namespace;
    this.#contents = new ContentReader(source, schema);
    this.#claims = new TypeClaims(source, schema.typeNames(namespace));
  }

  /**
   * The message whose wrapper element `at` names. It may still reach something unsupported: see {@link faultIn}.
   * @throws {WsdlFault} when that element has no complex type, or an unsupported one.
   */
  message(at: XmlElement, name: QName): ContractMessage {
    const { element, schema } = this.#globalElement(at, name);
    const type = this.#typeOf(element, schema);
    if (type?.element.name !== "complexType") {
      this.#source.unsupported(
        element,
        `the wrapper ${quoteForeign(name.local)} without a complex type`,
        "xs:complexType",
      );
    }
    const fields = this.#fields(name.local, type.element, type.schema);
    this.#drain();
    this.#spread = undefined;
    return { element: name.local, fields, ...this.#foreign(name.namespace) };
  }

  /** What is unsupported in a message or in the types it reaches; in a request also a required wildcard. */
  faultIn({ fields }: ContractMessage, direction: "request" | "response"): WsdlFault | undefined {
    const { unreadable, unsendable } = this.#spreadFaults();
    const wildcard = this.#wildcards.get(fields);
    const inner = (faults: TypeFaults) =>
      fields.map(({ type }) => faults.get(type)).find((fault) => fault !== undefined);
    if (direction === "response") return inner(unreadable);
    return inner(unreadable) ?? (wildcard && this.#unsendable(wildcard)) ?? inner(unsendable);
  }

  /** The complex types and enumerations that messages reach, sorted by name, so that the order of operations makes no difference. */
  reached(messages: Iterable<ContractMessage>): Pick<Contract, "types" | "enums"> {
    const reached = new Set<string>();
    for (const { fields } of messages) for (const { type } of fields) reached.add(type);
    for (const name of reached) for (const { type } of this.#types.get(name) ?? []) reached.add(type);
    return { types: sorted(this.#types, reached), enums: sorted(this.#enums, reached) };
  }

  /** The definition of a type or enumeration read so far. */
  definitionOf(name: string): XmlElement | undefined {
    return this.#claims.definitionOf(name);
  }

  #drain(): void {
    // The array grows while it is walked.
    for (const [name, type, schema] of this.#queue) {
      const fields = attempt(() => this.#fields(name, type, schema));
      if (fields instanceof WsdlFault) this.#faults.set(name, fields);
      else this.#types.set(name, fields);
    }
    this.#queue.length = 0;
  }

  #spreadFaults() {
    this.#spread ??= {
      unreadable: spreadFaults(this.#types, this.#faults),
      unsendable: spreadFaults(
        this.#types,
        [...this.#types].flatMap(([name, fields]) => {
          const wildcard = this.#wildcards.get(fields);
          return wildcard ? [[name, this.#unsendable(wildcard)] as const] : [];
        }),
      ),
    };
    return this.#spread;
  }

  #unsendable(wildcard: XmlElement): WsdlFault {
    const what = wildcard.name === "any" ? "xs:any" : "a reference to xs:schema";
    return this.#source.lacking(wildcard, `${what} in a request`, "xs:element");
  }

  #foreign(namespace: string): { namespace?: string } {
    return namespace === this.#namespace ? {} : { namespace };
  }

  /** The complexType or simpleType of an element; undefined for a type of XML Schema, and when it has none. */
  #typeOf(element: XmlElement, schema: Schema): GlobalDefinition | undefined {
    const named = this.#source.qname(element, "type");
    if (named?.namespace === XSD) return undefined;
    if (named) return this.#schema.type(element, named);
    const inline = childrenOf(element, XSD, "complexType")[0] ?? childrenOf(element, XSD, "simpleType")[0];
    return inline && { element: inline, schema };
  }

  #globalElement(at: XmlElement, name: QName): GlobalDefinition {
    const found = this.#schema.element(at, name);
    refuseAbstract(this.#source, found.element);
    return found;
  }

  /** The fields of a complexType, beginning with those of its bases. */
  #fields(owner: string, complexType: XmlElement, schema: Schema): readonly ContractField[] {
    const { elements, wildcard } = this.#contents.read(owner, complexType, schema);
    const fields = elements.map((element) => this.#field(element));
    const seen = new Set<string>();
    for (const { name } of fields) {
      if (seen.has(name)) {
        this.#source.fail(complexType, `the field ${quoteForeign(name)} is defined twice in ${quoteForeign(owner)}`);
      }
      seen.add(name);
    }
    if (wildcard) this.#wildcards.set(fields, wildcard);
    return fields;
  }

  #field({ owner, element: local, schema }: LocalElement): ContractField {
    const ref = this.#source.qname(local, "ref");
    const definition = ref ? this.#globalElement(local, ref) : { element: local, schema };
    const name = ref ? ref.local : this.#source.nameOf(local);
    const namespace = ref ? ref.namespace : this.#isQualified(local, schema) ? schema.namespace : "";
    const type = this.#fieldType(ref ? name : `${owner}_${name}`, definition);
    const { min, max } = readOccurrence(this.#source, local);
    return {
      name,
      type,
      ...(min === 1 ? {} : { min }),
      ...(max === 1 ? {} : { max }),
      ...(isTrue(definition.element, "nillable") ? { nillable: true } : {}),
      ...this.#foreign(namespace),
    };
  }

  #isQualified(local: XmlElement, schema: Schema): boolean {
    const form = local.attributes.get("form");
    if (form !== undefined && form !== "qualified" && form !== "unqualified") {
      this.#source.fail(local, `form=${quoteForeign(form)} is neither qualified nor unqualified`);
    }
    return form === undefined ? schema.qualified : form === "qualified";
  }

  #fieldType(anonymousName: string, { element, schema }: GlobalDefinition): string {
    const named = this.#source.qname(element, "type");
    if (named?.namespace === XSD) return builtinName(this.#source, element, named.local);
    const type = this.#typeOf(element, schema);
    if (!type) this.#source.unsupported(element, "an element without a type", "a type attribute or an inline type");
    return type.element.name === "complexType"
      ? this.#complexName(anonymousName, type)
      : this.#simpleName(anonymousName, type.element);
  }

  #complexName(anonymousName: string, { element, schema }: GlobalDefinition): string {
    const name = this.#claims.claim(anonymousName, element);
    if (!this.#reached.has(name)) this.#queue.push([name, element, schema]);
    this.#reached.add(name);
    return name;
  }

  #simpleName(anonymousName: string, type: XmlElement): string {
    const known = this.#simple.get(type) ?? attempt(() => readSimpleType(this.#source, this.#schema, type));
    this.#simple.set(type, known);
    if (known instanceof WsdlFault) throw known;
    if ("builtin" in known) return known.builtin;
    const name = this.#claims.claim(anonymousName, known.definedBy);
    this.#enums.set(name, known.literals);
    return name;
  }
}

function sorted<T>(map: ReadonlyMap<string, T>, names: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries([...map].filter(([name]) => names.has(name)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
