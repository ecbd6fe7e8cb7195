import { expect } from "chai";
import { meaningOf, RESULT_CODES } from "../../src/errors/result-codes.js";

describe("meaningOf: what a result code means", () => {
  it("is what the table says of a code that is known", () => {
    for (const [code, meaning] of Object.entries(RESULT_CODES)) expect(meaningOf(code)).to.equal(meaning);
  });

  it("is a general one of any other code, and never a refusal of the caller", () => {
    for (const code of ["Gone", "", "constructor", "__proto__"]) {
      expect(meaningOf(code), code).to.deep.equal({
        meaning: "The service refused with a result that this version does not know.",
        advice: "Compare the vendor's guide, and regenerate if its WSDL has changed.",
      });
    }
  });
});
