import { expect } from "chai";
import fc from "fast-check";
import { comment, literal, propertyName, toIdentifier } from "../../src/codegen/source-text.js";

describe("source text", () => {
  it("writes any string as a literal that evaluates to it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(JSON.parse(literal(text))).to.equal(text);
      }),
    );
  });

  it("escapes invisible characters", () => {
    expect(literal('a"\n\u2028\u202e`\u{e0041}')).to.equal('"a\\"\\n\\u2028\\u202e`\\udb40\\udc41"');
  });

  it("cannot end a comment, nor add a tag to it", () => {
    expect(comment("ends */ here\n * @deprecated \u202etxt")).to.equal("ends *\\/ here * (at)deprecated txt");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(comment(text)).not.to.match(/\*\/|[\n\r\u2028\u2029@]/);
      }),
    );
  });

  it("does not join two halves to the end of a comment", () => {
    expect(comment("*\u200b/")).not.to.include("*/");
    expect(comment("*\u0000/")).not.to.include("*/");
  });

  it("quotes property names that are not identifiers", () => {
    expect(propertyName("iSession")).to.equal("iSession");
    expect(propertyName("class")).to.equal("class");
    expect(propertyName("a-b.c")).to.equal('"a-b.c"');
    expect(toIdentifier("a-b.c")).to.equal("a_b_c");
    expect(toIdentifier("·a")).to.equal("_·a");
  });
});
