/** Puts untrusted text (names, literals, documentation of a WSDL) into TypeScript source so that it stays text. */

// Line separators, C1 controls, zero-width and bidirectional marks: harmless to the compiler, but they can make code
// look different from what it is.
const INVISIBLE =
  /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** A string literal in double quotes that evaluates to `text`. */
export function literal(text: string): string {
  return JSON.stringify(text).replace(INVISIBLE, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}

/**
 * Text for the inside of a block comment, on one line: it cannot end the comment and contains no tag (`@deprecated`, or
 * a `@ts-` directive).
 */
export function comment(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(INVISIBLE, "")
    .replaceAll("*/", "*\\/")
    .replaceAll("@", "(at)")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** The same, as a sentence: with a full stop unless it has another end. */
export function sentence(text: string): string {
  const line = comment(text);
  return /[.!?:;\u2026]$/.test(line) || line === "" ? line : `${line}.`;
}

/** The lines that import types by name from a generated file, sorted: the order of operations makes no difference. */
export function typeImport(names: Iterable<string>, module: string): readonly string[] {
  const sorted = [...new Set(names)].sort();
  if (sorted.length === 0) return [];
  return ["import type {", ...sorted.map((name) => `  ${name},`), `} from ${literal(module)};`];
}

/** A property name: unchanged when it is an identifier, otherwise quoted. */
export function propertyName(name: string): string {
  return IDENTIFIER.test(name) ? name : literal(name);
}

/** The nearest identifier: characters that are not allowed in an identifier become `_`. */
export function toIdentifier(name: string): string {
  const characters = name.replace(/[^\p{ID_Continue}]/gu, "_");
  return IDENTIFIER.test(characters) ? characters : `_${characters}`;
}

const IDENTIFIER = /^[\p{ID_Start}_](?:(?![\u200c\u200d])[\p{ID_Continue}])*$/u;
