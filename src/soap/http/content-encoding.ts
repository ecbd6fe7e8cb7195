import { constants } from "node:buffer";
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from "node:zlib";

type Decompress = (
  data: Buffer,
  options: ZlibOptions,
  callback: (error: Error | null, result: unknown) => void,
) => void;

/** What zlib returns with the option `info`. */
interface Decompressed {
  readonly buffer: Buffer;
  /** `bytesWritten`: how much of the data the decompressor consumed. */
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
): Promise<Buffer | "too-large" | "unreadable"> {
  const names = encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  // Encodings may be stacked, but no service has a reason to.
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
