/**
 * Collects a body as it comes, in memory linear in its bytes. A list of its pieces would not be: the sender decides how
 * small they are, and a million chunks of one byte take 400 MB as buffers.
 */
export class BodyBytes {
  #bytes: Buffer = Buffer.alloc(0);
  #size = 0;

  /** How many bytes have come. */
  get size(): number {
    return this.#size;
  }

  add(piece: Buffer): void {
    const size = this.#size + piece.length;
    if (this.#size === 0) {
      // Most bodies come in one piece, which is not copied.
      this.#bytes = piece;
    } else {
      if (size > this.#bytes.length) {
        const larger = Buffer.allocUnsafe(Math.max(size, 2 * this.#bytes.length));
        this.#bytes.copy(larger, 0, 0, this.#size);
        this.#bytes = larger;
      }
      piece.copy(this.#bytes, this.#size);
    }
    this.#size = size;
  }

  /** What has come so far. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#size);
  }
}
