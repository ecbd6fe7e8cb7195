import type { XmlElement } from "../../soap/message/xml-tree.js";
import { quoteForeign } from "../load/wsdl-error.js";
import { isNcName } from "./ncname.js";
import type { TypeNames } from "./schema-index.js";
import type { WsdlSource } from "./wsdl-source.js";

/** The most types of a contract: a defence, as code is generated for each. */
const MAXIMUM_TYPES = 10_000;

/** The names of the types that were reached, and their owners. */
export class TypeClaims {
  readonly #source: WsdlSource;
  readonly #names: TypeNames;
  readonly #claimed = new Map<string, XmlElement>();

  constructor(source: WsdlSource, names: TypeNames) {
    this.#source = source;
    this.#names = names;
  }

  /**
   * The name of a type: its own, else `anonymousName`, unless another type has that.
   *
   * @throws {WsdlError} when another type has the name, or it is too long.
   */
  claim(anonymousName: string, type: XmlElement): string {
    const name = this.#names.ofType.get(type) ?? anonymousName;
    const owner = this.#claimed.get(name) ?? this.#names.byName.get(name) ?? type;
    if (owner !== type) this.#refuse(type, name, `${this.#placeOf(owner, type)} defines that`);
    if (!isNcName(name)) this.#refuse(type, name, "which is too long");
    this.#claimed.set(name, type);
    if (this.#claimed.size > MAXIMUM_TYPES) this.#source.refuse(type, `the WSDL has more than ${MAXIMUM_TYPES} types`);
    return name;
  }

  /** The definition of a type that was reached. */
  definitionOf(name: string): XmlElement | undefined {
    return this.#claimed.get(name);
  }

  #refuse(type: XmlElement, name: string, why: string): never {
    const joined = why.startsWith("which") ? why : `and ${why}`;
    this.#source.fail(type, `the unnamed type would be called ${quoteForeign(name)}, ${joined}; give it a name`);
  }

  #placeOf(owner: XmlElement, type: XmlElement): string {
    const { file, line } = this.#source.placeOf(owner);
    return file === this.#source.placeOf(type).file ? `line ${line}` : `${file}:${line}`;
  }
}
