/** A part of a text report up to a line break that follows the delimiter, or up to the end of the report. */
export interface TextSegment {
  /** What stands between this segment and the one before it. */
  readonly lineBreak: string;
  readonly cells: readonly string[];
  /** False where the report ends without the delimiter. */
  readonly isClosed: boolean;
}

/** The segments of a text report, read as far as somebody looks. Of the text only what is not split yet is kept. */
export class TextSegments {
  readonly #pieces: Iterator<string>;
  readonly #delimiter: string;
  readonly #ahead: TextSegment[] = [];
  /** What has come and is not split yet, from `#at` on. */
  #text = "";
  #at = 0;
  #lineBreak = "";

  constructor(pieces: Iterable<string>, delimiter: string) {
    this.#pieces = pieces[Symbol.iterator]();
    this.#delimiter = delimiter;
  }

  /** The segment that lies `distance` behind the next one; undefined behind the end. */
  peek(distance = 0): TextSegment | undefined {
    while (this.#ahead.length <= distance) {
      const segment = this.#read();
      if (!segment) return undefined;
      this.#ahead.push(segment);
    }
    return this.#ahead[distance];
  }

  /** Takes the next segments. */
  take(count: number): readonly TextSegment[] {
    this.peek(count - 1);
    return this.#ahead.splice(0, count);
  }

  /** Segments that follow one another, as they came. */
  textOf(segments: readonly TextSegment[]): string {
    const parts = segments.flatMap(({ lineBreak, cells, isClosed }, index) => [
      index === 0 ? "" : lineBreak,
      cells.join(this.#delimiter),
      isClosed ? this.#delimiter : "",
    ]);
    return parts.join("");
  }

  /** Takes everything behind the segments that were read, as it came. */
  rest(): string {
    const parts = [this.#lineBreak];
    do parts.push(this.#text.slice(this.#at));
    while (this.#fill(this.#text.length));
    return parts.join("");
  }

  #read(): TextSegment | undefined {
    const lineBreak = this.#lineBreak;
    const cells: string[] = [];
    for (;;) {
      const { cell, isEnded } = this.#readCell();
      if (!isEnded) {
        // What is left after the last row is a line break at most.
        if (cells.length === 0 && cell.trim() === "") return undefined;
        return { lineBreak, cells: [...cells, cell], isClosed: false };
      }
      cells.push(cell);
      this.#lineBreak = this.#takeLineBreak();
      const isLast = this.#at === this.#text.length && !this.#fill(this.#at);
      if (this.#lineBreak !== "" || isLast) return { lineBreak, cells, isClosed: true };
    }
  }

  /** Up to the delimiter, or to the end of the report. */
  #readCell(): { readonly cell: string; readonly isEnded: boolean } {
    // The parts of a cell that came before; what has been looked at is not looked at again.
    const parts: string[] = [];
    for (;;) {
      const end = this.#text.indexOf(this.#delimiter, this.#at);
      if (end >= 0) {
        parts.push(this.#text.slice(this.#at, end));
        this.#at = end + this.#delimiter.length;
        return { cell: parts.join(""), isEnded: true };
      }
      // Its end may be the beginning of the delimiter.
      const kept = Math.max(this.#at, this.#text.length - this.#delimiter.length + 1);
      parts.push(this.#text.slice(this.#at, kept));
      if (!this.#fill(kept)) {
        parts.push(this.#text.slice(kept));
        this.#at = this.#text.length;
        return { cell: parts.join(""), isEnded: false };
      }
    }
  }

  #takeLineBreak(): string {
    while (this.#text.length - this.#at < 2 && this.#fill(this.#at));
    const [found = ""] = /^\r?\n/.exec(this.#text.slice(this.#at, this.#at + 2)) ?? [];
    this.#at += found.length;
    return found;
  }

  /** Adds a piece, and forgets what stands before `from`. False behind the end: then nothing is changed. */
  #fill(from: number): boolean {
    const { value, done } = this.#pieces.next();
    if (done) return false;
    this.#text = this.#text.slice(from) + value;
    this.#at = 0;
    return true;
  }
}
