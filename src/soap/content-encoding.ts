import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";

type Decompress = (data: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const decompressors: ReadonlyMap<string, Decompress> = new Map<string, Decompress>([
  ["gzip", promisify(gunzip)],
  ["x-gzip", promisify(gunzip)],
  ["br", promisify(brotliDecompress)],
  ["deflate", inflateEither],
]);

/** What `Accept-Encoding` may say. */
export const ACCEPTED_ENCODINGS = "gzip, deflate, br";

// RFC 9110 section 8.4.1.2: deflate means zlib's wrapper, and some servers leave the wrapper out.
async function inflateEither(data: Buffer, options: { maxOutputLength: number }): Promise<Buffer> {
  const wrapped = data.length >= 2 && ((data[0] as number) & 0x0f) === 8 && data.readUInt16BE(0) % 31 === 0;
  return promisify(wrapped ? inflate : inflateRaw)(data, options);
}

/** Undoes `Content-Encoding`; never makes more than `maxBytes`. */
export async function decodeContent(
  data: Buffer,
  encoding: string,
  maxBytes: number,
): Promise<Buffer | "too-large" | "unreadable"> {
  const names = encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  // Encodings may be stacked; nobody does it for good.
  if (names.length > 1) return "unreadable";
  const [name] = names;
  if (name === undefined) return data;
  try {
    return (await decompressors.get(name)?.(data, { maxOutputLength: maxBytes })) ?? "unreadable";
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "unreadable";
  }
}
