import { WSDL } from "../../soap/contract/namespaces.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { childrenOf } from "../load/children.js";
import type { BoundPort } from "./read-binding.js";
import type { SchemaComponents } from "./schema-components.js";
import { keyOf, type WsdlSource } from "./wsdl-source.js";

/** Where a definition is used: in requests, in responses, or in the detail of a fault. */
export type UnshownWay = "request" | "response" | "fault";

/** An operation: the keys of the components that its messages name, and the details of its faults by name. */
export interface DeclaredOperation extends Readonly<Record<UnshownWay, readonly string[]>> {
  readonly faults: ReadonlyMap<string, string>;
}

/** The bound operations of a port as its portType declares them, by name, supported or not. */
export function declaredOperations(
  source: WsdlSource,
  port: BoundPort,
  components: SchemaComponents,
): ReadonlyMap<string, DeclaredOperation> {
  const messages = source.index("message");
  const portType = source.target(port.binding, "type", "portType", source.index("portType"));
  const bound = new Set(childrenOf(port.binding, WSDL, "operation").map((operation) => source.nameOf(operation)));
  const partsOf = (side: XmlElement): readonly XmlElement[] => {
    const message = attributeQName(side, "message");
    const found = message === undefined ? undefined : messages.get(message);
    return found ? childrenOf(found, WSDL, "part") : [];
  };
  const operations = new Map<string, DeclaredOperation>();
  for (const operation of childrenOf(portType, WSDL, "operation")) {
    const name = operation.attributes.get("name") ?? "";
    if (!bound.has(name)) continue;
    const keys = (direction: string) =>
      childrenOf(operation, WSDL, direction).flatMap((side) =>
        partsOf(side).flatMap((part) => rootsOf(components, part).map((root) => root.join(" "))),
      );
    const faults = childrenOf(operation, WSDL, "fault").map((fault): [string, string] => {
      const details = partsOf(fault).flatMap((part) => rootsOf(components, part).map(([, detail]) => detail));
      return [fault.attributes.get("name")?.slice(0, 200) ?? "", details.join(", ")];
    });
    operations.set(name, {
      request: keys("input"),
      response: keys("output"),
      fault: keys("fault"),
      faults: new Map(faults),
    });
  }
  return operations;
}

/** The components that a message's part names: kind and name of each. */
function rootsOf(components: SchemaComponents, part: XmlElement): readonly (readonly [kind: string, name: string])[] {
  return ["element", "type"].flatMap((kind) => {
    const named = part.attributes.get(kind);
    return named === undefined ? [] : [[kind, components.nameOf(part, named.trim())] as const];
  });
}

function attributeQName(element: XmlElement, attribute: string): string | undefined {
  const value = element.attributes.get(attribute)?.trim();
  if (value === undefined) return undefined;
  const colon = value.indexOf(":");
  const namespace = element.resolvePrefix(colon < 0 ? "" : value.slice(0, colon));
  return namespace === undefined ? undefined : keyOf({ namespace, local: value.slice(colon + 1) });
}
