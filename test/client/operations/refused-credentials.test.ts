import { expect } from "chai";
import { refusedKind, rememberedRefusal, saidOfCaller } from "../../../src/client/operations/refused-credentials.js";
import { meaningOf } from "../../../src/errors/result-codes.js";
import { NotAuthenticatedError } from "../../../src/index.js";

const ABOUT_TOKENS = /API token/;

describe("refusedKind: the credentials that a refusal is about", () => {
  it("are the password of an operation that sends one, whatever the code", () => {
    for (const code of [undefined, "Invalid", "LimitReached", "Invalid_SecretAuthCode"]) {
      expect(refusedKind("login", code, false)).to.equal("login");
      expect(refusedKind("requestAuthCode", code, false)).to.equal("login");
      expect(refusedKind("requestAuthCodeSSO", code, true)).to.equal("sso");
    }
  });

  it("are the auth code where the code says so, or where one went along with a refused user", () => {
    expect(refusedKind("closeSession", "Invalid_SecretAuthCode", false)).to.equal("authCode");
    for (const code of ["Invalid_SecretAuthCode", "User_Deleted_Or_Disabled", "User_Is_Deleted"])
      expect(refusedKind("closeSession", code, true), code).to.equal("authCode");
  });

  it("are the login's where a user without an auth code is refused", () => {
    for (const code of ["User_Deleted_Or_Disabled", "User_Is_Deleted"])
      expect(refusedKind("closeSession", code, false), code).to.equal("login");
  });

  it("are unknown where the code is not about the caller", () => {
    for (const code of [undefined, "NotLoggedIn", "NotLoggedInAsAdmin", "ActionFailed"])
      for (const sendsCode of [true, false])
        expect(refusedKind("closeSession", code, sendsCode), String(code)).to.equal(undefined);
  });
});

describe("saidOfCaller: what a refusal means for the credentials that were sent", () => {
  const said = (operation: string, code: string) => saidOfCaller(operation, code, meaningOf(code));

  it("names the credentials that are wrong", () => {
    expect(said("login", "Invalid").meaning).to.equal("The e-mail address or the password is wrong.");
    expect(said("requestAuthCode", "Invalid").meaning).to.equal("The e-mail address or the password is wrong.");
    expect(said("requestAuthCodeSSO", "Invalid").meaning).to.match(/^The single sign-on id,/);
  });

  it("keeps the meaning of every other code", () => {
    for (const code of ["GlobalIpRestricted", "LimitReached", "User_Is_Deleted"])
      expect(said("login", code).meaning, code).to.equal(meaningOf(code).meaning);
  });

  it("adds the API token to the advice that the code has, where the account may accept nothing else", () => {
    for (const [operation, code] of [
      ["login", "Invalid"],
      ["login", "GlobalIpRestricted"],
      ["requestAuthCode", "Error"],
      ["closeSession", "Invalid_SecretAuthCode"],
    ] as const) {
      const { advice } = said(operation, code);
      expect(advice.startsWith(`${meaningOf(code).advice} `), `${operation} ${code}`).to.equal(true);
      expect(advice).to.match(ABOUT_TOKENS);
    }
    expect(saidOfCaller("login", undefined, meaningOf("new")).advice).to.match(ABOUT_TOKENS);
  });

  it("adds nothing where the cause is known, or no credentials are meant", () => {
    for (const code of ["LimitReached", "PollRateExceeded", "InvalidParam_Company"])
      expect(said("login", code), code).to.deep.equal(meaningOf(code));
    for (const code of ["NotLoggedIn", "ActionFailed"])
      expect(said("closeSession", code), code).to.deep.equal(meaningOf(code));
  });
});

describe("rememberedRefusal: a password that was refused before", () => {
  const error = rememberedRefusal("some@email.com", Date.UTC(2026, 2, 4, 5, 6, 7), "the file logins.json");

  it("is an error of a login that was not sent", () => {
    expect(error).to.be.instanceOf(NotAuthenticatedError);
    expect(error).to.include({
      operation: "login",
      code: "Invalid",
      literal: "",
      outcome: "not-sent",
      attempts: 0,
      user: "some@email.com",
      credentials: "login",
    });
  });

  it("says what is wrong, when it was refused, and each way out", () => {
    expect(error.message).to.equal(`login for some@email.com: ${error.meaning} ${error.advice}`);
    expect(error.meaning).to.equal(
      "The e-mail address or the password is wrong. " +
        "The service refused this password at 2026-03-04T05:06:07.000Z, so it was not sent again.",
    );
    expect(error.advice)
      .to.match(/^Correct the credentials;/)
      .and.to.match(ABOUT_TOKENS)
      .and.to.contain("login({ again: true }), or remove the file logins.json; it is forgotten after a day.");
  });
});
