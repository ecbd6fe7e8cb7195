import type { XmlElement } from "../../soap/message/xml-tree.js";

/**
 * An included schema without a namespace, as part of the including one: it adopts that namespace, and so do its
 * references to components without one (XML Schema part 1, section 4.2.1).
 */
export function adoptNamespace(schema: XmlElement, namespace: string): XmlElement {
  if (namespace === "") return schema;
  const adopted = (element: XmlElement): XmlElement => ({
    name: element.name,
    namespace: element.namespace,
    attributes: element.attributes,
    children: element.children.map(adopted),
    text: element.text,
    line: element.line,
    column: element.column,
    resolvePrefix: (prefix) => (prefix === "" ? element.resolvePrefix("") || namespace : element.resolvePrefix(prefix)),
  });
  return { ...adopted(schema), attributes: new Map([...schema.attributes, ["targetNamespace", namespace]]) };
}
