import type { XmlElement } from "../soap/xml-tree.js";

/** The children of that name, in document order. */
export function childrenOf(element: XmlElement, namespace: string, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.namespace === namespace && child.name === name);
}
