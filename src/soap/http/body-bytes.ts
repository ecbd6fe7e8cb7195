/** Beyond this a further block is not made larger. */
const LARGEST_BLOCK = 1024 * 1024;
const SMALLEST_BLOCK = 64 * 1024;

/**
 * Collects a body as it arrives, in memory linear in its bytes. A list of its pieces would not be linear: the sender
 * decides how small they are, and a million chunks of one byte take 400 MB as buffers. Longer bodies are kept in blocks,
 * so that the memory of those that have been read can be used again.
 */
export class BodyBytes {
  /** How many bytes have arrived. Only `add` sets it. */
  size = 0;
  #blocks: Buffer[] = [];
  /** How many bytes of the last block are used. */
  #used = 0;
  readonly #spare: Buffer[] = [];

  add(piece: Buffer): void {
    if (this.size === 0) {
      // Most bodies arrive in one piece, which is not copied.
      this.#blocks = [piece];
      this.#used = piece.length;
    } else {
      this.#copy(piece);
    }
    this.size += piece.length;
  }

  /** What has arrived so far. */
  get bytes(): Buffer {
    if (this.#blocks.length > 1) this.#blocks = [Buffer.concat(this.#blocks, this.size)];
    return this.#blocks[0]?.subarray(0, this.size) ?? Buffer.alloc(0);
  }

  /** Gives the body in blocks, once; nothing is kept of it. What was made of one is done when the next is asked for. */
  *take(): Iterable<Buffer> {
    const blocks = this.#blocks.splice(0);
    // The first may be the sender's own piece, which others may hold as well.
    for (let index = 0; index < blocks.length; index += 1) {
      const block = blocks[index] as Buffer;
      yield index === blocks.length - 1 ? block.subarray(0, this.#used) : block;
      delete blocks[index];
      if (index > 0) this.#spare.push(block);
    }
  }

  /** A block that has been read, for another use. */
  spare(): Buffer | undefined {
    return this.#spare.pop();
  }

  #copy(piece: Buffer): void {
    for (let copied = 0; copied < piece.length; ) {
      let last = this.#blocks[this.#blocks.length - 1];
      if (!last || this.#used === last.length) {
        const size = Math.max(SMALLEST_BLOCK, Math.min(this.size, LARGEST_BLOCK));
        last = Buffer.allocUnsafeSlow(size);
        this.#blocks.push(last);
        this.#used = 0;
      }
      const count = piece.copy(last, this.#used, copied);
      copied += count;
      this.#used += count;
    }
  }
}
