import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { BodyBytes } from "./body-bytes.js";

/** A decompressor. `bytesWritten`: how much of the data it consumed. */
type Decompressor = Transform & { readonly bytesWritten: number };
type OpenDecompressor = (data: Buffer) => Decompressor;

// RFC 9110 section 8.4.1.2: deflate means zlib's wrapper, and some servers leave the wrapper out.
const openInflate: OpenDecompressor = (data) => {
  const wrapped = data.length >= 2 && ((data[0] as number) & 0x0f) === 8 && data.readUInt16BE(0) % 31 === 0;
  return wrapped ? createInflate() : createInflateRaw();
};

const decompressors: ReadonlyMap<string, OpenDecompressor> = new Map<string, OpenDecompressor>([
  ["gzip", () => createGunzip()],
  ["x-gzip", () => createGunzip()],
  ["br", () => createBrotliDecompress()],
  ["deflate", openInflate],
]);

/** The value of `Accept-Encoding`. */
export const ACCEPTED_ENCODINGS = "gzip, deflate, br";

/**
 * Undoes `Content-Encoding`; never produces more than `maxBytes`. Data that continues after its end is unreadable:
 * bytes that a proxy added, or left over from another reply, would go unnoticed.
 */
export async function decodeContent(
  data: Buffer,
  encoding: string,
  maxBytes: number,
): Promise<BodyBytes | "too-large" | "unreadable"> {
  const names = encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  // Encodings may be stacked, but no service has a reason to.
  if (names.length > 1) return "unreadable";
  const [name] = names;
  const decoded = new BodyBytes();
  if (name === undefined) {
    decoded.add(data);
    return decoded;
  }
  const open = decompressors.get(name);
  if (!open) return "unreadable";
  const stream = open(data);
  return new Promise((resolve) => {
    stream.on("data", (piece: Buffer) => {
      if (decoded.size + piece.length <= maxBytes) decoded.add(piece);
      else {
        stream.destroy();
        resolve("too-large");
      }
    });
    stream.on("error", () => resolve("unreadable"));
    stream.on("end", () => resolve(stream.bytesWritten === data.length ? decoded : "unreadable"));
    stream.end(data);
  });
}
