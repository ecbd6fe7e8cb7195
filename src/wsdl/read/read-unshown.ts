import { schemasOf } from "../load/import-references.js";
import { linesOf } from "./component-text.js";
import { type DeclaredOperation, declaredOperations, type UnshownWay } from "./declared-operations.js";
import type { BoundPort } from "./read-binding.js";
import { type Component, SchemaComponents } from "./schema-components.js";
import { type Constraints, ValueConstraints } from "./value-constraints.js";
import type { WsdlSource } from "./wsdl-source.js";

/** A part of a WSDL, and what uses it. */
export interface UnshownPart {
  /** The operation or definition, then names in it, as in reports. */
  readonly path: readonly string[];
  /** Empty where only operations that are left out use it. */
  readonly ways: ReadonlySet<UnshownWay>;
  /** The operations that reach it. Computed on demand: most parts have not changed. */
  operations(): readonly string[];
}

/** A part, with a text that is equal for two of the same meaning. */
export interface UnshownText extends UnshownPart {
  readonly text: string;
}

/** An element or enumeration of the contract, with constraints of its schema that the contract omits. */
export interface ConstrainedPart extends UnshownPart {
  readonly constraints: Constraints;
}

/** What operations declare and contracts omit. Keys are the same in another version of the WSDL. */
export interface Unshown {
  /** All bound operations, including those that are left out. */
  readonly operations: ReadonlySet<string>;
  /** The faults that operations declare; the text names the detail. */
  readonly faults: ReadonlyMap<string, UnshownText>;
  /**
   * Definitions that may replace another (by xsi:type or a substitution group), or occur in a fault or in an operation
   * that is left out: the definition itself by its name, and each element, attribute and literal in it, in
   * document order.
   */
  readonly types: ReadonlyMap<string, UnshownText>;
  readonly constrained: ReadonlyMap<string, ConstrainedPart>;
}

/** The most definitions to read: a defence, as each changed one is traced to its operations. */
const MAXIMUM_DEFINITIONS = 20_000;

/**
 * Reads what the operations of a port declare and contracts omit. Refuses nothing except a WSDL that is too large.
 *
 * @param namespace the contract's, which names omit.
 * @param carried the operations in the contract.
 * @throws {WsdlError} for too many definitions.
 */
export function readUnshown(
  source: WsdlSource,
  port: BoundPort,
  namespace: string,
  carried: ReadonlySet<string>,
): Unshown {
  const schemas = source.documents.flatMap(({ root }) => schemasOf(root));
  const components = new SchemaComponents(schemas, namespace);
  const operations = declaredOperations(source, port, components);
  const all = [...operations.values()];
  const roots = (wanted: boolean, way: UnshownWay) =>
    [...operations].flatMap(([name, one]) => (carried.has(name) === wanted ? one[way] : []));
  const shown = components.reached([...roots(true, "request"), ...roots(true, "response")], "names");
  const inWay: Readonly<Record<UnshownWay, ReadonlySet<string>>> = {
    request: components.reached(roots(true, "request"), "substitutes"),
    response: components.reached(roots(true, "response"), "substitutes"),
    fault: components.reached(roots(true, "fault"), "substitutes"),
  };
  const everything = components.reached(
    all.flatMap(({ request, response, fault }) => [...request, ...response, ...fault]),
    "substitutes",
  );
  if (everything.size > MAXIMUM_DEFINITIONS) {
    source.refuse(port.binding, `the operations reach more than ${MAXIMUM_DEFINITIONS} types and elements`);
  }
  const holding = (key: string) => () => {
    const reaching = components.reaching(key);
    const isHeld = ({ request, response, fault }: DeclaredOperation) =>
      [...request, ...response, ...fault].some((root) => reaching.has(root));
    return [...operations].flatMap(([name, one]) => (isHeld(one) ? [name] : [])).sort();
  };

  const faults = new Map<string, UnshownText>();
  for (const [name, declared] of operations) {
    const ways = new Set<UnshownWay>(carried.has(name) ? ["fault"] : []);
    for (const [fault, text] of declared.faults)
      put(faults, { path: [name, fault], text, ways, operations: () => [name] });
  }
  const types = new Map<string, UnshownText>();
  const constrained = new Map<string, ConstrainedPart>();
  const valueConstraints = new ValueConstraints(components);
  for (const key of everything) {
    const component = components.get(key) as Component;
    const ways = new Set(WAYS.filter((way) => inWay[way].has(key)));
    const about = { ways, operations: holding(key) };
    if (shown.has(key)) {
      for (const { path, constraints } of valueConstraints.of(component)) {
        put(constrained, { ...about, path: [components.titleOf(component), ...path], constraints });
      }
    } else {
      for (const [path, text] of linesOf(components, component)) {
        put(types, { ...about, path: [components.titleOf(component), ...(path === "" ? [] : [path])], text });
      }
    }
  }
  return { operations: new Set(operations.keys()), faults, types, constrained };
}

const WAYS: readonly UnshownWay[] = ["request", "response", "fault"];

function put<T extends UnshownPart>(parts: Map<string, T>, part: T): void {
  parts.set(JSON.stringify(part.path), part);
}
