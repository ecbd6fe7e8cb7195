// Control characters (a terminal obeys them), line breaks, and characters that are invisible or reverse the writing
// direction: foreign text could make a report look like another one.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The most characters of a name or value that are shown. */
const LENGTH_LIMIT = 160;

/** Foreign text for people: on one line, with every character visible (`\u{1b}` for a control character). */
export function visible(text: string): string {
  return text.replace(UNPRINTABLE, escapeCharacter);
}

/** A foreign name or value for people: `visible`, and cut where it is long. */
export function printable(text: string): string {
  const characters = [...text.slice(0, 2 * LENGTH_LIMIT)];
  const isCut = text.length > 2 * LENGTH_LIMIT || characters.length > LENGTH_LIMIT;
  const shown = visible(characters.slice(0, LENGTH_LIMIT).join(""));
  return isCut ? `${shown}… (${text.length} characters)` : shown;
}

/**
 * JSON in which no string holds such a character unescaped. Its meaning is the same.
 *
 * @param indent blanks for each level; one line when absent.
 */
export function printableJson(value: unknown, indent?: number): string {
  // JSON.stringify escapes line feeds in strings: the others separate the lines of indented JSON.
  const json = JSON.stringify(value, undefined, indent);
  return json.replace(UNPRINTABLE, (character) => (character === "\n" ? character : escapeUnits(character)));
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}
