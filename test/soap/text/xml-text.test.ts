import { expect } from "chai";
import { SaxesParser } from "saxes";
import { escapeXml, forbiddenCharacterAt } from "../../../src/soap/text/xml-text.js";
import { xmlTexts } from "../sample-values.js";
import { always } from "../seed.js";

/** What a parser makes of `xml` as the content of an element and as the value of an attribute. */
function parsed(xml: string): { content: string; attribute: string | undefined } {
  const parser = new SaxesParser();
  let content = "";
  let attribute: string | undefined;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (piece) => {
    content += piece;
  });
  parser.on("opentag", (tag) => {
    attribute = tag.attributes.a;
  });
  parser.write(`<x a="${xml}">${xml}</x>`).close();
  return { content, attribute };
}

describe("forbiddenCharacterAt: what XML 1.0 cannot carry", () => {
  const forbidden = [
    ..."\0\u0001\u0008\u000b\u000c\u000e\u001f\ufffe\uffff",
    "\ud800",
    "\udbff",
    "\udc00",
    "\udfff",
    "\ude00\ud83d",
  ];
  for (const text of forbidden) {
    it(`finds ${JSON.stringify(text)}`, () => {
      expect(forbiddenCharacterAt(text)).to.equal(0);
      expect(forbiddenCharacterAt(`ab${text}c`)).to.equal(2);
    });
  }
  for (const text of [
    "",
    "\t\n\r ",
    "\u007f\u0085\u009f",
    "\ud7ff\ue000\ufffd",
    "\u{10000}\u{1fffe}\u{10ffff}",
    "é<&>",
  ]) {
    it(`lets ${JSON.stringify(text)} pass`, () => {
      expect(forbiddenCharacterAt(text)).to.equal(-1);
    });
  }
  it("counts as JavaScript indexes, past characters outside the BMP", () => {
    expect(forbiddenCharacterAt("\u{1F600}\ud83d")).to.equal(2);
  });
});

describe("escapeXml: text for an element or a quoted attribute", () => {
  it("escapes the five characters of markup and the carriage return", () => {
    expect(escapeXml("&<>\"'\r\n\t")).to.equal("&amp;&lt;&gt;&quot;&apos;&#xD;\n\t");
  });

  it("escapes once, also a text that looks escaped", () => {
    expect(escapeXml("&amp;")).to.equal("&amp;amp;");
    expect(escapeXml("<![CDATA[x]]>")).to.equal("&lt;![CDATA[x]]&gt;");
  });

  it("writes any text so that a parser returns it", () => {
    always(xmlTexts, (text) => {
      expect(forbiddenCharacterAt(text)).to.equal(-1);
      const { content, attribute } = parsed(escapeXml(text));
      expect(content).to.equal(text);
      // Tab and line feed in an attribute are the parser's to normalise (XML 1.0 section 3.3.3).
      expect(attribute).to.equal(text.replace(/[\t\n]/g, " "));
    });
  });
});
