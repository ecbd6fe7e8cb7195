import { XML } from "./namespaces.js";

/** The namespace declarations in force at an element. Elements without declarations share their parent's scope. */
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

  /** The scope inside a start tag with these attributes. */
  enter(attributes: Readonly<Record<string, string>>): NamespaceScope {
    let declared: Map<string, string> | undefined;
    for (const name in attributes) {
      if (!name.startsWith("xmlns")) continue;
      const prefix = name === "xmlns" ? "" : name.charAt(5) === ":" ? name.slice(6) : undefined;
      if (prefix === undefined) continue;
      declared ??= new Map();
      declared.set(prefix, attributes[name] as string);
    }
    return declared ? new NamespaceScope(this, declared) : this;
  }

  /** The namespace of a prefix, undefined where none is declared. */
  resolve(prefix: string): string | undefined {
    return prefix === "" ? this.defaultNamespace : (this.#declared.get(prefix) ?? this.#parent?.resolve(prefix));
  }
}
