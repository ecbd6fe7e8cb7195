// Controls (a terminal obeys them), what breaks lines, and marks that are invisible or turn the writing direction round:
// text of a WSDL could make a report look like another one.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** The most characters of a name or value that are shown. */
const LENGTH_LIMIT = 160;

/** Foreign text for people: on one line, each character visible (`\u{1b}` for a control), cut where it is long. */
export function printable(text: string): string {
  const characters = [...text.slice(0, 2 * LENGTH_LIMIT)];
  const isCut = text.length > 2 * LENGTH_LIMIT || characters.length > LENGTH_LIMIT;
  const shown = characters.slice(0, LENGTH_LIMIT).join("").replace(UNPRINTABLE, escapeCharacter);
  return isCut ? `${shown}… (${text.length} characters)` : shown;
}

/** JSON in which no string holds such a character as it is; it means the same. */
export function printableJson(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2);
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
