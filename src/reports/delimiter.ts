import { randomInt } from "node:crypto";

const LATIN = lettersFrom("A", 26) + lettersFrom("a", 26);
const GREEK = lettersFrom("Α", 17) + lettersFrom("α", 17);
const CYRILLIC = lettersFrom("А", 32) + lettersFrom("а", 32);
const DIGITS = "0123456789";

const ALPHABETS: readonly string[] = [LATIN, GREEK, CYRILLIC, DIGITS];

export const DELIMITER_LENGTH = 32;

/**
 * A text that no cell can hold, for one report: whoever writes into a cell cannot know it. Characters of four alphabets,
 * as a public client sends them, so that no text of people looks like it. No character occurs twice: then the end of a
 * cell and the beginning of the delimiter cannot together look like one.
 */
export function newDelimiter(): string {
  // One of each alphabet at least; the rest from all of them.
  const chosen = ALPHABETS.map((alphabet) => draw([...alphabet]));
  const left = [...ALPHABETS.join("")].filter((character) => !chosen.includes(character));
  while (chosen.length < DELIMITER_LENGTH) chosen.push(draw(left));
  const shuffled: string[] = [];
  while (chosen.length > 0) shuffled.push(draw(chosen));
  return shuffled.join("");
}

/** Takes one out. */
function draw(characters: string[]): string {
  return characters.splice(randomInt(characters.length), 1).join("");
}

function lettersFrom(first: string, count: number): string {
  const start = first.codePointAt(0) ?? 0;
  return Array.from({ length: count }, (_, index) => String.fromCodePoint(start + index)).join("");
}
