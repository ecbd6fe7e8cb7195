import { XSD } from "../../soap/contract/namespaces.js";
import type { XmlElement } from "../../soap/message/xml-tree.js";
import { WsdlError } from "../load/wsdl-error.js";
import { MAXIMUM_NAMESPACE } from "./wsdl-source.js";

/** A global definition of a schema, of whatever kind. */
export interface Component {
  /** Kind and name: `type Payment`. */
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly definition: XmlElement;
  /** Whether elements in it are in its namespace, unless they say otherwise. */
  readonly isQualified: boolean;
  /** The keys of the components that it refers to; some may not be there. */
  readonly refers: ReadonlySet<string>;
}

/**
 * The global definitions of schemas and how they hang together, whatever they hold: nothing is refused. Names of the
 * namespace `own` are taken without it, so that a WSDL that has only moved to another one names the same.
 */
export class SchemaComponents {
  readonly #own: string;
  readonly #components = new Map<string, Component>();
  /** What may stand in a component's place: types that are derived from it, elements of its substitution group. */
  readonly #substitutes = new Map<string, string[]>();
  #steps = 0;
  #holders: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(schemas: readonly XmlElement[], own: string) {
    this.#own = own;
    for (const schema of schemas) for (const child of schema.children) this.#add(schema, child);
  }

  get(key: string): Component | undefined {
    return this.#components.get(key);
  }

  /** The components that are reached from `keys`, themselves included; `through` substitutes too, or named ones alone. */
  reached(keys: Iterable<string>, through: "names" | "substitutes"): ReadonlySet<string> {
    const reached = new Set<string>();
    const visit = (key: string) => this.#components.has(key) && reached.add(key);
    for (const key of keys) visit(key);
    for (const key of reached) {
      for (const next of this.#components.get(key)?.refers ?? []) visit(next);
      if (through === "substitutes") for (const next of this.#substitutes.get(key) ?? []) visit(next);
    }
    return reached;
  }

  /**
   * The components from which this one is reached, itself included.
   * @throws {WsdlError} when finding them has taken too many steps, all calls together.
   */
  reaching(key: string): ReadonlySet<string> {
    this.#holders ??= this.#findHolders();
    const reaching = new Set([key]);
    for (const one of reaching) {
      const holders = this.#holders.get(one) ?? [];
      this.#steps += 1 + holders.length;
      if (this.#steps > MAXIMUM_STEPS) throw new WsdlError("the definitions hang together in too many ways to compare");
      for (const holder of holders) reaching.add(holder);
    }
    return reaching;
  }

  /** What reports call a component: its name; with its kind where something else may have the name. */
  titleOf({ kind, name }: Component): string {
    const isPlain = kind === "type" || (kind === "element" && !this.#components.has(`type ${name}`));
    return isPlain ? name : `${name} (${kind})`;
  }

  /** A name as reports show it: `xs:int`, `Payment`, `{urn:other}Payment`. Of an undeclared prefix, as it is written. */
  nameOf(element: XmlElement, written: string): string {
    const colon = written.indexOf(":");
    // Cut, as a name is part of many keys and texts: no acceptable one is longer.
    const local = written.slice(colon + 1, colon + 1 + MAXIMUM_NAME);
    const namespace = element.resolvePrefix(colon < 0 ? "" : written.slice(0, colon));
    if (namespace === undefined) return written;
    if (namespace === XSD) return `xs:${local}`;
    return this.#named(namespace.slice(0, MAXIMUM_NAMESPACE + 1), local);
  }

  #add(schema: XmlElement, definition: XmlElement): void {
    const local = definition.attributes.get("name");
    if (definition.namespace !== XSD || local === undefined) return;
    const name = this.#named(schema.attributes.get("targetNamespace") ?? "", local);
    const kind = kindOf(definition);
    const key = `${kind} ${name}`;
    for (const replaced of this.#replacedBy(definition)) append(this.#substitutes, replaced, key);
    const isQualified = schema.attributes.get("elementFormDefault") === "qualified";
    this.#components.set(key, {
      key,
      kind,
      name,
      definition,
      isQualified,
      refers: new Set(this.#references(definition)),
    });
  }

  *#references(node: XmlElement): Iterable<string> {
    for (const attribute of REFERRING) {
      const kind = attribute === "ref" ? kindOf(node) : attribute === "substitutionGroup" ? "element" : "type";
      for (const name of namesIn(node, attribute)) yield `${kind} ${this.nameOf(node, name)}`;
    }
    for (const child of node.children) if (child.namespace === XSD) yield* this.#references(child);
  }

  /** What a message may hold this definition in place of: by xsi:type, or as a member of a substitution group. */
  *#replacedBy(definition: XmlElement): Iterable<string> {
    for (const name of namesIn(definition, "substitutionGroup")) yield `element ${this.nameOf(definition, name)}`;
    const derivations =
      definition.name === "complexType" ? definition.children.flatMap(({ children }) => children) : [];
    for (const derivation of derivations) {
      if (derivation.name !== "extension" && derivation.name !== "restriction") continue;
      for (const name of namesIn(derivation, "base")) yield `type ${this.nameOf(derivation, name)}`;
    }
  }

  #named(namespace: string, local: string): string {
    return namespace === this.#own ? local : `{${namespace}}${local}`;
  }

  #findHolders(): ReadonlyMap<string, readonly string[]> {
    const holders = new Map<string, string[]>();
    for (const { key, refers } of this.#components.values()) for (const held of refers) append(holders, held, key);
    for (const [key, substitutes] of this.#substitutes) for (const one of substitutes) append(holders, one, key);
    return holders;
  }
}

/** How many steps from definition to definition are taken back to operations: a defence, as each change takes its own. */
const MAXIMUM_STEPS = 10_000_000;

/** As much of a name as counts. */
export const MAXIMUM_NAME = 200;

/** Attributes whose value is the name of another component, or several. */
export const REFERRING: ReadonlySet<string> = new Set(
  "type ref base itemType memberTypes substitutionGroup".split(" "),
);

function namesIn(node: XmlElement, attribute: string): readonly string[] {
  return node.attributes.get(attribute)?.trim().split(/\s+/) ?? [];
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

// Complex and simple types share one symbol space (XML Schema part 1, section 2.5).
function kindOf({ name }: XmlElement): string {
  return name === "complexType" || name === "simpleType" ? "type" : name;
}
