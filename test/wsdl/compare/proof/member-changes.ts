import type { Change } from "./change.js";
import { addBehind, alter, drop, exchange } from "./edit.js";

/** Changes inside complex types: of what is sent, received or both. */
export const MEMBER_CHANGES: readonly Change[] = [
  {
    what: "a required member more, of what is sent",
    edit: addBehind("iAge", { name: "iMin", type: "s:int" }),
    finds: [["member-added:FILTER.iMin", "risky", "breaking"]],
    stops: ["sends"],
    meets: [
      ["full", "same"],
      [{ call: "full", insistsOn: "oFilter.iMin" }, "SOAP_FAULT"],
    ],
  },
  {
    what: "an optional member more, of what is sent",
    edit: addBehind("iAge", { name: "sMore", type: "s:string", minOccurs: "0" }),
    finds: [["member-added:FILTER.sMore", "cosmetic", "additive"]],
  },
  {
    what: "a repeated member more, of what is sent",
    edit: addBehind("iAge", { name: "asMore", type: "s:string", minOccurs: "0", maxOccurs: "unbounded" }),
    finds: [["member-added:FILTER.asMore", "cosmetic", "breaking"]],
    stops: ["sends"],
  },
  {
    what: "a required member more, of what is received",
    edit: addBehind("iID", { name: "iMin", type: "s:int" }),
    finds: [["member-added:SESSION.iMin", "cosmetic", "additive"]],
  },
  {
    what: "a required member more, of what goes both ways",
    edit: addBehind("iPerson", { name: "iMin", type: "s:int" }),
    finds: [["member-added:PERSON.iMin", "risky", "breaking"]],
    stops: ["sends"],
    meets: [
      ["full", "same"],
      [{ call: "full", insistsOn: "oCaller.iMin" }, "SOAP_FAULT"],
    ],
  },
  {
    what: "an optional member more, of what goes both ways",
    edit: addBehind("iPerson", { name: "sMore", type: "s:string", minOccurs: "0" }),
    finds: [["member-added:PERSON.sMore", "cosmetic", "additive"]],
    now: { oOwner: { iPerson: 8, sPhone: "456", sMore: "more" } },
    before: { oOwner: { iPerson: 8, sPhone: "456" } },
  },
  {
    what: "a member less, of what goes both ways",
    edit: drop("sPhone"),
    finds: [["member-removed:PERSON.sPhone", "risky", "breaking"]],
    stops: ["reads", "sends"],
    meets: [
      ["full", "the client reads other"],
      [{ call: "full", send: { oCaller: { iPerson: 7 } } }, "the client reads other"],
      ["little", "same"],
    ],
  },
  {
    what: "an optional member less, of what is received",
    edit: drop("sName"),
    finds: [["member-removed:SESSION.sName", "risky", "breaking"]],
    stops: ["reads"],
    meets: [
      ["full", "the client reads other"],
      ["little", "same"],
    ],
  },
  {
    what: "a required member less, of what is received",
    edit: drop("iID"),
    finds: [["member-removed:SESSION.iID", "breaking", "breaking"]],
    stops: ["reads"],
    meets: [["full", "PROTOCOL"]],
  },
  {
    what: "a member of a complex type less, which nothing else has",
    edit: drop("oPlace"),
    finds: [
      ["member-removed:SESSION.oPlace", "risky", "breaking"],
      ["type-removed:PLACE", "cosmetic", "breaking"],
    ],
    stops: ["names", "reads"],
    meets: [
      ["full", "the client reads other"],
      ["little", "same"],
    ],
  },
  {
    what: "a member by another name, of what is sent",
    edit: alter("sWord", { name: "sWords" }),
    finds: [["member-renamed:FILTER.sWord", "breaking", "breaking"]],
    stops: ["sends"],
    meets: [["full", "the service reads other"]],
  },
  {
    what: "an optional member by another name, of what is received",
    edit: alter("sName", { name: "sNames" }),
    finds: [["member-renamed:SESSION.sName", "risky", "breaking"]],
    stops: ["reads"],
    meets: [
      ["full", "the client reads other"],
      ["little", "same"],
    ],
  },
  {
    what: "another order of members",
    edit: exchange("iID", "eKind"),
    finds: [["members-moved:SESSION", "cosmetic", "cosmetic"]],
  },
  {
    what: "an optional member, required now, of what is sent",
    edit: alter("sWord", { minOccurs: "1" }),
    finds: [["member-min-occurs-changed:FILTER.sWord", "risky", "breaking"]],
    stops: ["sends"],
    meets: [
      ["full", "same"],
      [{ call: "full", send: { oFilter: { iAge: 3, eUnit: "Day" } }, insistsOn: "oFilter.sWord" }, "SOAP_FAULT"],
    ],
  },
  {
    what: "an optional member, required now, of what is received",
    edit: alter("sTown", { minOccurs: "1" }),
    finds: [["member-min-occurs-changed:PLACE.sTown", "cosmetic", "additive"]],
  },
  {
    what: "a single member, repeated now, of what is sent",
    edit: alter("iAge", { maxOccurs: "unbounded" }),
    finds: [["member-max-occurs-changed:FILTER.iAge", "cosmetic", "breaking"]],
    stops: ["sends"],
  },
  {
    what: "an array without null in it",
    edit: alter("SESSION", { nillable: "false" }),
    finds: [["member-nillable-changed:ArrayOfSESSION.SESSION", "cosmetic", "additive"]],
  },
  {
    what: "a member in no namespace",
    edit: alter("iZip", { form: "unqualified" }),
    finds: [["member-namespace-changed:PLACE.iZip", "breaking", "cosmetic"]],
    meets: [["full", "PROTOCOL"]],
  },
  {
    what: "an int, long now, of what is sent",
    edit: alter("iAge", { type: "s:long" }),
    finds: [["member-type-changed:FILTER.iAge", "cosmetic", "breaking"]],
    stops: ["sends"],
  },
  {
    what: "an int, long now, of what goes both ways",
    edit: alter("iPerson", { type: "s:long" }),
    finds: [["member-type-changed:PERSON.iPerson", "risky", "breaking"]],
    stops: ["reads", "sends"],
    meets: [
      ["full", "same"],
      [{ call: "full", answer: { oOwner: { iPerson: 5_000_000_000n } } }, "PROTOCOL"],
    ],
  },
];
