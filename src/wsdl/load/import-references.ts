import { WSDL, XSD } from "../../soap/contract/namespaces.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { childrenOf } from "./children.js";

/** An import or include: a reference to another document. */
export interface ImportReference {
  /** `wsdl:import`, `xs:import`, `xs:include` or `xs:redefine`. */
  readonly element: XmlElement;
  readonly construct: string;
  /** The location of the other document, as written; undefined when there is none. */
  readonly location: string | undefined;
  /** For an include: the namespace of the including schema. */
  readonly includedInto?: string;
}

/** The references of a document to others, in document order. An `xs:import` without a location is not one. */
export function importReferences(root: XmlElement): readonly ImportReference[] {
  if (isSchema(root)) return ofSchema(root);
  const imports = childrenOf(root, WSDL, "import").map((element) => ({
    element,
    construct: "wsdl:import",
    location: element.attributes.get("location"),
  }));
  return [...imports, ...schemasOf(root).flatMap(ofSchema)];
}

/** The schemas of a document: those in its `wsdl:types`, or itself when it is one. */
export function schemasOf(root: XmlElement): readonly XmlElement[] {
  if (isSchema(root)) return [root];
  return childrenOf(root, WSDL, "types").flatMap((types) => childrenOf(types, XSD, "schema"));
}

export function isSchema(root: XmlElement): boolean {
  return root.namespace === XSD && root.name === "schema";
}

function ofSchema(schema: XmlElement): readonly ImportReference[] {
  const references: ImportReference[] = [];
  for (const element of schema.children) {
    if (element.namespace !== XSD || !["import", "include", "redefine"].includes(element.name)) continue;
    const location = element.attributes.get("schemaLocation");
    if (element.name === "import" && location === undefined) continue;
    const includedInto = schema.attributes.get("targetNamespace") ?? "";
    references.push({
      element,
      construct: `xs:${element.name}`,
      location,
      ...(element.name === "include" ? { includedInto } : {}),
    });
  }
  return references;
}
