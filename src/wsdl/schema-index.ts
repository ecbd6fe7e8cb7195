import { WSDL, XSD } from "../soap/namespaces.js";
import type { XmlElement } from "../soap/xml-tree.js";
import { quoteForeign } from "./wsdl-error.js";
import { childrenOf, type WsdlSource } from "./wsdl-source.js";

/** The global definitions of the schema of the target namespace, by name. */
export interface SchemaIndex {
  readonly elements: ReadonlyMap<string, XmlElement>;
  /** Complex and simple types: they share one symbol space (XML Schema part 1, section 2.5). */
  readonly types: ReadonlyMap<string, XmlElement>;
}

/**
 * Finds the schema in `wsdl:types`. Further schemas of other namespaces may stand there; only a reference into one
 * is an error, raised where it is made.
 *
 * @throws {WsdlError} for import, include and redefine, for unqualified local elements and for names defined twice.
 */
export function indexSchema(source: WsdlSource, definitions: XmlElement): SchemaIndex {
  const elements: XmlElement[] = [];
  const types: XmlElement[] = [];
  for (const section of childrenOf(definitions, WSDL, "types")) {
    for (const schema of childrenOf(section, XSD, "schema")) {
      for (const child of schema.children) {
        if (child.namespace === XSD && ["import", "include", "redefine"].includes(child.name)) {
          source.unsupported(child, `xs:${child.name}`, "one inline schema");
        }
      }
      if (schema.attributes.get("targetNamespace") !== source.targetNamespace) continue;
      const form = schema.attributes.get("elementFormDefault") ?? "unqualified";
      if (form !== "qualified") {
        source.unsupported(schema, `elementFormDefault=${quoteForeign(form)}`, 'elementFormDefault="qualified"');
      }
      for (const child of schema.children) {
        if (child.namespace !== XSD) continue;
        if (child.name === "element") elements.push(child);
        if (child.name === "complexType" || child.name === "simpleType") types.push(child);
      }
    }
  }
  return { elements: source.byName(elements, "element"), types: source.byName(types, "type") };
}
