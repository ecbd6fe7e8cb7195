import { XSD } from "../../soap/contract/namespaces.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { type Component, MAXIMUM_NAME, REFERRING, type SchemaComponents } from "./schema-components.js";

/** What a definition says, by path of names: "" is the definition itself, `amount` an element, attribute or literal in it. */
export type Lines = ReadonlyMap<string, string>;

/**
 * A definition in words that are equal for two that mean the same: prefixes resolved, defaults left out, documentation
 * passed over. The paths are in the order of the document; the texts do not tell it.
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
  // A name is part of the path to everything inside.
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
    if (PASSED_OVER.has(name) || name.startsWith("{") || DEFAULTS.get(name) === value.trim()) continue;
    const names = () => value.trim().split(/\s+/);
    const text = REFERRING.has(name) ? names().map((one) => components.nameOf(node, one)) : [value];
    texts.push(`${name}=${text.join(" ")}`);
  }
  return texts.sort();
}

const PASSED_OVER: ReadonlySet<string> = new Set(["id", "name", "form"]);

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
