import { expect } from "chai";
import { DELIMITER_LENGTH, newDelimiter } from "../../src/reports/delimiter.js";

describe("newDelimiter", () => {
  const delimiters = Array.from({ length: 200 }, newDelimiter);

  it("has 32 characters, each once, of four alphabets", () => {
    for (const delimiter of delimiters) {
      expect([...delimiter]).to.have.length(DELIMITER_LENGTH);
      expect(new Set(delimiter).size).to.equal(32);
      for (const alphabet of [/[A-Za-z]/, /[Α-Ωα-ω]/, /[А-Яа-я]/, /[0-9]/]) expect(delimiter).to.match(alphabet);
      expect(delimiter).to.match(/^[A-Za-z0-9Α-Ωα-ωА-Яа-я]+$/);
    }
  });

  it("is another one each time, and can begin with any alphabet", () => {
    expect(new Set(delimiters).size).to.equal(delimiters.length);
    const firsts = delimiters.map((delimiter) => delimiter.charAt(0));
    for (const alphabet of [/[A-Za-z]/, /[Α-Ωα-ω]/, /[А-Яа-я]/]) {
      expect(firsts.some((first) => alphabet.test(first))).to.equal(true);
    }
  });
});
