import { expect } from "chai";
import { formContract } from "../../../src/emulator/forms/form-contract.js";
import { cards } from "../../../src/emulator/operations/cards.js";
import { contract } from "../../reference/service.js";

describe("the contract of forms without an operation", () => {
  it("has operations for which the emulator has cards and which the reference WSDL lacks", () => {
    for (const name of Object.keys(formContract.operations)) {
      expect(cards.has(name), name).to.equal(true);
      expect(contract.operations, name).not.to.have.property(name);
    }
  });

  it("spells shared operations as the reference WSDL does", () => {
    expect(formContract.enums.NODE_PERMISSIONS).to.deep.equal(contract.enums.NODE_PERMISSIONS);
    expect(formContract.enums.USER_STATUS).to.have.members([...(contract.enums.USER_STATUS ?? [])]);
    expect(formContract.types.ArrayOfNODE_PERMISSIONS?.map(({ name }) => name)).to.deep.equal(
      contract.types.ArrayOfNODE_PERMISSIONS?.map(({ name }) => name),
    );
  });
});
