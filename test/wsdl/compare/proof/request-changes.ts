import type { Change } from "./change.js";
import { addBehind, all, alter, drop, exchange, swap } from "./edit.js";

const CONTACT = `<s:complexType name="CONTACT"><s:sequence>
<s:element minOccurs="1" maxOccurs="1" name="iPerson" type="s:int" />
<s:element minOccurs="0" maxOccurs="1" name="sPhone" type="s:string" />
<s:element minOccurs="0" maxOccurs="1" name="sMail" type="s:string" />
</s:sequence></s:complexType>
</s:schema>`;

/** Changes to the parameters of getSession. */
export const REQUEST_CHANGES: readonly Change[] = [
  {
    what: "a required parameter more",
    edit: addBehind("iNodeID", { name: "iReason", type: "s:long" }),
    finds: [["request-parameter-added:getSession.iReason", "risky", "breaking"]],
    stops: ["sends", "sends-little"],
    meets: [
      ["full", "same"],
      [{ call: "full", insistsOn: "iReason" }, "SOAP_FAULT"],
    ],
  },
  {
    what: "an optional parameter more",
    edit: addBehind("iNodeID", { name: "dUntil", type: "s:dateTime", minOccurs: "0" }),
    finds: [["request-parameter-added:getSession.dUntil", "cosmetic", "additive"]],
  },
  {
    what: "a repeated parameter more",
    edit: addBehind("iNodeID", { name: "aiPart", type: "s:int", minOccurs: "0", maxOccurs: "unbounded" }),
    finds: [["request-parameter-added:getSession.aiPart", "cosmetic", "additive"]],
  },
  {
    what: "an optional parameter less",
    edit: drop("sText"),
    finds: [["request-parameter-removed:getSession.sText", "risky", "breaking"]],
    stops: ["sends"],
    meets: [
      ["full", "the service reads other"],
      ["little", "same"],
    ],
  },
  {
    what: "a required parameter less",
    edit: drop("iNodeID"),
    finds: [["request-parameter-removed:getSession.iNodeID", "risky", "breaking"]],
    stops: ["sends", "sends-little"],
    meets: [
      ["full", "the service reads other"],
      ["little", "the service reads other"],
      [{ call: "full", noUseFor: "iNodeID" }, "same"],
    ],
  },
  {
    what: "a parameter by another name",
    edit: alter("iNodeID", { name: "iNode" }),
    finds: [["request-parameter-renamed:getSession.iNodeID", "breaking", "breaking"]],
    stops: ["sends", "sends-little"],
    meets: [
      ["full", "the service reads other"],
      ["little", "the service reads other"],
    ],
  },
  {
    what: "another order of parameters",
    edit: exchange("iNodeID", "eWanted"),
    finds: [["request-parameters-moved:getSession", "cosmetic", "cosmetic"]],
  },
  {
    what: "an optional parameter, required now",
    edit: alter("sText", { minOccurs: "1" }),
    finds: [["request-parameter-min-occurs-changed:getSession.sText", "risky", "breaking"]],
    stops: ["sends", "sends-little"],
    meets: [
      ["full", "same"],
      ["little", "same"],
      [{ call: "little", insistsOn: "sText" }, "SOAP_FAULT"],
    ],
  },
  {
    what: "a required parameter, optional now",
    edit: alter("iNodeID", { minOccurs: "0" }),
    finds: [["request-parameter-min-occurs-changed:getSession.iNodeID", "cosmetic", "additive"]],
  },
  {
    what: "a repeated parameter that must be there",
    edit: alter("asTag", { minOccurs: "1" }),
    finds: [["request-parameter-min-occurs-changed:getSession.asTag", "cosmetic", "cosmetic"]],
  },
  {
    what: "a single parameter, repeated now",
    edit: alter("sText", { maxOccurs: "unbounded" }),
    finds: [["request-parameter-max-occurs-changed:getSession.sText", "cosmetic", "breaking"]],
    stops: ["sends"],
  },
  {
    what: "a repeated parameter, single now",
    edit: alter("asTag", { maxOccurs: "1" }),
    finds: [["request-parameter-max-occurs-changed:getSession.asTag", "risky", "breaking"]],
    stops: ["sends"],
    meets: [
      ["full", "the service reads other"],
      [{ call: "full", send: { asTag: ["blue"] } }, "same"],
    ],
  },
  {
    what: "a repeated parameter that may come nine times",
    edit: alter("asTag", { maxOccurs: "9" }),
    finds: [["request-parameter-max-occurs-changed:getSession.asTag", "cosmetic", "cosmetic"]],
  },
  {
    what: "an int that may be null",
    edit: alter("iNodeID", { nillable: "true" }),
    finds: [["request-parameter-nillable-changed:getSession.iNodeID", "cosmetic", "additive"]],
  },
  {
    what: "an int that may no longer be null",
    edit: alter("iLimit", { nillable: "false" }),
    finds: [["request-parameter-nillable-changed:getSession.iLimit", "risky", "breaking"]],
    stops: ["sends"],
    meets: [
      ["full", "same"],
      ["little", "SOAP_FAULT"],
    ],
  },
  {
    what: "a string that may no longer be null",
    edit: alter("sHint", { nillable: "false" }),
    finds: [["request-parameter-nillable-changed:getSession.sHint", "cosmetic", "breaking"]],
    stops: ["sends"],
    meets: [
      ["full", "same"],
      [{ call: "full", send: { sHint: null } }, "same"],
    ],
  },
  {
    what: "a parameter in no namespace",
    edit: alter("sText", { form: "unqualified" }),
    finds: [["request-parameter-namespace-changed:getSession.sText", "breaking", "cosmetic"]],
    meets: [["full", "the service reads other"]],
  },
  {
    what: "an int, long now",
    edit: alter("iNodeID", { type: "s:long" }),
    finds: [["request-parameter-type-changed:getSession.iNodeID", "cosmetic", "breaking"]],
    stops: ["sends", "sends-little"],
  },
  {
    what: "an int, short now",
    edit: alter("iNodeID", { type: "s:short" }),
    finds: [["request-parameter-type-changed:getSession.iNodeID", "risky", "cosmetic"]],
    meets: [
      ["full", "same"],
      [{ call: "full", send: { iNodeID: 70_000 } }, "SOAP_FAULT"],
    ],
  },
  {
    what: "an int, double now",
    edit: alter("iNodeID", { type: "s:double" }),
    finds: [["request-parameter-type-changed:getSession.iNodeID", "cosmetic", "cosmetic"]],
  },
  {
    what: "an int, string now",
    edit: alter("iNodeID", { type: "s:string" }),
    finds: [["request-parameter-type-changed:getSession.iNodeID", "cosmetic", "breaking"]],
    stops: ["sends", "sends-little"],
  },
  {
    what: "an int, date now",
    edit: alter("iNodeID", { type: "s:date" }),
    finds: [["request-parameter-type-changed:getSession.iNodeID", "breaking", "breaking"]],
    stops: ["sends", "sends-little"],
    meets: [
      ["full", "SOAP_FAULT"],
      ["little", "SOAP_FAULT"],
    ],
  },
  {
    what: "a boolean, int now",
    edit: alter("bOpen", { type: "s:int" }),
    finds: [["request-parameter-type-changed:getSession.bOpen", "breaking", "breaking"]],
    stops: ["sends", "sends-little"],
    meets: [
      ["full", "SOAP_FAULT"],
      ["little", "SOAP_FAULT"],
    ],
  },
  {
    what: "a string, int now",
    edit: alter("sText", { type: "s:int" }),
    finds: [["request-parameter-type-changed:getSession.sText", "risky", "breaking"]],
    stops: ["sends"],
    meets: [
      ["full", "SOAP_FAULT"],
      [{ call: "full", send: { sText: "12" } }, "same"],
    ],
  },
  {
    what: "a string, dateTime now",
    edit: alter("sText", { type: "s:dateTime" }),
    finds: [["request-parameter-type-changed:getSession.sText", "risky", "additive"]],
    meets: [
      ["full", "SOAP_FAULT"],
      [{ call: "full", send: { sText: "2026-01-31T08:30:00" } }, "same"],
    ],
  },
  {
    what: "a string, token now",
    edit: alter("sText", { type: "s:token" }),
    finds: [["request-parameter-type-changed:getSession.sText", "cosmetic", "cosmetic"]],
  },
  {
    what: "a string, enumeration now",
    edit: alter("sText", { type: "tns:ORDER" }),
    finds: [["request-parameter-type-changed:getSession.sText", "risky", "breaking"]],
    stops: ["sends"],
    meets: [
      ["full", "SOAP_FAULT"],
      [{ call: "full", send: { sText: "Newest" } }, "same"],
    ],
  },
  {
    what: "a string, complex type now",
    edit: alter("sText", { type: "tns:PERSON" }),
    finds: [["request-parameter-type-changed:getSession.sText", "breaking", "breaking"]],
    stops: ["sends"],
    meets: [["full", "the service reads other"]],
  },
  {
    what: "a dateTime, string now",
    edit: alter("dSince", { type: "s:string" }),
    finds: [["request-parameter-type-changed:getSession.dSince", "cosmetic", "breaking"]],
    stops: ["sends"],
  },
  {
    what: "an enumeration, string now",
    edit: alter("eWanted", { type: "s:string" }),
    finds: [["request-parameter-type-changed:getSession.eWanted", "cosmetic", "additive"]],
  },
  {
    what: "a type that holds more",
    edit: all(alter("oCaller", { type: "tns:CONTACT" }), swap("</s:schema>", CONTACT)),
    finds: [
      ["request-parameter-type-changed:getSession.oCaller", "cosmetic", "additive"],
      ["type-added:CONTACT", "cosmetic", "additive"],
    ],
  },
];
