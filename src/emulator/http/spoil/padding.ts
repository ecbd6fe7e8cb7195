import { Readable } from "node:stream";
import { createGzip } from "node:zlib";

const BLANKS = Buffer.alloc(64 * 1024, " ");

/** The default size of a reply that is too large: a little over the default limit of this package's client, 64 MiB. */
export const TOO_LARGE = 65 * 1024 * 1024;

/** A body with blanks appended up to `size` bytes. XML allows them after the root element. */
export function padded(body: string, size: number): Readable {
  return Readable.from(pieces(Buffer.from(body), size));
}

/** The same, compressed. */
export async function paddedGzip(body: string, size: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of padded(body, size).pipe(createGzip())) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function* pieces(body: Buffer, size: number): Iterable<Buffer> {
  yield body;
  for (let left = size - body.length; left > 0; left -= BLANKS.length) yield BLANKS.subarray(0, left);
}
