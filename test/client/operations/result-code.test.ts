import { expect } from "chai";
import { resultRule } from "../../../src/client/operations/answer.js";
import { NotAuthenticatedError, RESULT_CODES, RescueResultError, resultCode } from "../../../src/index.js";
import { lookUp } from "../../../src/soap/contract/contract.js";
import { VERSIONS } from "../../emulator/wire.js";
import { contract } from "../../reference/generated/contract.js";
import { RescueClient } from "../../reference/service.js";
import { AUTH_CODE, SESSION } from "../guide-values.js";
import { answerInTurn, mockNetwork, result, somebody } from "../mocked-service.js";
import { thrown } from "../thrown.js";

describe("resultCode: a code whatever the prefix is", () => {
  const table: readonly (readonly [literal: string, code: keyof typeof RESULT_CODES])[] = [
    ["login_OK", "OK"],
    ["closeSessionRet_OK", "OK"],
    ["getSession_OK", "OK"],
    ["setUserStatus_v7_1_OK", "OK"],
    ["OK", "OK"],
    ["closeSessionRet_Error", "Error"],
    ["closeSessionRet_NotLoggedInAsAdmin", "NotLoggedInAsAdmin"],
    ["getSession_NotLoggedIn", "NotLoggedIn"],
    ["NotLoggedIn", "NotLoggedIn"],
    ["closeSessionRet_ActionFailed", "ActionFailed"],
    ["closeSessionRet_InvalidParam_Session", "InvalidParam_Session"],
    ["getChat_InvalidParam_SessionID", "InvalidParam_SessionID"],
    ["closeSessionRet_Invalid_SecretAuthCode", "Invalid_SecretAuthCode"],
    ["closeSessionRet_User_Deleted_Or_Disabled", "User_Deleted_Or_Disabled"],
    ["login_Invalid", "Invalid"],
    ["login_LimitReached", "LimitReached"],
    ["login_GlobalIpRestricted", "GlobalIpRestricted"],
    ["getReport_PollRateExceeded", "PollRateExceeded"],
    ["getUser_Invalid_EmailAndNodeIdBothSpecified", "Invalid_EmailAndNodeIdBothSpecified"],
  ];
  for (const [literal, code] of table) {
    it(`${literal} is ${code}`, () => expect(resultCode(literal)).to.equal(code));
  }

  const unknown = [
    "closeSessionRet_Not_OK",
    "closeSessionRet_NotOK",
    "login_NotOK",
    "login_No_OK",
    "Not_OK",
    "NotOK",
    "",
    " ",
    "OK ",
    " OK",
    "ok",
    "_OK",
    "OKAY",
    "closeSessionRet_",
    "closeSessionRet_Banana",
    "closeSessionRet_OK_NOT",
    "closeSession Ret_OK",
    "closeSessionRet_OK\n",
    "constructor",
    "__proto__",
  ];
  for (const literal of unknown) {
    it(`${JSON.stringify(literal)} is nothing that is known`, () => {
      expect(resultCode(literal)).to.equal(undefined);
      expect(resultCode(literal, contract.enums.closeSessionRet)).to.equal(undefined);
    });
  }

  it("a code that only the enumeration knows is recognised by the prefix of its OK", () => {
    const literals = ["closeSessionRet_OK", "closeSessionRet_Gone"];
    expect(resultCode("closeSessionRet_Gone", literals)).to.equal("Gone");
    expect(resultCode("closeSessionRet_Gone")).to.equal(undefined);
  });

  it("is not recognised where the enumeration's OK has no prefix or another one, or nothing follows it", () => {
    const [gone, bare, other] = ["closeSessionRet_Gone", "OK", "login_OK"];
    expect(resultCode(gone, [bare, gone])).to.equal(undefined);
    expect(resultCode(gone, [other, gone])).to.equal(undefined);
    expect(resultCode(gone, ["closeSessionRet_", gone])).to.equal(undefined);
    expect(resultCode("getBook_Gone", ["getBook", "getBook_Gone"])).to.equal(undefined);
    expect(resultCode("closeSessionRet_", ["closeSessionRet_OK", "closeSessionRet_"])).to.equal(undefined);
    expect(resultCode(gone, ["closeSession_NotOK", "closeSessionRet_Error", gone])).to.equal(undefined);
    expect(resultCode(gone, [other, "closeSessionRet_OK", gone])).to.equal("Gone");
  });

  it("is a literal of up to 1000 characters", () => {
    const literal = (length: number) => `${"a".repeat(length - 3)}_OK`;
    expect(resultCode(literal(1000))).to.equal("OK");
    expect(resultCode(literal(1001))).to.equal(undefined);
  });

  it("every literal of every result enumeration has a known code, and one of each is OK", () => {
    let enumerations = 0;
    for (const [name, operation] of Object.entries(contract.operations)) {
      const element = resultRule(contract, name, operation).element;
      expect(element, name).to.equal(`${name}Result`);
      const field = operation.response.fields.find((candidate) => candidate.name === element);
      const literals = lookUp(contract.enums, field?.type ?? "") ?? [];
      const codes = literals.map((literal) => resultCode(literal));
      expect(
        codes.filter((code) => code === "OK"),
        name,
      ).to.have.length(1);
      for (const [index, code] of codes.entries()) expect(RESULT_CODES, literals[index]).to.have.property(String(code));
      enumerations += 1;
    }
    expect(enumerations).to.equal(Object.keys(contract.operations).length);
  });

  it("every code but OK says what it means and what to do", () => {
    for (const [code, { meaning, advice }] of Object.entries(RESULT_CODES)) {
      expect(meaning, code).to.match(/^[A-Z].*\.$/);
      if (code !== "OK") expect(advice, code).to.match(/^[A-Z].*\.$/);
    }
  });
});

