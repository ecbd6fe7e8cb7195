import { expect } from "chai";
import { printable, printableJson, visible } from "../../../src/soap/text/printable.js";

describe("visible: foreign text on one line", () => {
  it("shows characters that a terminal obeys or that cannot be seen by their number", () => {
    expect(visible("a\u001b[2J\nb\u202ec\u{e0041}\u2028")).to.equal("a\\u{1b}[2J\\u{a}b\\u{202e}c\\u{e0041}\\u{2028}");
  });

  it("leaves every other text as it is", () => {
    expect(visible("é ß \u{1f600} \\ <&>")).to.equal("é ß \u{1f600} \\ <&>");
  });
});

describe("printable: a foreign name or value", () => {
  const long = (length: number, character = "x") => character.repeat(length);

  it("is whole up to 160 characters, however many code units those take", () => {
    expect(printable("a\nb")).to.equal("a\\u{a}b");
    expect(printable(long(160))).to.equal(long(160));
    expect(printable(long(160, "\u{1f600}"))).to.equal(long(160, "\u{1f600}"));
  });

  it("is cut beyond that, with its length", () => {
    expect(printable(long(161))).to.equal(`${long(160)}… (161 characters)`);
    expect(printable(long(5000))).to.equal(`${long(160)}… (5000 characters)`);
    expect(printable(`${long(160, "\u{1f600}")}e`)).to.equal(`${long(160, "\u{1f600}")}… (321 characters)`);
  });
});

describe("printableJson: JSON without a character that cannot be seen", () => {
  const value = { "a\u001b": ["\u202e", "\u{e0041}", "\n", 5] };

  it("is on one line, and means the same", () => {
    const json = printableJson(value);
    expect(json).to.equal('{"a\\u001b":["\\u202e","\\udb40\\udc41","\\n",5]}');
    expect(JSON.parse(json)).to.deep.equal(value);
  });

  it("is indented where it is asked for", () => {
    expect(printableJson(["\u202e", "\u0085"], 2)).to.equal('[\n  "\\u202e",\n  "\\u0085"\n]');
  });
});
