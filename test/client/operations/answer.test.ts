import { expect } from "chai";
import { judge, resultRule, unjudgeable } from "../../../src/client/operations/answer.js";
import { NotAuthenticatedError, RescueResultError } from "../../../src/index.js";
import type { Contract, ContractField, ContractOperation } from "../../../src/soap/contract/contract.js";
import type { DecodedFields } from "../../../src/soap/message/message-plan.js";
import { Redactor } from "../../../src/soap/watch/redactor.js";

const CONTRACT: Contract = {
  namespace: "urn:test",
  service: "API",
  port: "APISoap",
  address: "http://localhost/",
  operations: {},
  types: {},
  enums: {
    tns_Close: ["closeSessionRet_OK", "closeSessionRet_Error", "closeSessionRet_NotLoggedIn", "closeSessionRet_Gone"],
    tns_State: ["getState_Open", "getState_NotLoggedIn", "getStateRet_Error", "other_NotLoggedIn", "getStateful_Error"],
  },
};

function operation(...fields: readonly ContractField[]): ContractOperation {
  return {
    soapAction: "urn:test/action",
    request: { element: "request", fields: [] },
    response: { element: "response", fields },
  };
}

const closing = resultRule(CONTRACT, "closeSession", operation({ name: "closeSessionResult", type: "tns_Close" }));
const stateOf = (name: string) => resultRule(CONTRACT, name, operation({ name: `${name}Result`, type: "tns_State" }));

const closed = (response: DecodedFields, redactor = new Redactor()) =>
  judge({ name: "closeSession", result: closing }, response, redactor);

function refusalOf(call: () => unknown): RescueResultError {
  try {
    call();
  } catch (error) {
    if (error instanceof RescueResultError) return error;
    throw error;
  }
  throw new Error("The answer was accepted.");
}

describe("resultRule: how the result of an operation is judged", () => {
  it("is by the literals of the result's enumeration", () => {
    expect(closing.element).to.equal("closeSessionResult");
    expect(closing.literals).to.equal(CONTRACT.enums.tns_Close);
    expect([...closing.codes]).to.deep.equal([
      ["closeSessionRet_OK", "OK"],
      ["closeSessionRet_Error", "Error"],
      ["closeSessionRet_NotLoggedIn", "NotLoggedIn"],
      ["closeSessionRet_Gone", "Gone"],
    ]);
  });

  it("is not at all where the operation returns data, except for a literal of its own that refuses", () => {
    for (const name of ["getState", "getState_v2"]) {
      const { element, codes } = stateOf(name);
      expect(element).to.equal(undefined);
      expect(Object.fromEntries(codes), name).to.deep.equal({
        getState_Open: undefined,
        getState_NotLoggedIn: "NotLoggedIn",
        getStateRet_Error: "Error",
        other_NotLoggedIn: undefined,
        getStateful_Error: undefined,
      });
    }
  });

  it("knows no literals of a result that is no enumeration, or of a response without one", () => {
    for (const fields of [[], [{ name: "getStateResult", type: "xs:int" }], [{ name: "other", type: "tns_State" }]]) {
      const { element, literals, codes } = resultRule(CONTRACT, "getState", operation(...fields));
      expect({ element, literals, codes: [...codes] }).to.deep.equal({ element: undefined, literals: [], codes: [] });
    }
  });

  it("is by a text where a function of the client has to say that it was done", () => {
    const text = (name: string, more: Partial<ContractField> = {}) =>
      resultRule(CONTRACT, name, operation({ name: `${name}Result`, type: "xs:string", ...more })).element;
    expect(text("closeSession")).to.equal("closeSessionResult");
    expect(text("getState")).to.equal(undefined);
    expect(text("closeSession", { max: "unbounded" })).to.equal(undefined);
    expect(text("closeSession", { type: "xs:int" })).to.equal(undefined);
    expect(resultRule(CONTRACT, "closeSession", operation()).element).to.equal(undefined);
  });
});

