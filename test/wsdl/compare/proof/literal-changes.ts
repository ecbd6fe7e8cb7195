import type { Change } from "./change.js";
import { addLiteral, all, alter, dropLiteral, swap, swapAll } from "./edit.js";

const UNIT =
  '<s:simpleType name="UNIT"><s:restriction base="s:string"><s:enumeration value="Day"/><s:enumeration value="Week"/></s:restriction></s:simpleType>';

/** Changes of enumerations, sent, received or both, and of types as such. */
export const LITERAL_CHANGES: readonly Change[] = [
  {
    what: "a literal more, of what is sent",
    edit: addLiteral("Oldest", "Nearest"),
    finds: [["enum-member-added:ORDER.Nearest", "cosmetic", "additive"]],
  },
  {
    what: "a literal more, of a result",
    edit: addLiteral("getSession_Error", "getSession_Busy"),
    finds: [["enum-member-added:getSessionRet.getSession_Busy", "risky", "risky"]],
    stops: ["switches"],
    meets: [
      ["full", "same"],
      [{ call: "full", answer: { getSessionResult: "getSession_Busy" } }, "UNKNOWN_RESULT"],
    ],
  },
  {
    what: "a literal more, of what is received",
    edit: addLiteral("Remote", "Phone"),
    finds: [["enum-member-added:KIND.Phone", "risky", "risky"]],
    stops: ["switches"],
    meets: [
      ["full", "same"],
      [{ call: "full", answer: { aSessions: { SESSION: [{ iID: 1, eKind: "Phone" }] } } }, "PROTOCOL"],
    ],
  },
  {
    what: "a literal more, of what goes both ways",
    edit: addLiteral("Closed", "Lost"),
    finds: [["enum-member-added:STATUS.Lost", "risky", "risky"]],
    stops: ["switches"],
    meets: [
      ["full", "same"],
      [{ call: "full", answer: { eFound: "Lost" } }, "PROTOCOL"],
    ],
  },
  {
    what: "a literal less, of what is sent",
    edit: dropLiteral("Oldest"),
    finds: [["enum-member-removed:ORDER.Oldest", "breaking", "breaking"]],
    stops: ["sends"],
    meets: [["little", "SOAP_FAULT"]],
  },
  {
    what: "a literal less, of a result",
    edit: dropLiteral("getSession_Error"),
    finds: [["enum-member-removed:getSessionRet.getSession_Error", "cosmetic", "breaking"]],
    stops: ["reads", "switches"],
  },
  {
    what: "a literal less, of what is received",
    edit: dropLiteral("Chat"),
    finds: [["enum-member-removed:KIND.Chat", "cosmetic", "breaking"]],
    stops: ["reads", "switches"],
  },
  {
    what: "a literal less, of what goes both ways",
    edit: dropLiteral("Waiting"),
    finds: [["enum-member-removed:STATUS.Waiting", "breaking", "breaking"]],
    stops: ["reads", "sends", "sends-little", "switches"],
    meets: [[{ call: "full", send: { eWanted: "Waiting" } }, "SOAP_FAULT"]],
  },
  {
    what: "another order of literals",
    edit: all(
      swap('<s:enumeration value="Active"/>', "<!-- here -->"),
      swap('<s:enumeration value="Closed"/>', '<s:enumeration value="Active"/>'),
      swap("<!-- here -->", '<s:enumeration value="Closed"/>'),
    ),
    finds: [["enum-members-reordered:STATUS", "cosmetic", "cosmetic"]],
  },
  {
    what: "a complex type by another name",
    edit: swapAll("PERSON", "CONTACT"),
    finds: [["type-renamed:PERSON", "cosmetic", "breaking"]],
    stops: ["names"],
  },
  {
    what: "an enumeration by another name",
    edit: all(
      swap('<s:simpleType name="ORDER">', '<s:simpleType name="SORTING">'),
      alter("eOrder", { type: "tns:SORTING" }),
    ),
    finds: [["type-renamed:ORDER", "cosmetic", "breaking"]],
    stops: ["names"],
  },
  {
    what: "an enumeration, complex type now",
    edit: swap(
      UNIT,
      '<s:complexType name="UNIT"><s:sequence><s:element name="iDays" type="s:int"/></s:sequence></s:complexType>',
    ),
    finds: [["type-kind-changed:UNIT", "breaking", "breaking"]],
    stops: ["sends"],
    meets: [["full", "the service reads other"]],
  },
];
