import { XSD } from "../../soap/contract/namespaces.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { type Component, MAXIMUM_NAME, REFERRING, type SchemaComponents } from "./schema-components.js";

/** The text of a definition, by path of names: "" is the definition itself, `amount` an element, attribute or literal in it. */
export type Lines = ReadonlyMap<string, string>;

/**
 * Renders a definition so that two of the same meaning have the same text: prefixes resolved, defaults and documentation
 * omitted. The paths are in document order; the texts do not depend on it.
 */
export function linesOf(components: SchemaComponents, component: Component): Lines {
  const lines = new Map<string, string[]>();
  const collect = (node: XmlElement, path: string): void => {
    const own = node === component.definition ? undefined : ownName(node);
    const at = own === undefined ? path : path === "" ? own : `${path}.${own}`;
    const line = [node.name, ...attributeTexts(components, component, node)].join(" ");
    const known = lines.get(at);
    if (known) known.push(line);
    else lines.set(at, [line]);
    for (const child of node.children) if (child.namespace === XSD && child.name !== "annotation") collect(child, at);
  };
  collect(component.definition, "");
  return new Map([...lines].map(([path, texts]) => [path, texts.join(", ")]));
}

function ownName(node: XmlElement): string | undefined {
  const reference = node.attributes.get("ref");
  if (node.name === "enumeration") return node.attributes.get("value")?.slice(0, MAXIMUM_NAME);
  const name = node.attributes.get("name") ?? reference?.slice(reference.indexOf(":") + 1);
  // Bounded: a name is part of the path to everything inside.
  return name?.slice(0, MAXIMUM_NAME);
}

function attributeTexts(
  components: SchemaComponents,
  { definition, isQualified }: Component,
  node: XmlElement,
): readonly string[] {
  const isLocal = node !== definition && node.name === "element" && node.attributes.has("name");
  const form = node.attributes.get("form") ?? (isQualified ? "qualified" : "unqualified");
  const texts = isLocal && form === "unqualified" ? ["form=unqualified"] : [];
  for (const [name, value] of node.attributes) {
    if (IGNORED.has(name) || name.startsWith("{") || DEFAULTS.get(name) === value.trim()) continue;
    const names = () => value.trim().split(/\s+/);
    const text = REFERRING.has(name) ? names().map((one) => components.nameOf(node, one)) : [value];
    texts.push(`${name}=${text.join(" ")}`);
  }
  return texts.sort();
}

const IGNORED: ReadonlySet<string> = new Set(["id", "name", "form"]);

const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ["minOccurs", "1"],
  ["maxOccurs", "1"],
  ["nillable", "false"],
  ["abstract", "false"],
  ["mixed", "false"],
  ["use", "optional"],
  ["namespace", "##any"],
  ["processContents", "strict"],
]);
