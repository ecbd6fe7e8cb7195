import { expect } from "chai";
import { beginningOf, CUT, cutText, SHOWN_LIMIT, ShownText } from "../../../src/soap/text/cut-text.js";

const FACE = "\u{1f600}";

describe("beginningOf: a text cut between two characters", () => {
  it("is the text where it is no longer", () => {
    for (const text of ["", "abc", `ab${FACE}`]) expect(beginningOf(text, 4)).to.equal(text);
  });

  it("is what fits, without half of a character", () => {
    expect(beginningOf("abcde", 4)).to.equal("abcd");
    expect(beginningOf(`ab${FACE}e`, 4)).to.equal(`ab${FACE}`);
    expect(beginningOf(`abc${FACE}`, 4)).to.equal("abc");
    expect(beginningOf("abc\udc00e", 4)).to.equal("abc\udc00");
  });
});

describe("cutText: a text that is shown", () => {
  it("is whole up to the limit, and ends in the mark of a cut beyond it", () => {
    const whole = "x".repeat(SHOWN_LIMIT);
    expect(cutText(whole)).to.equal(whole);
    expect(cutText(`${whole}y`)).to.equal(`${"x".repeat(SHOWN_LIMIT - 1)}${CUT}`);
  });
});

describe("ShownText: a text that comes in pieces", () => {
  const shown = (...pieces: readonly string[]) => {
    const text = new ShownText();
    for (const piece of pieces) text.add(piece);
    return text;
  };

  it("is their join where it is short", () => {
    expect(shown()).to.include({ text: "", isCut: false });
    const text = shown("a", "", "b");
    text.add("c", "d");
    expect(text).to.include({ text: "abcd", isCut: false });
  });

  it("is cut once, and keeps nothing after the cut", () => {
    const whole = "x".repeat(SHOWN_LIMIT);
    expect(shown("x", "x".repeat(SHOWN_LIMIT - 1))).to.include({ text: whole, isCut: false });
    const cut = `${"x".repeat(SHOWN_LIMIT - 1)}${CUT}`;
    const text = shown(whole, "y", "z");
    expect(text).to.include({ text: cut, isCut: true });
    text.add("more", "and more");
    expect(text.text).to.equal(cut);
  });
});
