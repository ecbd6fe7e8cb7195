/**
 * Collects a body as it arrives, in memory linear in its bytes. A list of its pieces would not be linear: the sender
 * decides how small they are, and a million chunks of one byte take 400 MB as buffers.
 */
export class BodyBytes {
  /** How many bytes have arrived. Only `add` sets it. */
  size = 0;
  #bytes: Buffer = Buffer.alloc(0);

  add(piece: Buffer): void {
    const size = this.size + piece.length;
    if (this.size === 0) {
      // Most bodies arrive in one piece, which is not copied.
      this.#bytes = piece;
    } else {
      if (size > this.#bytes.length) {
        const larger = Buffer.allocUnsafe(Math.max(size, 2 * this.#bytes.length));
        this.#bytes.copy(larger, 0, 0, this.size);
        this.#bytes = larger;
      }
      piece.copy(this.#bytes, this.size);
    }
    this.size = size;
  }

  /** What has arrived so far. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.size);
  }
}
