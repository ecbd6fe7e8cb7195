const BLOCK = 64 * 1024;
// A character of UTF-8 that does not fit into the rest of a block begins the next one.
const LONGEST_CHARACTER = 4;

/**
 * A long text that arrives in pieces. It is kept as UTF-8: a JavaScript string takes two bytes for each character as soon
 * as one of them is not Latin.
 */
export class LongText {
  readonly #spare: () => Buffer | undefined;
  readonly #encoder = new TextEncoder();
  #blocks: Buffer[] = [];
  #used = 0;

  /** @param spare gives blocks of memory that nobody needs any more. */
  constructor(spare: () => Buffer | undefined = () => undefined) {
    this.#spare = spare;
  }

  add(piece: string): void {
    for (let read = 0; read < piece.length; ) {
      let last = this.#blocks[this.#blocks.length - 1];
      if (!last || last.length - this.#used < LONGEST_CHARACTER) {
        this.#endBlock();
        last = this.#spare() ?? Buffer.allocUnsafeSlow(BLOCK);
        this.#blocks.push(last);
      }
      const done = this.#encoder.encodeInto(piece.slice(read), last.subarray(this.#used));
      read += done.read;
      this.#used += done.written;
    }
  }

  /** Gives the text in pieces, once; nothing is kept of it. */
  *take(): Iterable<string> {
    this.#endBlock();
    const blocks = this.#blocks;
    this.#blocks = [];
    for (let index = 0; index < blocks.length; index += 1) {
      const block = blocks[index] as Buffer;
      delete blocks[index];
      yield* textsOf(block);
    }
  }

  #endBlock(): void {
    const last = this.#blocks.pop();
    if (last) this.#blocks.push(last.subarray(0, this.#used));
    this.#used = 0;
  }
}

/** A block in pieces: a block of a body is large. */
function* textsOf(block: Buffer): Iterable<string> {
  for (let at = 0; at < block.length; ) {
    let end = Math.min(at + BLOCK, block.length);
    // Not within a character.
    while (end < block.length && ((block[end] as number) & 0xc0) === 0x80) end -= 1;
    yield block.toString("utf8", at, end);
    at = end;
  }
}
