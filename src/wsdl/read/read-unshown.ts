import { schemasOf } from "../load/import-references.js";
import { linesOf } from "./component-text.js";
import { type DeclaredOperation, declaredOperations, type UnshownWay } from "./declared-operations.js";
import type { SoapPort } from "./read-binding.js";
import { type Component, SchemaComponents } from "./schema-components.js";
import { type Constraints, ValueConstraints } from "./value-constraints.js";
import type { WsdlSource } from "./wsdl-source.js";

/** A part of a WSDL, with what it has to do with. */
export interface UnshownPart {
  /** The operation or definition, then names in it, as reports show them. */
  readonly path: readonly string[];
  /** Empty where only operations that are left out have to do with it. */
  readonly ways: ReadonlySet<UnshownWay>;
  /** The operations that reach it. Worked out when asked: most parts have not changed. */
  operations(): readonly string[];
}

/** A part in words that are equal for two that mean the same. */
export interface UnshownText extends UnshownPart {
  readonly text: string;
}

/** An element or enumeration that the contract holds, and what its schema demands beside what the contract says. */
export interface ConstrainedPart extends UnshownPart {
  readonly constraints: Constraints;
}

/** What operations declare and no contract holds. Keys are the same in another version of the WSDL. */
export interface Unshown {
  /** All that are bound, those that are left out too. */
  readonly operations: ReadonlySet<string>;
  /** The faults that operations declare; the text names the detail. */
  readonly faults: ReadonlyMap<string, UnshownText>;
  /**
   * Definitions that come in place of another (by xsi:type or a substitution group), in a fault or in an operation that
   * is left out: the definition itself under its name, and each element, attribute and literal in it, in their order.
   */
  readonly types: ReadonlyMap<string, UnshownText>;
  readonly constrained: ReadonlyMap<string, ConstrainedPart>;
}

/** How many definitions are looked at: a defence, as each that has changed is followed to its operations. */
const MAXIMUM_DEFINITIONS = 20_000;

/**
 * Reads what the operations of a port declare beside what contracts hold. Refuses nothing but too much.
 *
 * @param namespace the contract's: what is in it is named without it.
 * @param carried the operations that the contract has.
 * @throws {WsdlError} for more definitions than are looked at.
 */
export function readUnshown(
  source: WsdlSource,
  port: SoapPort,
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
