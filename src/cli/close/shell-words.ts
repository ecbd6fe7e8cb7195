import { visible } from "../../soap/text/printable.js";

/** Arguments as a POSIX shell reads them. What cannot be printed is escaped, which bash, zsh and ksh understand. */
export function shellWords(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}

function shellWord(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  if (visible(word) === word) return `'${word.replaceAll("'", "'\\''")}'`;
  const bytes = [...Buffer.from(word)];
  const escaped = bytes.map((byte) =>
    byte < 32 || byte > 126 || byte === 39 || byte === 92
      ? `\\x${byte.toString(16).padStart(2, "0")}`
      : String.fromCharCode(byte),
  );
  return `$'${escaped.join("")}'`;
}
