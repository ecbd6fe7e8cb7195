import { expect } from "chai";
import {
  classedOperations,
  limitText,
  operationsWithoutRow,
  traitsOf,
} from "../../../src/client/operations/operation-table.js";
import { disagreements } from "../../contract/operation-rows.js";
import { contract } from "../../reference/generated/contract.js";

describe("the table of operations", () => {
  it("classes every operation of the contract, and nothing else", () => {
    expect([...classedOperations()].sort()).to.deep.equal(Object.keys(contract.operations).sort());
  });

  it("settles with reads only", () => {
    for (const name of classedOperations()) {
      const { class: kind, settleWith } = traitsOf(name);
      if (settleWith === undefined) continue;
      expect(kind, name).to.equal("mutating");
      expect(traitsOf(settleWith).class, `${name} settles with ${settleWith}`).to.equal("read");
    }
  });

  it("classes operations that begin and end logins as auth", () => {
    const auth = classedOperations().filter((name) => traitsOf(name).class === "auth");
    expect(auth).to.have.members(["login", "logout", "requestAuthCode", "requestAuthCodeSSO"]);
  });

  it("knows that a new auth code replaces the one before it, even when its answer is lost", () => {
    for (const name of ["requestAuthCode", "requestAuthCodeSSO"])
      expect(traitsOf(name), name).to.include({ changes: true });
  });

  it("treats an unknown operation as one that changes something", () => {
    expect(traitsOf("eraseEverything")).to.deep.equal({ class: "mutating", changes: true });
    expect(traitsOf("constructor")).to.deep.equal({ class: "mutating", changes: true });
  });

  it("settles a close with getSession_V3", () => {
    expect(traitsOf("closeSession")).to.deep.equal({
      class: "mutating",
      changes: true,
      caller: "administrator",
      settleWith: "getSession_V3",
    });
  });

  it("names the operations without a row", () => {
    expect(operationsWithoutRow(["closeSession", "eraseEverything", "constructor"])).to.deep.equal([
      "eraseEverything",
      "constructor",
    ]);
  });

  it("says limits in words", () => {
    expect(["login", "requestPINCodeV3", "getReport_v2", "getNote"].map(limitText)).to.deep.equal([
      "10 in 180 s",
      "1 in 1 s",
      "1 in 60 s",
      "",
    ]);
  });

  it("agrees with the contract about callers, limits and newer variants", () => {
    expect(disagreements(contract)).to.deep.equal([]);
  });
});