for (const soap of VERSIONS) {
  describe(`an unknown literal from the service over SOAP ${soap}`, () => {
    mockNetwork();

    for (const literal of ["closeSessionRet_Not_OK", "Not_OK", "OKAY", "closeSessionRet_", "closeSessionRet_Banana"]) {
      it(`${literal} is an error that shows it`, async () => {
        answerInTurn([result(soap, "closeSession", literal)]);
        const rescue = new RescueClient({ credentials: { authCode: AUTH_CODE }, soap });
        const error = await thrown(RescueResultError, rescue.closeSession(SESSION));
        expect(error).not.to.be.instanceOf(NotAuthenticatedError);
        expect(error).to.include({
          code: "UNKNOWN_RESULT",
          literal,
          operation: "closeSession",
          outcome: "answered",
        });
        expect(error.message).to.contain(literal);
      });
    }

    it("an empty one is no success either", async () => {
      answerInTurn([result(soap, "closeSession", "")]);
      const rescue = new RescueClient({ credentials: { authCode: AUTH_CODE }, soap });
      const error = await thrown(RescueResultError, rescue.closeSession(SESSION));
      expect(error).to.include({ code: "UNKNOWN_RESULT", literal: "" });
    });

    it("from login is no login: nothing else is sent", async () => {
      answerInTurn([result(soap, "login", "login_NotOK")]);
      const rescue = new RescueClient({ credentials: somebody(), soap });
      const error = await thrown(RescueResultError, rescue.closeSession(SESSION));
      expect(error).to.include({ code: "UNKNOWN_RESULT", literal: "login_NotOK", operation: "login" });
    });

    it("a bare OK is a success", async () => {
      answerInTurn([result(soap, "closeSession", "OK")]);
      const rescue = new RescueClient({ credentials: { authCode: AUTH_CODE }, soap });
      expect(await rescue.closeSession(SESSION)).to.deep.equal({ session: SESSION, code: "OK", literal: "OK" });
    });
  });
}
