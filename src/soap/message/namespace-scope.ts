import { XML, XMLNS } from "../contract/namespaces.js";

/** The attributes of one start tag, by their names as written. */
export type Attributes = Readonly<Record<string, string>>;

/** Refuses a document. The reason completes "the reply …" or "the document …" and does not quote it. */
export type RefuseDocument = (reason: string) => never;

/**
 * The longest namespace name that a prefix may be bound to: it is compared and looked up for every use of the prefix.
 */
export const NAMESPACE_LIMIT = 500;

// The parser has checked that these are names of XML 1.0. A character that cannot begin a name cannot begin a local
// part.
const LOCAL_PART = /^(?![-.\d\u00b7\u203f\u2040]|[\u0300-\u036f])[^:]+$/;

/**
 * The namespace declarations in force at an element, by the rules of Namespaces in XML 1.0: the one place for them, for
 * replies, requests and WSDLs. Elements without declarations share their parent's scope.
 */
export class NamespaceScope {
  static readonly root = new NamespaceScope(undefined, new Map([["xml", XML]]));

  readonly #parent: NamespaceScope | undefined;
  readonly #declared: ReadonlyMap<string, string>;
  /** The namespace of an element without a prefix. */
  readonly defaultNamespace: string;

  private constructor(parent: NamespaceScope | undefined, declared: ReadonlyMap<string, string>) {
    this.#parent = parent;
    this.#declared = declared;
    this.defaultNamespace = declared.get("") ?? parent?.defaultNamespace ?? "";
  }

  /**
   * The scope inside a start tag with these attributes. Refuses a declaration that the specification forbids, an
   * attribute whose prefix is not declared, and two attributes of one expanded name.
   */
  enter(attributes: Attributes, refuse: RefuseDocument): NamespaceScope {
    let declared: Map<string, string> | undefined;
    let prefixed = 0;
    for (const name in attributes) {
      const isPrefixed = name.includes(":");
      if (name !== "xmlns" && !name.startsWith("xmlns:")) {
        if (isPrefixed) prefixed += 1;
        continue;
      }
      const prefix = isPrefixed ? localPart(name, refuse) : "";
      const namespace = attributes[name] as string;
      checkDeclaration(prefix, namespace, refuse);
      declared ??= new Map();
      declared.set(prefix, namespace);
    }
    const scope = declared ? new NamespaceScope(this, declared) : this;
    if (prefixed > 0) scope.#checkAttributes(attributes, refuse);
    return scope;
  }

  /** The namespace of a prefix, undefined where none is declared. */
  resolve(prefix: string): string | undefined {
    return prefix === "" ? this.defaultNamespace : (this.#declared.get(prefix) ?? this.#parent?.resolve(prefix));
  }

  /** The namespace of an element's name as written. Refuses an undeclared prefix and a name that is not a QName. */
  namespaceOf(name: string, refuse: RefuseDocument): string {
    const colon = name.indexOf(":");
    if (colon < 0) return this.defaultNamespace;
    const namespace = this.resolve(name.slice(0, colon));
    if (colon === 0 || namespace === undefined) return refuse("uses a prefix that it does not declare");
    localPart(name, refuse);
    return namespace;
  }

  // A default namespace does not apply to attributes (section 6.2), so that those without a prefix cannot collide.
  #checkAttributes(attributes: Attributes, refuse: RefuseDocument): void {
    const seen = new Map<string, Set<string>>();
    for (const name in attributes) {
      if (!name.includes(":") || name.startsWith("xmlns:")) continue;
      const namespace = this.namespaceOf(name, refuse);
      const local = localName(name);
      const namespaces = seen.get(local) ?? new Set();
      if (namespaces.has(namespace)) refuse("has a duplicate attribute: one name by two prefixes");
      seen.set(local, namespaces.add(namespace));
    }
  }
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function localPart(name: string, refuse: RefuseDocument): string {
  const local = localName(name);
  return LOCAL_PART.test(local) ? local : refuse("has a name that is not a QName, such as one with two colons");
}

function checkDeclaration(prefix: string, namespace: string, refuse: RefuseDocument): void {
  if (prefix === "xmlns" || namespace === XMLNS) refuse("declares the prefix xmlns or binds its namespace");
  if ((prefix === "xml") !== (namespace === XML)) refuse("binds the prefix xml or its namespace to something else");
  if (prefix === "") return;
  if (namespace === "") refuse("undeclares a prefix, which XML 1.0 does not allow");
  if (namespace.length > NAMESPACE_LIMIT) refuse(`has a namespace name of more than ${NAMESPACE_LIMIT} characters`);
}
