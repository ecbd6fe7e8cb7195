/** A part of a text report up to a line break that follows the delimiter, or up to the end of the report. */
export interface TextSegment {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly string[];
  /** False where the report ends without the delimiter. */
  readonly isClosed: boolean;
}

/** The segments of a text report, read as far as somebody looks. */
export class TextSegments {
  readonly text: string;
  readonly #delimiter: string;
  readonly #ahead: TextSegment[] = [];
  #position = 0;

  constructor(text: string, delimiter: string) {
    this.text = text;
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

  #read(): TextSegment | undefined {
    const { text } = this;
    const start = this.#position;
    const cells: string[] = [];
    for (let at = start; ; ) {
      const end = text.indexOf(this.#delimiter, at);
      if (end < 0) {
        this.#position = text.length;
        const rest = text.slice(at);
        // What is left after the last row is a line break at most.
        if (cells.length === 0 && rest.trim() === "") return undefined;
        return { start, end: text.length, cells: [...cells, rest], isClosed: false };
      }
      cells.push(text.slice(at, end));
      const after = end + this.#delimiter.length;
      at = after + lineBreakAt(text, after);
      if (at === after && after < text.length) continue;
      this.#position = at;
      return { start, end: after, cells, isClosed: true };
    }
  }
}

function lineBreakAt(text: string, position: number): number {
  if (text.charCodeAt(position) === 10) return 1;
  return text.startsWith("\r\n", position) ? 2 : 0;
}
