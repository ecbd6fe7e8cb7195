import type { BadReply } from "../corpus.js";
import { HTML, long, refused, times } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused(
    { reason: "size", maxReplyBytes: 16384 },
    {
      "larger than the cap, with its length | refused before the first byte is read": long`{{open}}{{start}}{{content}}{{end}}${times(20000, " ")}{{close}}`,
      "larger than the cap, chunked | refused when the cap is passed": {
        chunked: true,
        ...long`{{open}}{{start}}{{content}}{{end}}${times(20000, " ")}{{close}}`,
      },
      "one byte more than the cap | the cap is exact": long`${times(16385, "a")}`,
      "one byte more than the cap, chunked | the cap is exact": { chunked: true, ...long`${times(16385, "a")}` },
      "one byte more than the cap, unpacked | the cap is exact": {
        type: "{{media}}",
        packed: "gzip",
        ...long`${times(16385, "a")}`,
      },
      "a length beyond the cap that is not true | refused by what it claims": { declaredLength: 1000000 },
      "a length beyond every number | refused by what it claims": { declaredLength: 9007199254740992 },
      "an error page larger than the cap | the cap comes before the status": {
        status: 500,
        type: HTML,
        ...long`<!DOCTYPE html><html><head><title>Error</title></head><body><p>An error occurred<br></body></html>${times(10000, "<p>")}`,
      },
      "3 MB against the cap | read no further than the cap": { chunked: true, ...long`${times(750000, "<a/>")}` },
    },
  ),
  ...refused(
    { reason: "malformed", maxReplyBytes: 16384 },
    {
      "exactly the cap | taken, and judged by what it is": long`${times(16384, "a")}`,
    },
  ),
  ...refused(
    { reason: "http", maxReplyBytes: 16384 },
    {
      "a length of twenty digits | Node's own parser refuses it": { declaredLength: 100000000000000000000 },
    },
  ),
];
