import { expect } from "chai";
import { classedOperations, traitsOf } from "../../src/client/operation-table.js";
import { contract } from "../reference/generated/contract.js";

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
    expect(traitsOf("closeSession")).to.deep.equal({ class: "mutating", changes: true, settleWith: "getSession_V3" });
  });
});
