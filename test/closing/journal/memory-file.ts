import type { JournalClaim } from "../../../src/closing/journal/journal-claim.js";
import type { JournalFile } from "../../../src/closing/journal/journal-file.js";

export const HELD: JournalClaim = { isLost: false, release: async () => {} };

/** A file in memory, on a disk that may be full. */
export class MemoryFile implements JournalFile {
  bytes: Buffer;
  /** What was done, in order. */
  readonly done: string[] = [];
  /** How many more bytes the disk takes. */
  room = Number.POSITIVE_INFINITY;
  canTruncate = true;

  constructor(content: Buffer | string = "") {
    this.bytes = Buffer.from(content);
  }

  async read(buffer: Buffer, position: number): Promise<number> {
    return this.bytes.copy(buffer, 0, position);
  }

  async append(bytes: Buffer): Promise<void> {
    const written = bytes.subarray(0, Math.min(bytes.length, this.room));
    this.bytes = Buffer.concat([this.bytes, written]);
    this.room -= written.length;
    this.done.push("append");
    if (written.length < bytes.length) throw Object.assign(new Error("ENOSPC: no space left"), { code: "ENOSPC" });
  }

  async sync(): Promise<void> {
    this.done.push("sync");
  }

  async truncate(size: number): Promise<void> {
    if (!this.canTruncate) throw Object.assign(new Error("EIO"), { code: "EIO" });
    this.bytes = this.bytes.subarray(0, size);
    this.done.push("truncate");
  }

  async close(): Promise<void> {
    this.done.push("close");
  }
}
