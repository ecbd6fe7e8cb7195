import { type Contract, type ContractField, type ContractMessage, namespaceOf } from "../contract/contract.js";
import { attribute } from "../text/xml-attribute.js";

/** A reference to a name of `namespace`, as an attribute of the document can write it. */
export type Refer = (namespace: string, local: string) => string;

/**
 * The `s:schema` elements of a contract, one for each namespace, line by line.
 *
 * A type is in the schema of the namespace of its elements. One with elements of several namespaces is written as
 * types that extend one another, `NAME.1`, `NAME.2`, … in a schema each: read back, it is the one type again.
 */
export function renderSchemas(contract: Contract, messages: readonly ContractMessage[], refer: Refer): string[] {
  return new SchemaWriter(contract, refer).schemas(messages);
}

/** Consecutive fields of one namespace. */
interface Stretch {
  readonly namespace: string;
  readonly fields: ContractField[];
}

class SchemaWriter {
  readonly #contract: Contract;
  readonly #refer: Refer;
  readonly #schemas = new Map<string, string[]>();
  readonly #names: Set<string>;

  constructor(contract: Contract, refer: Refer) {
    this.#contract = contract;
    this.#refer = refer;
    this.#names = new Set([...Object.keys(contract.types), ...Object.keys(contract.enums)]);
  }

  schemas(messages: readonly ContractMessage[]): string[] {
    const { namespace, types, enums } = this.#contract;
    this.#schema(namespace);
    for (const message of messages) {
      const own = namespaceOf(this.#contract, message);
      const type = this.#type(message.element, "", message.fields, own);
      this.#schema(own).push(`<s:element name=${attribute(message.element)}>${type}</s:element>`);
    }
    for (const [name, fields] of Object.entries(types)) {
      const own = this.#home(fields);
      this.#schema(own).push(this.#type(name, ` name=${attribute(name)}`, fields, own));
    }
    for (const [name, literals] of Object.entries(enums)) this.#schema(namespace).push(enumeration(name, literals));

    const imports = [...this.#schemas.keys()].map((one) => (one === "" ? "<s:import/>" : importOf(one)));
    return [...this.#schemas].flatMap(([own, lines], index) => [
      `<s:schema elementFormDefault="qualified"${own === "" ? "" : ` targetNamespace=${attribute(own)}`}>`,
      ...imports.filter((_, other) => other !== index),
      ...lines,
      "</s:schema>",
    ]);
  }

  #schema(namespace: string): string[] {
    const lines = this.#schemas.get(namespace) ?? [];
    this.#schemas.set(namespace, lines);
    return lines;
  }

  /** The namespace in whose schema a type of these fields is: that of the last, as it extends the others. */
  #home(fields: readonly ContractField[]): string {
    return this.#stretches(fields).at(-1)?.namespace ?? this.#contract.namespace;
  }

  // An unqualified element may be in any schema.
  #stretches(fields: readonly ContractField[]): Stretch[] {
    const stretches: Stretch[] = [];
    for (const field of fields) {
      const last = stretches.at(-1);
      const namespace = field.namespace === "" ? last?.namespace : namespaceOf(this.#contract, field);
      if (last && last.namespace === namespace) last.fields.push(field);
      else stretches.push({ namespace: namespace ?? this.#contract.namespace, fields: [field] });
    }
    return stretches;
  }

  /** A complexType in the schema `home`, and in the others what it extends. */
  #type(name: string, nameAttribute: string, fields: readonly ContractField[], home: string): string {
    const stretches = this.#stretches(fields);
    const own = stretches.at(-1)?.namespace === home ? stretches.pop() : undefined;
    const content = own ? `<s:sequence>${own.fields.map((field) => this.#field(field)).join("")}</s:sequence>` : "";
    let base: string | undefined;
    for (const stretch of stretches) {
      const baseName = this.#freeName(name);
      const inner = `<s:sequence>${stretch.fields.map((field) => this.#field(field)).join("")}</s:sequence>`;
      this.#schema(stretch.namespace).push(
        `<s:complexType name=${attribute(baseName)}>${extending(base, inner)}</s:complexType>`,
      );
      base = this.#refer(stretch.namespace, baseName);
    }
    const inside = extending(base, content);
    return inside === ""
      ? `<s:complexType${nameAttribute}/>`
      : `<s:complexType${nameAttribute}>${inside}</s:complexType>`;
  }

  #freeName(name: string): string {
    let number = 1;
    while (this.#names.has(`${name}.${number}`)) number += 1;
    this.#names.add(`${name}.${number}`);
    return `${name}.${number}`;
  }

  #field({ name, type, min, max, nillable, namespace }: ContractField): string {
    return (
      `<s:element minOccurs="${min ?? 1}" maxOccurs="${max ?? 1}" name=${attribute(name)}` +
      `${nillable ? ' nillable="true"' : ""}${namespace === "" ? ' form="unqualified"' : ""} type=${attribute(this.#typeName(type))}/>`
    );
  }

  #typeName(type: string): string {
    if (type.startsWith("xs:")) return `s:${type.slice(3)}`;
    const fields = Object.hasOwn(this.#contract.types, type) ? this.#contract.types[type] : undefined;
    return this.#refer(fields ? this.#home(fields) : this.#contract.namespace, type);
  }
}

function extending(base: string | undefined, content: string): string {
  if (base === undefined) return content;
  return `<s:complexContent><s:extension base=${attribute(base)}>${content}</s:extension></s:complexContent>`;
}

function importOf(namespace: string): string {
  return `<s:import namespace=${attribute(namespace)}/>`;
}

function enumeration(name: string, literals: readonly string[]): string {
  const values = literals.map((literal) => `<s:enumeration value=${attribute(literal)}/>`).join("");
  return `<s:simpleType name=${attribute(name)}><s:restriction base="s:string">${values}</s:restriction></s:simpleType>`;
}
