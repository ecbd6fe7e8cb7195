import { FAULT, HEADER, STAFF } from "./base-wsdl.js";
import type { Change } from "./change.js";
import { addBehind, all, alter, exchange, swap } from "./edit.js";
import { addOperation, dropOperation } from "./edit-operations.js";

const boundInput = (name: string) => `soapAction="urn:desk/${name}"/><wsdl:input>`;
const addHeader = (name: string) => swap(boundInput(name), boundInput(name) + HEADER);

/** Changes that generated types do not show: operations left out, faults, types that replace others, facets. */
export const UNSHOWN_CHANGES: readonly Change[] = [
  {
    what: "an operation with a header, which is left out now",
    edit: addHeader("getAccount"),
    finds: [["operation-became-unreadable:getAccount", "breaking", "breaking"]],
    stops: ["names", "reads", "sends", "sends-little"],
    meets: [["account", "SOAP_FAULT"]],
  },
  {
    what: "an operation without its header, which was left out",
    edit: swap(`${boundInput("watchSession")}${HEADER}`, boundInput("watchSession")),
    finds: [["operation-became-readable:watchSession", "cosmetic", "additive"]],
  },
  {
    what: "an operation more, which is left out",
    edit: all(addOperation("holdSession"), addHeader("holdSession")),
    finds: [["unreadable-operation-added:holdSession", "additive", "cosmetic"]],
  },
  {
    what: "an operation less, which was left out",
    edit: dropOperation("watchSession"),
    finds: [["unreadable-operation-removed:watchSession", "cosmetic", "cosmetic"]],
  },
  {
    what: "another reason to leave an operation out",
    edit: swap(
      `${boundInput("watchSession")}${HEADER}<soap:body use="literal"/>`,
      `${boundInput("watchSession")}<soap:body use="encoded"/>`,
    ),
    finds: [["unreadable-operation-changed:watchSession", "cosmetic", "cosmetic"]],
  },
  {
    what: "a fault that an operation declares",
    edit: swap('<wsdl:output message="tns:getAccountOut"/>', `<wsdl:output message="tns:getAccountOut"/>${FAULT}`),
    finds: [["fault-added:getAccount.Busy", "risky", "cosmetic"]],
    meets: [
      ["account", "same"],
      [{ call: "account", insistsOn: "sAuthCode" }, "SOAP_FAULT"],
    ],
  },
  {
    what: "a fault that an operation no longer declares",
    edit: swap(FAULT, ""),
    finds: [
      ["fault-removed:getSession.Busy", "cosmetic", "cosmetic"],
      ["unshown-type-removed:busy", "cosmetic", "cosmetic"],
    ],
  },
  {
    what: "a type that may come in place of another",
    edit: swap(STAFF, `${STAFF}${STAFF.replaceAll("STAFF", "GUEST")}`),
    finds: [["unshown-type-added:GUEST", "additive", "cosmetic"]],
  },
  {
    what: "a type less that might have come in place of another",
    edit: swap(STAFF, ""),
    finds: [["unshown-type-removed:STAFF", "cosmetic", "cosmetic"]],
  },
  {
    what: "a member more of a type that may come in place of another",
    edit: addBehind("nSalary", { name: "sUnion", type: "s:string", minOccurs: "0" }),
    finds: [["unshown-type-changed:STAFF.sUnion", "additive", "cosmetic"]],
  },
  {
    what: "another order in a type that may come in place of another",
    edit: exchange("nSalary", "sRank"),
    finds: [["unshown-members-moved:STAFF", "cosmetic", "cosmetic"]],
  },
  {
    what: "a text that must not be empty now",
    edit: all(
      alter("sText", { type: "tns:WORD" }),
      swap(
        "</s:schema>",
        '<s:simpleType name="WORD"><s:restriction base="s:string"><s:minLength value="1"/></s:restriction></s:simpleType>\n</s:schema>',
      ),
    ),
    finds: [["constraint-changed:getSession.sText.minLength", "risky", "cosmetic"]],
    meets: [
      ["full", "same"],
      [{ call: "full", send: { sText: "" }, insistsOn: "sText" }, "SOAP_FAULT"],
    ],
  },
];
