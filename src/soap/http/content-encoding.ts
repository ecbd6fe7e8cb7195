import { constants } from "node:buffer";
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from "node:zlib";

type Decompress = (
  data: Buffer,
  options: ZlibOptions,
  callback: (error: Error | null, result: unknown) => void,
) => void;

/** What zlib gives with the option `info`. */
interface Decompressed {
  readonly buffer: Buffer;
  /** `bytesWritten`: how much of the data the decompressor took. */
  readonly engine: { readonly bytesWritten: number };
}

// RFC 9110 section 8.4.1.2: deflate means zlib's wrapper, and some servers leave the wrapper out.
const inflateEither: Decompress = (data, options, callback) => {
  const wrapped = data.length >= 2 && ((data[0] as number) & 0x0f) === 8 && data.readUInt16BE(0) % 31 === 0;
  return (wrapped ? inflate : inflateRaw)(data, options, callback);
};

const decompressors: ReadonlyMap<string, Decompress> = new Map<string, Decompress>([
  ["gzip", gunzip],
  ["x-gzip", gunzip],
  ["br", brotliDecompress],
  ["deflate", inflateEither],
]);

/** What `Accept-Encoding` may say. */
export const ACCEPTED_ENCODINGS = "gzip, deflate, br";

/**
 * Undoes `Content-Encoding`; never makes more than `maxBytes`. Data with anything behind its end is unreadable: what a
 * proxy added or left from another reply would pass unseen.
 */
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
  const decompress = decompressors.get(name);
  if (!decompress) return "unreadable";
  return new Promise((resolve) => {
    decompress(data, { maxOutputLength: Math.min(maxBytes, constants.MAX_LENGTH), info: true }, (error, result) => {
      if (error) {
        const { code } = error as NodeJS.ErrnoException;
        resolve(code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "unreadable");
        return;
      }
      const { buffer, engine } = result as Decompressed;
      resolve(engine.bytesWritten === data.length ? buffer : "unreadable");
    });
  });
}
