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
  /** Whether its local elements are in its namespace by default. */
  readonly isQualified: boolean;
  /** The keys of the components that it refers to; some may be missing. */
  readonly refers: ReadonlySet<string>;
}

/**
 * The global definitions of schemas and their references, whatever their content: nothing is refused. Names in the
 * namespace `own` omit it, so that a WSDL of which only the namespace changed has the same names.
 */
export class SchemaComponents {
  readonly #own: string;
  readonly #components = new Map<string, Component>();
  /** What may replace a component: types derived from it, elements of its substitution group. */
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

  /** The components that are reached from `keys`, including these; through `names` alone, or through `substitutes` too. */
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
   * The components from which this one is reached, including itself.
   * @throws {WsdlError} when all calls together have taken too many steps.
   */
  reaching(key: string): ReadonlySet<string> {
    this.#holders ??= this.#findHolders();
    const reaching = new Set([key]);
    for (const one of reaching) {
      const holders = this.#holders.get(one) ?? [];
      this.#steps += 1 + holders.length;
      if (this.#steps > MAXIMUM_STEPS)
        throw new WsdlError("the definitions refer to each other in too many ways to compare");
      for (const holder of holders) reaching.add(holder);
    }
    return reaching;
  }

  /** A component's name in reports: with its kind where something else may have the same name. */
  titleOf({ kind, name }: Component): string {
    const isPlain = kind === "type" || (kind === "element" && !this.#components.has(`type ${name}`));
    return isPlain ? name : `${name} (${kind})`;
  }

  /** A name in reports: `xs:int`, `Payment`, `{urn:other}Payment`; as written where the prefix is not declared. */
  nameOf(element: XmlElement, written: string): string {
    const colon = written.indexOf(":");
    // Truncated, as a name is part of many keys and texts: no valid one is longer.
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

  /** What this definition may replace in a message: by xsi:type, or as a member of a substitution group. */
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

/** The most steps from definitions back to operations: a defence, as each change takes its own. */
const MAXIMUM_STEPS = 10_000_000;

/** The significant length of a name. */
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
