import type { BadReply } from "../corpus.js";
import { HTML, PAGE, refused } from "./table.js";

export const replies: readonly BadReply[] = [
  ...refused("media", {
    "no Content-Type | nothing says that it is SOAP": { headers: {} },
    "an empty Content-Type | nothing says that it is SOAP": { type: "" },
    "blanks as Content-Type | nothing says that it is SOAP": { type: "   " },
    "the other version's type | an answer to a question that was not asked": { type: "{{otherMedia}}; charset=utf-8" },
    "text/html with a good answer | judged before it is read": { type: "text/html" },
    "text/html with a page | a login page with 200": { type: HTML, body: PAGE },
    "text/plain | a debugging proxy": { type: "text/plain; charset=utf-8" },
    "application/xml | not SOAP's type in either version": { type: "application/xml" },
    "application/json | a gateway that speaks REST": { type: "application/json", body: "{}" },
    "application/octet-stream | bytes": { type: "application/octet-stream" },
    "application/xhtml+xml | a well-formed page": {
      type: "application/xhtml+xml",
      body: "<html xmlns='http://www.w3.org/1999/xhtml'/>",
    },
    "multipart/related | MTOM was not asked for": {
      type: 'multipart/related; type="application/xop+xml"; boundary="b"',
      body: "--b\r\nContent-Type: application/xop+xml\r\n\r\n{{good}}\r\n--b--",
    },
    "multipart/form-data | a form": { type: "multipart/form-data; boundary=b" },
    "application/xop+xml | MTOM without its parts": { type: "application/xop+xml" },
    "application/soap | nearly a type of SOAP": { type: "application/soap" },
    "application/soap+xml-evil | more than the type of SOAP 1.2": { type: "application/soap+xml-evil" },
    "text/xml2 | more than the type of SOAP 1.1": { type: "text/xml2" },
    "text/ xml | a blank in the type": { type: "text/ xml" },
    "xml | no type at all": { type: "xml" },
    "a quoted type | a type is no quoted text": { type: '"{{media}}"' },
    "only parameters | a parameter of nothing": { type: "; charset=utf-8" },
    "a list, another type first | the first one counts": { type: "text/html, {{media}}" },
    "application/x-www-form-urlencoded | a form": { type: "application/x-www-form-urlencoded", body: "a=b" },
    "image/svg+xml | XML that is a picture": {
      type: "image/svg+xml",
      body: "<svg xmlns='http://www.w3.org/2000/svg'/>",
    },
    "__proto__ | a name of JavaScript's": { type: "__proto__" },
    "a type of 8,000 characters | not repeated in the error": { type: `text/${"x".repeat(8000)}` },
    "8,000 semicolons | no pattern may stumble over it": { type: ";".repeat(8000) },
    "two Content-Types, another one first | the first one counts, as in Node": {
      headers: { "Content-Type": ["text/html", "{{media}}"] },
    },
  }),
];
