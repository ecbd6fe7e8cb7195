import { XSD } from "../../soap/contract/namespaces.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { childrenOf } from "../load/children.js";
import { MAXIMUM_NAME } from "./schema-components.js";

/** The documentation in schemas, by path of names: see `WsdlDescription`. */
export interface SchemaDocumentation {
  readonly types: ReadonlyMap<string, string>;
  readonly elements: ReadonlyMap<string, string>;
}

/** Reads the `xs:documentation` of global types and elements and of the elements and literals inside. */
export function readSchemaDocumentation(schemas: readonly XmlElement[]): SchemaDocumentation {
  const types = new Map<string, string>();
  const elements = new Map<string, string>();
  for (const schema of schemas) {
    for (const child of schema.children) {
      if (child.namespace !== XSD) continue;
      const into = child.name === "element" ? elements : types;
      const name = child.attributes.get("name");
      if (name !== undefined) collect(child, name, into);
    }
  }
  return { types, elements };
}

/** The text of elements and their descendants, white space collapsed. */
export function collapsedText(elements: readonly XmlElement[]): string {
  return elements.map(allText).join(" ").replace(/\s+/g, " ").trim();
}

/** The longest path that is described: each level adds a name, which may be as long as the document. */
const PATH_LIMIT = 1000;

// No deeper than a tree is read (readXmlTree bounds it), so recursion is safe.
function collect(element: XmlElement, path: string, into: Map<string, string>): void {
  if (path.length > PATH_LIMIT) return;
  const text = collapsedText(
    childrenOf(element, XSD, "annotation").flatMap((one) => childrenOf(one, XSD, "documentation")),
  );
  // Annotations may occur at several levels: for example, of an element and of the type inside it.
  const before = into.get(path);
  if (text !== "") into.set(path, before === undefined ? text : `${before} ${text}`);
  for (const child of element.children) {
    if (child.namespace !== XSD || child.name === "annotation") continue;
    const own = child.attributes.get(child.name === "enumeration" ? "value" : "name");
    // Truncated, as it is part of the path to everything inside.
    collect(child, own === undefined ? path : `${path}.${own.slice(0, MAXIMUM_NAME)}`, into);
  }
}

function allText(element: XmlElement): string {
  return [element.text, ...element.children.map(allText)].join(" ");
}
