import { expect } from "chai";
import type { Contract, ContractField, ContractOperation } from "../../../src/soap/contract/contract.js";
import { resultElement } from "../../../src/soap/contract/result-element.js";
import { contract } from "../../reference/generated/contract.js";

const ENUMS: Contract["enums"] = {
  tns_Result: ["closeSessionRet_Error", "closeSessionRet_OK"],
  tns_Bare: ["Failed", "OK"],
  tns_State: ["getState_Open", "getState_Closed"],
};
const [FIELD] = Object.values(contract.operations).flatMap(({ response }) => response.fields);
const [OPERATION] = Object.values(contract.operations);

function fieldOf(name: string, type: string, more: Partial<ContractField> = {}): ContractField {
  if (!FIELD) throw new Error("The reference contract has no response with a field.");
  return { ...FIELD, name, type, ...more };
}

/** The name of the element that says how a call of closeSession went. */
function judged(...fields: readonly ContractField[]): string | undefined {
  if (!OPERATION) throw new Error("The reference contract has no operation.");
  const operation: ContractOperation = { ...OPERATION, response: { ...OPERATION.response, fields } };
  return resultElement({ ...contract, enums: ENUMS }, "closeSession", operation)?.name;
}

describe("resultElement: what says how a call went", () => {
  it("is the element named after the operation, wherever it stands, with a bare OK too", () => {
    expect(judged(fieldOf("closeSessionResult", "tns_Result"))).to.equal("closeSessionResult");
    expect(judged(fieldOf("other", "tns_Result"), fieldOf("closeSessionResult", "tns_Bare"))).to.equal(
      "closeSessionResult",
    );
  });

  it("is the first element where none has that name, if its OK has a prefix", () => {
    expect(judged(fieldOf("eResult", "tns_Result"), fieldOf("more", "tns_Result"))).to.equal("eResult");
    expect(judged(fieldOf("eResult", "tns_Bare"))).to.equal(undefined);
    expect(judged(fieldOf("data", "xs:string"), fieldOf("eResult", "tns_Result"))).to.equal(undefined);
  });

  it("is nothing where the named element is data, even if another could say it", () => {
    for (const type of ["tns_State", "xs:boolean", "constructor"]) {
      const fields = [fieldOf("closeSessionResult", type), fieldOf("eResult", "tns_Result")];
      expect(judged(...fields), type).to.equal(undefined);
    }
  });

  it("is nothing where the element may come more than once", () => {
    expect(judged(fieldOf("closeSessionResult", "tns_Result", { max: 2 }))).to.equal(undefined);
  });

  it("is nothing in an empty response", () => {
    expect(judged()).to.equal(undefined);
  });
});
