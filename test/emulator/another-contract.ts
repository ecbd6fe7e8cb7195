import type { Contract } from "../../src/soap/contract/contract.js";

/** A smaller, differently spelt service, such as an operator's own WSDL may be: two operations, irregular literals. */
export const anotherContract: Contract = {
  namespace: "urn:another",
  service: "Another",
  port: "AnotherSoap",
  address: "http://localhost/API/API.asmx",
  operations: {
    login: {
      soapAction: "urn:another/login",
      request: {
        element: "login",
        fields: [
          { name: "sEmail", type: "xs:string", min: 0 },
          { name: "sPassword", type: "xs:string", min: 0 },
        ],
      },
      response: { element: "loginResponse", fields: [{ name: "loginResult", type: "loginRet" }] },
    },
    closeSession: {
      soapAction: "urn:another/closeSession",
      request: {
        element: "closeSession",
        fields: [
          { name: "iSession", type: "xs:int" },
          { name: "sAuthCode", type: "xs:string", min: 0 },
        ],
      },
      response: {
        element: "closeSessionResponse",
        fields: [
          { name: "closeSessionResult", type: "closeSessionRet" },
          { name: "iNew", type: "xs:int" },
          { name: "sNew", type: "xs:string", min: 0 },
        ],
      },
    },
    newOperation: {
      soapAction: "urn:another/newOperation",
      request: { element: "newOperation", fields: [] },
      response: { element: "newOperationResponse", fields: [] },
      documentation: "Does <something> new",
    },
  },
  types: {},
  enums: {
    loginRet: ["OK", "Invalid"],
    closeSessionRet: ["closeSession_Error", "closeSession_OK", "closeSession_ActionFailed"],
  },
};
