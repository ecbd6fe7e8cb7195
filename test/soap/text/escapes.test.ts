import { expect } from "chai";
import { DECODERS, UNKNOWN } from "../../../src/soap/text/escapes.js";

const [xml, url, form, json] = DECODERS.map((decode) => decode);
const decoded = (decode: ((text: string) => string) | undefined, texts: Readonly<Record<string, string>>) => {
  expect(decode).to.be.a("function");
  for (const [text, plain] of Object.entries(texts)) expect(decode?.(text), text).to.equal(plain);
};

describe("DECODERS: each undoes one layer of escapes", () => {
  it("of XML and HTML", () => {
    decoded(xml, {
      "a&amp;b": "a&b",
      "&lt;&GT;&quot;&apos;&nbsp;": "<>\"'\u00a0",
      "&amp;lt;": "&lt;",
      "&#x41;&#X1f600;&#x00041;": "A\u{1f600}A",
      "&#65;&#00065;&#128512;": "AA\u{1f600}",
      "&#x10ffff;|&#x110000;|&#1114111;|&#1114112;": "\u{10ffff}||\u{10ffff}|",
      "x&eacute;y": `x${UNKNOWN}y`,
      "a & b &; &amp": "a & b &; &amp",
    });
  });

  it("of a URL, in UTF-8 or else in Latin-1", () => {
    decoded(url, {
      "a%20b%2fC": "a b/C",
      "%C3%A9": "é",
      "%E9": "é",
      "a+b": "a+b",
      "100%": "100%",
      "%4": "%4",
      "%zz": "%zz",
    });
  });

  it("of a form, with a plus sign for a blank", () => {
    decoded(form, { "a+b+%2B": "a b +", "%41": "A" });
  });

  it("of JSON", () => {
    decoded(json, {
      "a\\u0041\\u00E9": "aAé",
      "\\\"\\'\\/\\\\": "\"'/\\",
      "\\n": "\\n",
      "\\u12": "\\u12",
    });
  });
});
