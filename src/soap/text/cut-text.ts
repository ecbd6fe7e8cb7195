/** The longest text of a reply that is kept to be shown, in UTF-16 code units. */
export const SHOWN_LIMIT = 16 * 1024;

/** The last character of a text that was cut. The redactor looks before it for the beginning of a secret. */
export const CUT = "…";

/**
 * Returns at most `limit` code units of a text, cut between two characters. The result is a copy: a slice would keep
 * the whole reply in memory.
 */
export function beginningOf(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(limit - 1));
  return Buffer.from(text.slice(0, isHalf ? limit - 1 : limit), "utf16le").toString("utf16le");
}

/**
 * Returns the beginning of a text that came from outside, with {@link CUT} in place of the rest, {@link SHOWN_LIMIT}
 * code units in all. A text to be shown is cut before anything else is done to it.
 */
export function cutText(text: string): string {
  return text.length <= SHOWN_LIMIT ? text : beginningOf(text, SHOWN_LIMIT - CUT.length) + CUT;
}

/** A text that comes in pieces, cut at {@link SHOWN_LIMIT}. */
export class ShownText {
  #text = "";
  #isCut = false;

  get text(): string {
    return this.#text;
  }

  /** True when nothing more is kept: a piece after the cut would hide the cut. */
  get isCut(): boolean {
    return this.#isCut;
  }

  add(...pieces: readonly string[]): void {
    for (const piece of pieces) {
      if (this.#isCut) return;
      const text = this.#text + cutText(piece);
      this.#isCut = text.length > SHOWN_LIMIT;
      this.#text = cutText(text);
    }
  }
}