describe("unjudgeable: why an answer cannot say that the operation was done", () => {
  const expected = "expected a result that is an enumeration with an OK, or a string, but ";

  it("says what was found in the place of a result", () => {
    expect(
      unjudgeable(CONTRACT, "closeSession", operation({ name: "closeSessionResult", type: "xs:boolean" })),
    ).to.equal(`${expected}closeSessionResult is xs:boolean`);
    expect(unjudgeable(CONTRACT, "closeSession", operation({ name: "other", type: "xs:boolean" }))).to.equal(
      `${expected}there is no closeSessionResult`,
    );
  });

  it("is undefined where the answer says it, is empty, or does not have to", () => {
    const says = operation({ name: "closeSessionResult", type: "tns_Close" });
    expect(unjudgeable(CONTRACT, "closeSession", says)).to.equal(undefined);
    expect(unjudgeable(CONTRACT, "closeSession", operation())).to.equal(undefined);
    expect(unjudgeable(CONTRACT, "getState", operation({ name: "x", type: "xs:int" }))).to.equal(undefined);
  });
});

describe("judge: an answer by its result", () => {
  it("returns the out parameters of an OK, and its literal as received", () => {
    expect(closed({ closeSessionResult: "closeSessionRet_OK", iSession: 5 })).to.deep.equal({
      values: { iSession: 5 },
      code: "OK",
      literal: "closeSessionRet_OK",
    });
    expect(closed({ closeSessionResult: "OK" })).to.deep.equal({ values: {}, code: "OK", literal: "OK" });
  });

  it("returns data whole, whatever it is", () => {
    const result = stateOf("getState");
    for (const value of ["getState_Open", "other_NotLoggedIn", "OK", "Error", "", 5, null]) {
      const response = { getStateResult: value, more: 1 };
      expect(judge({ name: "getState", result }, response, new Redactor())).to.deep.equal({
        values: response,
        code: "OK",
        literal: "",
      });
    }
  });

  it("throws where data says that the call was refused", () => {
    const judged = () =>
      judge(
        { name: "getState", result: stateOf("getState") },
        { getStateResult: "getState_NotLoggedIn" },
        new Redactor(),
      );
    expect(refusalOf(judged)).to.be.instanceOf(NotAuthenticatedError);
    expect(refusalOf(judged)).to.include({ code: "NotLoggedIn", operation: "getState" });
  });

  it("throws for a result that is absent, nil or no text, as for one that is not known", () => {
    for (const found of [null, 1, ["closeSessionRet_OK"], { OK: "OK" }]) {
      expect(refusalOf(() => closed({ closeSessionResult: found }))).to.include({
        code: "UNKNOWN_RESULT",
        literal: "",
      });
    }
    expect(refusalOf(() => closed({}))).to.include({ code: "UNKNOWN_RESULT", literal: "" });
    const odd = refusalOf(() => closed({ closeSessionResult: "Banana" }));
    expect(odd).to.include({ code: "UNKNOWN_RESULT", literal: "Banana" }).and.not.instanceOf(NotAuthenticatedError);
    expect(odd.meaning).to.match(/^This version does not know the result\./);
  });

  it("throws an error about the call where the caller is accepted, with the code of the enumeration", () => {
    const gone = refusalOf(() => closed({ closeSessionResult: "closeSessionRet_Gone" }));
    expect(gone).to.include({ code: "Gone", operation: "closeSession" }).and.not.instanceOf(NotAuthenticatedError);
    expect(gone.meaning).to.equal("The service refused with a result that this version does not know.");
  });

  it("names the user and the credentials where the caller is refused", () => {
    const call = { name: "closeSession", result: closing, user: "some@email.com" };
    const response = { closeSessionResult: "closeSessionRet_User_Is_Deleted" };
    const of = (sendsCode?: boolean) => refusalOf(() => judge({ ...call, sendsCode }, response, new Redactor()));
    expect(of()).to.be.instanceOf(NotAuthenticatedError);
    expect(of()).to.include({ user: "some@email.com", credentials: "login" });
    expect(of(true)).to.include({ credentials: "authCode" });
  });

  it("takes secrets out of the literal it shows, and cuts it after that", () => {
    const redactor = new Redactor();
    redactor.add("verySecretWord");
    const { literal } = refusalOf(() => closed({ closeSessionResult: "said verySecretWord" }, redactor));
    expect(literal)
      .to.match(/^said /)
      .and.not.to.contain("Secret");
    const over = refusalOf(() => closed({ closeSessionResult: `${"x".repeat(195)}verySecretWord` }, redactor));
    expect(over.literal)
      .to.match(/^x{195}/)
      .and.not.to.contain("very");
    expect(refusalOf(() => closed({ closeSessionResult: "x".repeat(5000) })).literal.length).to.be.below(300);
  });
});
