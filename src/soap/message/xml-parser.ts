import { type SaxesOptions, SaxesParser, type SaxesTagPlain } from "saxes";

/** How a reader refuses what the parser itself finds. */
export interface XmlRefusals {
  /** @param detail what is wrong, in the parser's words. It may quote the document. */
  malformed(detail: string): never;
  tooManyAttributes(limit: number): never;
}

// V8 gives a longer string a hash of its length alone: each further name of one length costs a comparison with all the
// others before it.
const HASHED_LENGTH = 16_000;

/**
 * saxes as this package uses it. XML 1.0 whatever the declaration says: 1.1 would let control characters in. The first
 * mistake ends it. Attributes are counted as they come, because saxes collects all of a start tag before it reports it.
 *
 * A reader adds six handlers, not more: saxes adds each as a property by a computed name, and from the eighth on V8 keeps
 * the parser's fields in a dictionary, which makes reading five times slower (measured on Node 20, 22 and 24).
 */
export class XmlParser extends SaxesParser<SaxesOptions & { readonly xmlns: false }> {
  readonly #refusals: XmlRefusals;
  /** The attributes of the start tag that is being read. */
  #attributes = 0;

  constructor(refusals: XmlRefusals, options: { readonly attributes: number; readonly position?: boolean }) {
    super({ xmlns: false, position: options.position ?? false, forceXMLVersion: true, defaultXMLVersion: "1.0" });
    this.#refusals = refusals;
    const limit = options.attributes;
    let long = 0;
    this.on("attribute", ({ name }) => {
      this.#attributes += 1;
      if (name.length > HASHED_LENGTH) long += 1;
      if (this.#attributes > limit || long > limit) refusals.tooManyAttributes(limit);
    });
  }

  /** Sets the handler of start tags: the one for the event `opentag`. */
  onTag(handler: (tag: SaxesTagPlain) => void): void {
    this.on("opentag", (tag) => {
      this.#attributes = 0;
      handler(tag);
    });
  }

  override fail(message: string): this {
    return this.#refusals.malformed(message);
  }
}
