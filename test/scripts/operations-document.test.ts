import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { OPERATIONS_DOCUMENT, operationsDocument } from "../../scripts/operations-document.js";

describe("the document of operations", () => {
  it("is what the table says (npm run operations)", async () => {
    expect(await readFile(OPERATIONS_DOCUMENT, "utf8")).to.equal(operationsDocument());
  });

  it("has a row for an operation with a limit, a caller and a newer variant", () => {
    expect(operationsDocument()).to.contain(
      "| `requestPINCode` | mutating | a user with a technician seat | 1 in 1 s | `requestPINCodeV3` | |\n",
    );
  });
});
