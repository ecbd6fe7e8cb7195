import { visible } from "../../soap/text/printable.js";

/** Arguments as a POSIX shell reads them. What cannot be printed is escaped, and written by the shell's `printf`. */
export function shellWords(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}

function shellWord(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  if (visible(word) === word) return `'${word.replaceAll("'", "'\\''")}'`;
  // The shell drops line feeds at the end of what a command prints; bash, zsh and ksh have a form of their own.
  const text = word.replace(/\n+$/, "");
  const feeds = "\\n".repeat(word.length - text.length);
  return `"$(printf '${escaped(text)}')"${feeds === "" ? "" : `$'${feeds}'`}`;
}

/** A format of `printf` that prints a text. */
function escaped(text: string): string {
  const characters = [...Buffer.from(text)].map((byte) => {
    if (byte === 0x25) return "%%";
    const isPlain = /[\w ./:=,+]/.test(String.fromCharCode(byte)) && byte < 0x80;
    return isPlain ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, "0")}`;
  });
  return characters.join("");
}
