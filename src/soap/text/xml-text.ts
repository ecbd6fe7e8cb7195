/**
 * A character that XML 1.0 forbids (section 2.2): controls other than tab, LF and CR, lone surrogates, U+FFFE, U+FFFF.
 * Not even a character reference may name one, so text that holds one cannot be sent.
 */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  // A parser turns a raw CR into LF (XML 1.0 section 2.11); a reference survives.
  "\r": "&#xD;",
};

/** The index of the first character in `text` that XML 1.0 forbids, or -1. */
export function forbiddenCharacterAt(text: string): number {
  return text.search(FORBIDDEN);
}

/** Replaces each character that XML 1.0 forbids. */
export function replaceForbiddenCharacters(text: string, replacement: string): string {
  return text.replace(new RegExp(FORBIDDEN, "gu"), replacement);
}

/** Escapes `text` as the content of an element or of a quoted attribute. It must hold no forbidden character. */
export function escapeXml(text: string): string {
  return /[&<>"'\r]/.test(text) ? text.replace(/[&<>"'\r]/g, (character) => ESCAPES[character] as string) : text;
}
