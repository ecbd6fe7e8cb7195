import type { BadReply } from "../corpus.js";
import { long, refused, times } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused(
    { reason: "size", maxReplyBytes: 65536 },
    {
      "a gzip bomb | some KB become MB": { packed: "gzip", ...long`{{open}}${times(3000000, " ")}{{close}}` },
      "a deflate bomb | some KB become MB": { packed: "deflate", ...long`{{open}}${times(3000000, " ")}{{close}}` },
      "a raw deflate bomb | some KB become MB": {
        packed: "deflate-raw",
        ...long`{{open}}${times(3000000, " ")}{{close}}`,
      },
      "a brotli bomb | some bytes become MB": { packed: "br", ...long`{{open}}${times(3000000, " ")}{{close}}` },
      "an x-gzip bomb | the old name of gzip": {
        encoding: "x-gzip",
        packed: "gzip",
        ...long`{{open}}${times(3000000, " ")}{{close}}`,
      },
      "a GZIP bomb in capitals | names are read whatever their case": {
        encoding: "GZIP",
        packed: "gzip",
        ...long`{{open}}${times(3000000, " ")}{{close}}`,
      },
      "a gzip bomb with status 503 | the cap does not depend on the status": {
        status: 503,
        packed: "gzip",
        ...long`${times(3000000, " ")}`,
      },
      "a gzip bomb of many members | members add up": {
        encoding: "gzip",
        bodyBase64:
          "H4sIAAAAAAAAA+3BMQEAAADCoCrrn9IaHkABAAAAAAAAAAAAAAAAAAAAAAAA8GAoxAiFIE4AAB+LCAAAAAAAAAPtwTEBAAAAwqAq65/SGh5AAQAAAAAAAAAAAAAAAAAAAAAAAPBgKMQIhSBOAAAfiwgAAAAAAAAD7cExAQAAAMKgKuuf0hoeQAEAAAAAAAAAAAAAAAAAAAAAAADwYCjECIUgTgAAH4sIAAAAAAAAA+3BMQEAAADCoCrrn9IaHkABAAAAAAAAAAAAAAAAAAAAAAAA8GAoxAiFIE4AAB+LCAAAAAAAAAPtwTEBAAAAwqAq65/SGh5AAQAAAAAAAAAAAAAAAAAAAAAAAPBgKMQIhSBOAAAfiwgAAAAAAAAD7cExAQAAAMKgKuuf0hoeQAEAAAAAAAAAAAAAAAAAAAAAAADwYCjECIUgTgAAH4sIAAAAAAAAA+3BMQEAAADCoCrrn9IaHkABAAAAAAAAAAAAAAAAAAAAAAAA8GAoxAiFIE4AAB+LCAAAAAAAAAPtwTEBAAAAwqAq65/SGh5AAQAAAAAAAAAAAAAAAAAAAAAAAPBgKMQIhSBOAAAfiwgAAAAAAAAD7cExAQAAAMKgKuuf0hoeQAEAAAAAAAAAAAAAAAAAAAAAAADwYCjECIUgTgAAH4sIAAAAAAAAA+3BMQEAAADCoCrrn9IaHkABAAAAAAAAAAAAAAAAAAAAAAAA8GAoxAiFIE4AAB+LCAAAAAAAAAPtwTEBAAAAwqAq65/SGh5AAQAAAAAAAAAAAAAAAAAAAAAAAPBgKMQIhSBOAAAfiwgAAAAAAAAD7cExAQAAAMKgKuuf0hoeQAEAAAAAAAAAAAAAAAAAAAAAAADwYCjECIUgTgAAH4sIAAAAAAAAA+3BMQEAAADCoCrrn9IaHkABAAAAAAAAAAAAAAAAAAAAAAAA8GAoxAiFIE4AAB+LCAAAAAAAAAPtwTEBAAAAwqAq65/SGh5AAQAAAAAAAAAAAAAAAAAAAAAAAPBgKMQIhSBOAAAfiwgAAAAAAAAD7cExAQAAAMKgKuuf0hoeQAEAAAAAAAAAAAAAAAAAAAAAAADwYCjECIUgTgAAH4sIAAAAAAAAA+3BMQEAAADCoCrrn9IaHkABAAAAAAAAAAAAAAAAAAAAAAAA8GAoxAiFIE4AAB+LCAAAAAAAAAPtwTEBAAAAwqAq65/SGh5AAQAAAAAAAAAAAAAAAAAAAAAAAPBgKMQIhSBOAAAfiwgAAAAAAAAD7cExAQAAAMKgKuuf0hoeQAEAAAAAAAAAAAAAAAAAAAAAAADwYCjECIUgTgAAH4sIAAAAAAAAA+3BMQEAAADCoCrrn9IaHkABAAAAAAAAAAAAAAAAAAAAAAAA8GAoxAiFIE4AAB+LCAAAAAAAAAPtwTEBAAAAwqAq65/SGh5AAQAAAAAAAAAAAAAAAAAAAAAAAPBgKMQIhSBOAAAfiwgAAAAAAAAD7cExAQAAAMKgKuuf0hoeQAEAAAAAAAAAAAAAAAAAAAAAAADwYCjECIUgTgAAH4sIAAAAAAAAA+3BMQEAAADCoCrrn9IaHkABAAAAAAAAAAAAAAAAAAAAAAAA8GAoxAiFIE4AAB+LCAAAAAAAAAPtwTEBAAAAwqAq65/SGh5AAQAAAAAAAAAAAAAAAAAAAAAAAPBgKMQIhSBOAAAfiwgAAAAAAAAD7cExAQAAAMKgKuuf0hoeQAEAAAAAAAAAAAAAAAAAAAAAAADwYCjECIUgTgAAH4sIAAAAAAAAA+3BMQEAAADCoCrrn9IaHkABAAAAAAAAAAAAAAAAAAAAAAAA8GAoxAiFIE4AAB+LCAAAAAAAAAPtwTEBAAAAwqAq65/SGh5AAQAAAAAAAAAAAAAAAAAAAAAAAPBgKMQIhSBOAAAfiwgAAAAAAAAD7cExAQAAAMKgKuuf0hoeQAEAAAAAAAAAAAAAAAAAAAAAAADwYCjECIUgTgAAH4sIAAAAAAAAA+3BMQEAAADCoCrrn9IaHkABAAAAAAAAAAAAAAAAAAAAAAAA8GAoxAiFIE4AAB+LCAAAAAAAAAPtwTEBAAAAwqAq65/SGh5AAQAAAAAAAAAAAAAAAAAAAAAAAPBgKMQIhSBOAAAfiwgAAAAAAAAD7cExAQAAAMKgKuuf0hoeQAEAAAAAAAAAAAAAAAAAAAAAAADwYCjECIUgTgAAH4sIAAAAAAAAA+3BMQEAAADCoCrrn9IaHkABAAAAAAAAAAAAAAAAAAAAAAAA8GAoxAiFIE4AAB+LCAAAAAAAAAPtwTEBAAAAwqAq65/SGh5AAQAAAAAAAAAAAAAAAAAAAAAAAPBgKMQIhSBOAAAfiwgAAAAAAAAD7cExAQAAAMKgKuuf0hoeQAEAAAAAAAAAAAAAAAAAAAAAAADwYCjECIUgTgAAH4sIAAAAAAAAA+3BMQEAAADCoCrrn9IaHkABAAAAAAAAAAAAAAAAAAAAAAAA8GAoxAiFIE4AAB+LCAAAAAAAAAPtwTEBAAAAwqAq65/SGh5AAQAAAAAAAAAAAAAAAAAAAAAAAPBgKMQIhSBOAAAfiwgAAAAAAAAD7cExAQAAAMKgKuuf0hoeQAEAAAAAAAAAAAAAAAAAAAAAAADwYCjECIUgTgAAH4sIAAAAAAAAA+3BMQEAAADCoCrrn9IaHkABAAAAAAAAAAAAAAAAAAAAAAAA8GAoxAiFIE4AAB+LCAAAAAAAAAPtwTEBAAAAwqAq65/SGh5AAQAAAAAAAAAAAAAAAAAAAAAAAPBgKMQIhSBOAAAfiwgAAAAAAAAD7cExAQAAAMKgKuuf0hoeQAEAAAAAAAAAAAAAAAAAAAAAAADwYCjECIUgTgAAH4sIAAAAAAAAA+3BMQEAAADCoCrrn9IaHkABAAAAAAAAAAAAAAAAAAAAAAAA8GAoxAiFIE4AAA==",
      },
    },
  ),
  ...refused("charset", {
    "gzip in gzip said once | a layer is left over": { encoding: "gzip", compress: ["gzip", "gzip"] },
    "gzip sent, none said | bytes that are not text": { compress: ["gzip"] },
  }),
  ...refused("encoding", {
    "gzip, gzip | no honest server stacks encodings": { encoding: "gzip, gzip", compress: ["gzip", "gzip"] },
    "gzip, br | no honest server stacks encodings": { encoding: "gzip, br", compress: ["gzip", "br"] },
    "ten layers | a bomb of bombs": {
      encoding: "gzip,gzip,gzip,gzip,gzip,gzip,gzip,gzip,gzip,gzip",
      compress: ["gzip", "gzip", "gzip", "gzip", "gzip", "gzip", "gzip", "gzip", "gzip", "gzip"],
    },
    "two Content-Encoding lines | they are joined to a list": {
      headers: { "Content-Type": "{{media}}", "Content-Encoding": ["gzip", "deflate"] },
      compress: ["gzip", "deflate"],
    },
    "gzip cut short | the end is missing": { packed: "gzip", cut: 12 },
    "deflate cut short | the end is missing": { packed: "deflate", cut: 6 },
    "raw deflate cut short | the end is missing": { packed: "deflate-raw", cut: 6 },
    "brotli cut short | the end is missing": { packed: "br", cut: 6 },
    "not gzip | plain text called gzip": { encoding: "gzip" },
    "not brotli | plain text called br": { encoding: "br" },
    "not deflate | plain text called deflate": { encoding: "deflate" },
    "gzip with a wrong checksum | one byte has changed on the way": {
      encoding: "gzip",
      bodyBase64: "H4sIAAAAAAAAA7NJ1LcDANQc0AEEAAAA",
    },
    "gzip with a wrong length | one byte has changed on the way": {
      encoding: "gzip",
      bodyBase64: "H4sIAAAAAAAAA7NJ1LcDANQc0QEEAAAB",
    },
    "deflate with a wrong checksum | one byte has changed on the way": {
      encoding: "deflate",
      bodyBase64: "eJyzSdS3AwACswEK",
    },
    "deflate that needs a dictionary | none was agreed on": {
      encoding: "deflate",
      bodyBase64: "eLsCswELswFiAAKzAQs=",
    },
    "only the head of gzip | ten bytes": { encoding: "gzip", bodyBase64: "H4sIAAAAAAAAAw==" },
    "brotli of one byte | no stream": { encoding: "br", bodyBase64: "zg==" },
    "gzip said, brotli sent | the name is wrong": { encoding: "gzip", packed: "br" },
    "Content-Encoding: zstd | not asked for": { encoding: "zstd" },
    "Content-Encoding: compress | not asked for": { encoding: "compress" },
    "Content-Encoding: exi | not asked for": { encoding: "exi" },
    "Content-Encoding: aws-chunked | not asked for": { encoding: "aws-chunked" },
    "Content-Encoding: identity, zstd | identity does not hide it": { encoding: "identity, zstd" },
    "Content-Encoding: __proto__ | a name of JavaScript's": { encoding: "__proto__" },
    "Content-Encoding: constructor | a name of JavaScript's": { encoding: "constructor" },
    "Content-Encoding: toString | a name of JavaScript's": { encoding: "toString" },
    "Content-Encoding: gzip;q=1 | an encoding has no weight": { encoding: "gzip;q=1" },
    "Content-Encoding: gzip gzip | no list": { encoding: "gzip gzip" },
    "Content-Encoding: none | no name of an encoding": { encoding: "none" },
    "bytes behind the end of deflate | the decompressor stops before them without a word": {
      packed: "deflate",
      append: "eHh4",
    },
    "bytes behind the end of deflate-raw | the decompressor stops before them without a word": {
      packed: "deflate-raw",
      append: "eHh4",
    },
    "bytes behind the end of br | the decompressor stops before them without a word": { packed: "br", append: "eHh4" },
  }),
  ...refused("empty", {
    "gzip of nothing | an empty reply, packed": { packed: "gzip", body: "" },
    "gzip without a byte | an empty reply that claims to be packed": { encoding: "gzip", body: "" },
  }),
];
