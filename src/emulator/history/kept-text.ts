/** How many characters of a request or an answer are kept. */
const KEPT_LENGTH = 16 * 1024;

/** The beginning of a text, as it is kept for the log. */
export function keptText(text: string): string {
  if (text.length <= KEPT_LENGTH) return text;
  // A slice keeps the whole text in memory that it is of: megabytes for each call. Through a buffer it is one of its own.
  return Buffer.from(text.slice(0, KEPT_LENGTH), "utf16le").toString("utf16le");
}
