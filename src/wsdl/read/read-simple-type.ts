import { XSD } from "../../soap/contract/namespaces.js";
import { scalarOf, scalarTypes } from "../../soap/message/scalar.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { quoteForeign } from "../load/wsdl-error.js";
import type { SchemaIndex } from "./schema-index.js";
import type { QName, WsdlSource } from "./wsdl-source.js";

/** A resolved simple type: a type of XML Schema, or an enumeration and the element that defines it. */
export type SimpleType =
  | { readonly builtin: string }
  | { readonly literals: readonly string[]; readonly definedBy: XmlElement };

/** The longest chain of derived types: a defence, far beyond real schemas. */
export const MAXIMUM_CHAIN = 64;

/** The contract's name of a type of XML Schema (`xs:int`). @throws {WsdlError} for an unsupported one. */
export function builtinName(source: WsdlSource, at: XmlElement, local: string): string {
  const name = `xs:${local}`;
  if (!scalarOf(name)) source.unsupported(at, `the type ${quoteForeign(name)}`, scalarTypes().join(", "));
  return name;
}

// Each is read once, as the document decides how many fields use it.
const known = new WeakMap<XmlElement, SimpleType>();

/**
 * Resolves a simpleType. One without enumerations is equivalent to its base: facets such as `pattern` or `maxLength` are
 * not checked by this package but by the service.
 *
 * @throws {WsdlError} for list, union and enumerations of anything but strings.
 */
export function readSimpleType(
  source: WsdlSource,
  schema: SchemaIndex,
  simpleType: XmlElement,
  chain: readonly XmlElement[] = [],
): SimpleType {
  const type = known.get(simpleType) ?? resolve(source, schema, simpleType, chain);
  known.set(simpleType, type);
  return type;
}

function resolve(
  source: WsdlSource,
  schema: SchemaIndex,
  simpleType: XmlElement,
  chain: readonly XmlElement[],
): SimpleType {
  if (chain.includes(simpleType)) source.fail(simpleType, "the simple type is derived from itself");
  if (chain.length >= MAXIMUM_CHAIN)
    source.refuse(simpleType, `more than ${MAXIMUM_CHAIN} types are derived from one another`);
  const [restriction, ...more] = simpleType.children.filter((child) => child.name !== "annotation");
  if (!restriction || more.length > 0 || restriction.namespace !== XSD || restriction.name !== "restriction") {
    const found = restriction ? `xs:${restriction.name}` : "an empty definition";
    source.unsupported(restriction ?? simpleType, `${found} in a simple type`, "one xs:restriction");
  }
  const baseName = source.qname(restriction, "base");
  if (!baseName) source.unsupported(restriction, "a restriction without a base attribute", 'base="..."');
  const base = readBase(source, schema, restriction, baseName, [...chain, simpleType]);

  const literals = new Set<string>();
  for (const facet of restriction.children) {
    if (facet.namespace !== XSD || facet.name !== "enumeration") continue;
    const literal = facet.attributes.get("value");
    if (literal === undefined) source.fail(facet, "the enumeration has no value");
    if (literals.has(literal)) source.fail(facet, `the literal ${quoteForeign(literal)} is defined twice`);
    literals.add(literal);
  }
  if (literals.size === 0) return base;
  if ("builtin" in base && base.builtin !== "xs:string") {
    source.unsupported(restriction, `an enumeration of ${base.builtin}`, "enumerations of xs:string");
  }
  return { literals: [...literals], definedBy: simpleType };
}

function readBase(
  source: WsdlSource,
  schema: SchemaIndex,
  at: XmlElement,
  name: QName,
  chain: readonly XmlElement[],
): SimpleType {
  if (name.namespace === XSD) return { builtin: builtinName(source, at, name.local) };
  const type = schema.type(at, name).element;
  if (type.name !== "simpleType") source.fail(at, `${quoteForeign(name.local)} is not a simple type`);
  return readSimpleType(source, schema, type, chain);
}
