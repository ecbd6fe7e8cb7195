import { expect } from "chai";
import { contract } from "../../generated/contract.js";
import { disagreements } from "./operation-rows.js";

describe("the table of operations and the packaged WSDL", () => {
  it("agree about callers, limits and newer variants of the operations that both have", () => {
    expect(disagreements(contract)).to.deep.equal([]);
  });
});
