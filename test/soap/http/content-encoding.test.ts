import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { expect } from "chai";
import fc from "fast-check";
import { BodyBytes } from "../../../src/soap/http/body-bytes.js";
import { ACCEPTED_ENCODINGS, decodeContent } from "../../../src/soap/http/content-encoding.js";
import { seed } from "../seed.js";

const compressors: readonly (readonly [encoding: string, form: string, (data: Buffer) => Buffer])[] = [
  ["gzip", "gzip", gzipSync],
  ["x-gzip", "gzip", gzipSync],
  ["deflate", "with zlib's wrapper", deflateSync],
  ["deflate", "raw", deflateRawSync],
  ["br", "brotli", brotliCompressSync],
];

const TEXT = Buffer.from("<a>login_OK</a>".repeat(100));

async function decoded(data: Buffer, encoding: string, maxBytes: number): Promise<Buffer | string> {
  const found = await decodeContent(data, encoding, maxBytes);
  return found instanceof BodyBytes ? found.bytes : found;
}

describe("decodeContent: Content-Encoding undone", () => {
  it("reads all that Accept-Encoding asks for", () => {
    expect(ACCEPTED_ENCODINGS.split(", ")).to.deep.equal(["gzip", "deflate", "br"]);
  });

  for (const [encoding, form, compress] of compressors) {
    describe(`${encoding} (${form})`, () => {
      it("returns the data", async () => {
        expect(await decoded(compress(TEXT), encoding, 1_000_000)).to.deep.equal(TEXT);
        expect(await decoded(compress(TEXT), ` ${encoding.toUpperCase()} `, 1_000_000)).to.deep.equal(TEXT);
        expect(await decoded(compress(Buffer.alloc(0)), encoding, 10)).to.deep.equal(Buffer.alloc(0));
      });

      it("returns any data", async () => {
        await fc.assert(
          fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
            const data = Buffer.from(bytes);
            expect(await decoded(compress(data), encoding, 2000)).to.deep.equal(data);
          }),
          { seed, numRuns: 30 },
        );
      });

      it("makes as much as the bound, and not one byte more", async () => {
        expect(await decoded(compress(TEXT), encoding, TEXT.length)).to.deep.equal(TEXT);
        expect(await decoded(compress(TEXT), encoding, TEXT.length - 1)).to.equal("too-large");
      });

      it("stops a bomb at the bound", async () => {
        const bomb = compress(Buffer.alloc(64 * 1024 * 1024));
        expect(bomb.length).to.be.below(100_000);
        const before = process.memoryUsage().arrayBuffers;
        expect(await decoded(bomb, encoding, 100_000)).to.equal("too-large");
        expect(process.memoryUsage().arrayBuffers - before).to.be.below(16 * 1024 * 1024);
      });

      it("refuses data that is cut off at any byte", async () => {
        const data = compress(TEXT);
        for (let length = 1; length < data.length; length += 1) {
          expect(await decoded(data.subarray(0, length), encoding, 1_000_000), String(length)).to.equal("unreadable");
        }
      });

      it("refuses data with anything behind its end", async () => {
        for (const behind of [Buffer.from("x"), Buffer.alloc(1), Buffer.alloc(5), TEXT, Buffer.alloc(200_000, "A")]) {
          const data = Buffer.concat([compress(TEXT), behind]);
          expect(await decoded(data, encoding, 1_000_000), String(behind.length)).to.equal("unreadable");
        }
      });

      it("refuses data that is something else", async () => {
        for (const data of [TEXT, Buffer.alloc(20, 0xff), Buffer.from("x")]) {
          expect(await decoded(data, encoding, 1_000_000)).to.equal("unreadable");
        }
      });
    });
  }

  it("reads gzip of several members, as RFC 1952 has it", async () => {
    expect(await decoded(Buffer.concat([gzipSync("a"), gzipSync("b")]), "gzip", 10)).to.deep.equal(Buffer.from("ab"));
  });

  it("sees damage by the checksum", async () => {
    const data = gzipSync(TEXT);
    data[data.length - 8] = (data[data.length - 8] as number) ^ 1;
    expect(await decoded(data, "gzip", 1_000_000)).to.equal("unreadable");
  });

  for (const encoding of ["", "identity", " Identity ", "identity, identity", ","]) {
    it(`leaves data unchanged for ${JSON.stringify(encoding)}`, async () => {
      expect(await decoded(TEXT, encoding, 1_000_000)).to.deep.equal(TEXT);
    });
  }

  it("accepts one encoding besides identity", async () => {
    expect(await decoded(gzipSync(TEXT), "identity, gzip", 1_000_000)).to.deep.equal(TEXT);
  });

  for (const encoding of [
    "gzip, gzip",
    "deflate,br",
    "zstd",
    "compress",
    "gzip;q=1",
    "constructor",
    "__proto__",
    "*",
  ]) {
    it(`refuses ${JSON.stringify(encoding)}`, async () => {
      expect(await decoded(gzipSync(gzipSync(TEXT)), encoding, 1_000_000)).to.equal("unreadable");
    });
  }
});
