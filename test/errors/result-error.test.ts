import { expect } from "chai";
import { NotAuthenticatedError, RescueResultError } from "../../src/index.js";

const DETAILS = {
  operation: "closeSession",
  code: "ActionFailed",
  literal: "closeSessionRet_ActionFailed",
  meaning: "It failed.",
  advice: "Try again.",
};

describe("RescueResultError: an answer that is not OK", () => {
  it("has what the service said, and what it means", () => {
    expect(new RescueResultError(DETAILS)).to.include({ ...DETAILS, name: "RescueResultError", outcome: "answered" });
  });

  it("says the operation, the literal, the user, the meaning and the advice", () => {
    const said = (more: object) => new RescueResultError({ ...DETAILS, ...more }).message;
    expect(said({})).to.equal("closeSession answered closeSessionRet_ActionFailed: It failed. Try again.");
    expect(said({ user: "some@email.com" })).to.equal(
      "closeSession answered closeSessionRet_ActionFailed for some@email.com: It failed. Try again.",
    );
    expect(said({ literal: "" })).to.equal("closeSession: It failed. Try again.");
  });

  it("is one of the codes it is asked for, or is not", () => {
    const error = new RescueResultError(DETAILS);
    expect(error.is("Error", "ActionFailed")).to.equal(true);
    expect(error.is("Error")).to.equal(false);
    expect(error.is()).to.equal(false);
  });

  it("is a NotAuthenticatedError with a name of its own where the caller is refused", () => {
    const error = new NotAuthenticatedError({ ...DETAILS, user: "some@email.com", credentials: "sso" });
    expect(error).to.be.instanceOf(RescueResultError);
    expect(error).to.include({ name: "NotAuthenticatedError", user: "some@email.com", credentials: "sso" });
  });
});
