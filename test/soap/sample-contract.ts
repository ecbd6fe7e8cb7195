import type { Contract, ContractField } from "../../src/soap/contract/contract.js";

/** One field for each simple type, by a name that says the type. */
const everyScalar = [
  { name: "aString", type: "xs:string" },
  { name: "anAnyURI", type: "xs:anyURI" },
  { name: "aNormalizedString", type: "xs:normalizedString" },
  { name: "aToken", type: "xs:token" },
  { name: "aBoolean", type: "xs:boolean" },
  { name: "aByte", type: "xs:byte" },
  { name: "anUnsignedByte", type: "xs:unsignedByte" },
  { name: "aShort", type: "xs:short" },
  { name: "anUnsignedShort", type: "xs:unsignedShort" },
  { name: "anInt", type: "xs:int" },
  { name: "anUnsignedInt", type: "xs:unsignedInt" },
  { name: "aLong", type: "xs:long" },
  { name: "anUnsignedLong", type: "xs:unsignedLong" },
  { name: "anInteger", type: "xs:integer" },
  { name: "aNonNegativeInteger", type: "xs:nonNegativeInteger" },
  { name: "aPositiveInteger", type: "xs:positiveInteger" },
  { name: "aDecimal", type: "xs:decimal" },
  { name: "aFloat", type: "xs:float" },
  { name: "aDouble", type: "xs:double" },
  { name: "aDateTime", type: "xs:dateTime" },
  { name: "aDate", type: "xs:date" },
  { name: "aTime", type: "xs:time" },
  { name: "aBase64Binary", type: "xs:base64Binary" },
] as const satisfies readonly ContractField[];

const everyField = [
  ...everyScalar,
  { name: "eColour", type: "COLOUR" },
  { name: "oOwner", type: "PERSON" },
  { name: "aoFriend", type: "PERSON", min: 0, max: "unbounded", nillable: true },
  { name: "asWord", type: "xs:string", min: 0, max: "unbounded" },
  { name: "aiPair", type: "xs:int", min: 0, max: 2, nillable: true },
  { name: "iNillable", type: "xs:int", nillable: true },
  { name: "oNillable", type: "PERSON", nillable: true },
  { name: "sOptional", type: "xs:string", min: 0 },
] as const satisfies readonly ContractField[];

/**
 * A small service: `login`, `logout` and `closeSession` as the vendor's WSDL has them, `getUsers` that answers with a
 * list the way ASMX does, and `everyType`, which sends and answers everything that a contract can say.
 */
export const sample = {
  namespace: "https://secure.logmeinrescue.com/API/API.asmx",
  service: "API",
  port: "APISoap",
  address: "https://secure.logmeinrescue.com/API/API.asmx",
  operations: {
    login: {
      soapAction: "https://secure.logmeinrescue.com/API/API.asmx/login",
      request: {
        element: "login",
        fields: [
          { name: "sEmail", type: "xs:string", min: 0 },
          { name: "sPassword", type: "xs:string", min: 0 },
        ],
      },
      response: { element: "loginResponse", fields: [{ name: "loginResult", type: "loginRet" }] },
    },
    logout: {
      soapAction: "https://secure.logmeinrescue.com/API/API.asmx/logout",
      request: { element: "logout", fields: [] },
      response: { element: "logoutResponse", fields: [{ name: "logoutResult", type: "logoutRet" }] },
    },
    closeSession: {
      soapAction: "https://secure.logmeinrescue.com/API/API.asmx/closeSession",
      request: {
        element: "closeSession",
        fields: [
          { name: "iSession", type: "xs:int" },
          { name: "sAuthCode", type: "xs:string", min: 0 },
        ],
      },
      response: { element: "closeSessionResponse", fields: [{ name: "closeSessionResult", type: "closeSessionRet" }] },
    },
    getUsers: {
      soapAction: "https://secure.logmeinrescue.com/API/API.asmx/getUsers",
      request: { element: "getUsers", fields: [{ name: "iNode", type: "xs:int" }] },
      response: {
        element: "getUsersResponse",
        fields: [
          { name: "getUsersResult", type: "getUsersRet" },
          { name: "aUsers", type: "ArrayOfUSER", min: 0 },
        ],
      },
      documentation: "The users below a node",
    },
    everyType: {
      soapAction: "https://secure.logmeinrescue.com/API/API.asmx/everyType",
      request: { element: "everyType", fields: everyField },
      response: { element: "everyTypeResponse", fields: everyField },
    },
  },
  types: {
    ArrayOfUSER: [{ name: "USER", type: "USER", min: 0, max: "unbounded", nillable: true }],
    USER: [
      { name: "iNodeID", type: "xs:int" },
      { name: "sName", type: "xs:string", min: 0 },
      { name: "sNote", type: "xs:string", min: 0 },
    ],
    PERSON: [
      { name: "sName", type: "xs:string" },
      { name: "iAge", type: "xs:unsignedByte", min: 0 },
      { name: "aoChild", type: "PERSON", min: 0, max: "unbounded" },
    ],
  },
  enums: {
    loginRet: ["login_OK", "login_Invalid", "login_Error"],
    logoutRet: ["logout_OK", "logout_Error"],
    closeSessionRet: [
      "closeSessionRet_Error",
      "closeSessionRet_OK",
      "closeSessionRet_NotLoggedInAsAdmin",
      "closeSessionRet_ActionFailed",
      "closeSessionRet_InvalidParam_Session",
    ],
    getUsersRet: ["getUsers_OK", "getUsers_Error"],
    COLOUR: ["red", "green & blue", ""],
  },
} satisfies Contract;

/** The simple types that `everyType` holds a field of. */
export const sampleScalars: readonly string[] = everyScalar.map((field) => field.type);
