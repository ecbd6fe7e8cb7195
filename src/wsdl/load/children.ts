import type { XmlElement } from "../../soap/message/xml-tree.js";

type ByNamespace = ReadonlyMap<string, readonly XmlElement[]>;

const indexes = new WeakMap<XmlElement, ReadonlyMap<string, ByNamespace>>();
const NONE: readonly XmlElement[] = [];

/**
 * The children of that name, in document order. They are indexed once per element, as the document decides how often they
 * are asked for.
 */
export function childrenOf(element: XmlElement, namespace: string, name: string): readonly XmlElement[] {
  let index = indexes.get(element);
  if (!index) {
    index = indexOf(element);
    indexes.set(element, index);
  }
  return index.get(name)?.get(namespace) ?? NONE;
}

function indexOf(element: XmlElement): ReadonlyMap<string, ByNamespace> {
  const index = new Map<string, Map<string, XmlElement[]>>();
  for (const child of element.children) {
    const byNamespace = index.get(child.name) ?? new Map<string, XmlElement[]>();
    const same = byNamespace.get(child.namespace) ?? [];
    same.push(child);
    index.set(child.name, byNamespace.set(child.namespace, same));
  }
  return index;
}
