import { escapeXml, replaceForbiddenCharacters } from "../../soap/text/xml-text.js";

/** Markup that is safe to send: made by `html` alone. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** For `html`, and for markup without foreign text. */
  static trusted(markup: string): Html {
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

/** A value in a template: texts are escaped, markup is not, lists are joined, `undefined` and `false` are omitted. */
export type HtmlValue = string | number | Html | undefined | false | readonly HtmlValue[];

/**
 * A piece of HTML. Every value is escaped for the content of an element and for a quoted attribute, and may only be
 * used there: attributes are quoted, and no value goes into a script, a style or an attribute that is code.
 */
export function html(pieces: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return Html.trusted(pieces.reduce((markup, piece, index) => markup + markupOf(values[index - 1]) + piece));
}

/**
 * A text from outside, such as a customer's name: isolated from the direction of the text beside it (`bdi`), and cut if
 * it is longer than `limit` characters.
 */
export function foreign(text: string, limit = 120): Html {
  return html`<bdi>${text.length > limit ? `${text.slice(0, limit)}…` : text}</bdi>`;
}

function markupOf(value: HtmlValue): string {
  if (value === undefined || value === false) return "";
  if (value instanceof Html) return value.toString();
  if (typeof value === "object") return value.map(markupOf).join("");
  return escapeXml(replaceForbiddenCharacters(String(value), "\ufffd"));
}
