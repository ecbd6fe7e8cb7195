import { expect } from "chai";
import { nameTypes } from "../../src/codegen/typescript-names.js";
import type { Contract } from "../../src/soap/contract/contract.js";
import { WsdlError } from "../../src/wsdl/load/wsdl-error.js";

function contractOf(
  elements: readonly string[],
  types: readonly string[] = [],
  enums: readonly string[] = [],
): Contract {
  const message = (element: string) => ({ element, fields: [] });
  return {
    namespace: "urn:a",
    service: "API",
    port: "APISoap",
    address: "",
    operations: Object.fromEntries(
      elements.map((name) => [name, { soapAction: "", request: message(name), response: message(`${name}Response`) }]),
    ),
    types: Object.fromEntries(types.map((name) => [name, []])),
    enums: Object.fromEntries(enums.map((name) => [name, ["a"]])),
  };
}

describe("nameTypes", () => {
  it("upper-cases the first letter of the schema's name and nothing else", () => {
    const { messages, types } = nameTypes(contractOf(["getUser_v3"], ["HIERARCHY", "SESSION_V3"], ["closeSessionRet"]));
    expect([...messages]).to.deep.equal([
      ["getUser_v3", "GetUser_v3"],
      ["getUser_v3Response", "GetUser_v3Response"],
    ]);
    expect([...types.values()]).to.deep.equal(["HIERARCHY", "SESSION_V3", "CloseSessionRet"]);
  });

  it("turns invalid names into identifiers", () => {
    expect(nameTypes(contractOf([], ["a-b.c", "ßa"])).types.get("a-b.c")).to.equal("A_b_c");
    expect(nameTypes(contractOf([], ["a-b.c", "ßa"])).types.get("ßa")).to.equal("ßa");
  });

  it("lets no type shadow a global, a device or a name of the generated files", () => {
    const { types } = nameTypes(contractOf([], ["date", "Promise", "apiClient", "con", "string", "operationTypes"]));
    expect(types.get("date")).to.equal("DateType");
    expect(types.get("Promise")).to.equal("PromiseType");
    expect(types.get("apiClient")).to.equal("ApiClientType");
    expect(types.get("con")).to.equal("ConType");
    expect(types.get("string")).to.equal("StringType");
    expect(types.get("operationTypes")).to.equal("OperationTypesType");
  });

  it("gives types precedence over messages, and both over service and port", () => {
    const names = nameTypes(contractOf(["login"], ["LOGIN", "api", "apisoap"]));
    expect(names.types.get("LOGIN")).to.equal("LOGIN");
    expect(names.messages.get("login")).to.equal("LoginMessage");
    expect(names).to.include({ service: "APIService", port: "APISoapPort" });
  });

  it("refuses two of one kind that differ only in case, naming both", () => {
    expect(() => nameTypes(contractOf(["login", "Login"]))).to.throw(
      WsdlError,
      'message "Login" and message "login" would both be called Login',
    );
    expect(() => nameTypes(contractOf([], ["User"], ["USER"]))).to.throw(WsdlError, /type "USER" and type "User"/);
    expect(() => nameTypes(contractOf([], ["a-b", "a.b"]))).to.throw(WsdlError, /type "a-b" and type "a.b"/);
    expect(() => nameTypes(contractOf(["login", "loginMessage"], ["Login"]))).to.throw(WsdlError, /LoginMessage/);
  });
});
