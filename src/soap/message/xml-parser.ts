import { type SaxesOptions, SaxesParser, type SaxesTagPlain } from "saxes";

export interface XmlParserOptions {
  /** How many attributes one element may have. */
  readonly attributeLimit: number;
  /** Whether line and column are counted. @default false */
  readonly position?: boolean;
  /**
   * Called for each start tag, with the number of its attributes. It is the handler of the event `opentag`; no other
   * may be set.
   */
  onTag(tag: SaxesTagPlain, attributes: number): void;
}

/** How a reader refuses what the parser itself finds. */
export interface XmlRefusals {
  /** @param detail the parser's message. It may quote the document. */
  malformed(detail: string): never;
  tooManyAttributes(limit: number): never;
}

// V8 hashes a longer string by its length alone: each further name of the same length costs a comparison with all those
// before it.
const HASHED_LENGTH = 16_000;

const COLLECTED = "text";

/**
 * saxes as this package uses it. Documents are XML 1.0 whatever they declare: 1.1 allows control characters. The first
 * error ends parsing. Attributes are counted as they arrive, because saxes collects all of a start tag before it
 * reports it.
 *
 * A reader adds six handlers, not more: saxes adds each as a property by a computed name, and from the eighth on V8
 * keeps the parser's fields in a dictionary, which makes reading five times slower (measured on Node 20, 22 and 24).
 */
export class XmlParser extends SaxesParser<SaxesOptions & { readonly xmlns: false }> {
  readonly #refusals: XmlRefusals;
  /** The attributes of the start tag that is being read. */
  #attributes = 0;

  constructor(refusals: XmlRefusals, { attributeLimit: limit, position = false, onTag }: XmlParserOptions) {
    super({ xmlns: false, position, forceXMLVersion: true, defaultXMLVersion: "1.0" });
    this.#refusals = refusals;
    let long = 0;
    this.on("attribute", ({ name }) => {
      this.#attributes += 1;
      if (name.length > HASHED_LENGTH) long += 1;
      if (this.#attributes > limit || long > limit) refusals.tooManyAttributes(limit);
    });
    this.on("opentag", (tag) => {
      const attributes = this.#attributes;
      this.#attributes = 0;
      onTag(tag, attributes);
    });
  }

  /**
   * Takes what has been read of a text that has not ended: saxes collects all of it otherwise, at many times its size
   * where it is escaped. Only while a text is read, as saxes collects other things in the same place. The field is not
   * part of its interface; without it nothing is taken, and the text comes at its end.
   */
  takeText(): string {
    const text: unknown = this[COLLECTED];
    if (typeof text !== "string") return "";
    this[COLLECTED] = "";
    return text;
  }

  override fail(message: string): this {
    return this.#refusals.malformed(message);
  }
}
