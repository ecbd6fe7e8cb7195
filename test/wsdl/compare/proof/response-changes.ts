import type { Change } from "./change.js";
import { addBehind, alter, drop, exchange } from "./edit.js";

/** Changes to the response of getSession. */
export const RESPONSE_CHANGES: readonly Change[] = [
  {
    what: "an optional element more",
    edit: addBehind("iCount", { name: "sMore", type: "s:string", minOccurs: "0" }),
    finds: [["response-parameter-added:getSession.sMore", "cosmetic", "additive"]],
    now: { sMore: "more" },
  },
  {
    what: "a required element more",
    edit: addBehind("iCount", { name: "iMore", type: "s:long" }),
    finds: [["response-parameter-added:getSession.iMore", "cosmetic", "additive"]],
    now: { iMore: 5n },
  },
  {
    what: "an element of a complex type more",
    edit: addBehind("iCount", { name: "oFirst", type: "tns:SESSION", minOccurs: "0" }),
    finds: [["response-parameter-added:getSession.oFirst", "cosmetic", "additive"]],
    now: { oFirst: { iID: 1, eKind: "Chat" } },
  },
  {
    what: "a required element less",
    edit: drop("iCount"),
    finds: [["response-parameter-removed:getSession.iCount", "breaking", "breaking"]],
    stops: ["reads"],
    meets: [
      ["full", "PROTOCOL"],
      ["little", "PROTOCOL"],
    ],
  },
  {
    what: "an optional element less",
    edit: drop("sMark"),
    finds: [["response-parameter-removed:getSession.sMark", "risky", "breaking"]],
    stops: ["compares", "reads"],
    meets: [
      ["full", "the client reads other"],
      ["little", "same"],
    ],
  },
  {
    what: "a required element by another name",
    edit: alter("iCount", { name: "iCounted" }),
    finds: [["response-parameter-renamed:getSession.iCount", "breaking", "breaking"]],
    stops: ["reads"],
    now: { iCounted: 5 },
    meets: [
      ["full", "PROTOCOL"],
      ["little", "PROTOCOL"],
    ],
  },
  {
    what: "an optional element by another name",
    edit: alter("sMark", { name: "sMarks" }),
    finds: [["response-parameter-renamed:getSession.sMark", "risky", "breaking"]],
    stops: ["compares", "reads"],
    meets: [
      [{ call: "full", answer: { sMarks: "urgent" } }, "the client reads other"],
      ["full", "the client reads other"],
      ["little", "same"],
    ],
  },
  {
    what: "another order of elements",
    edit: exchange("iCount", "bMore"),
    finds: [["response-parameters-moved:getSession", "cosmetic", "cosmetic"]],
  },
  {
    what: "a required element, optional now",
    edit: alter("iCount", { minOccurs: "0" }),
    finds: [["response-parameter-min-occurs-changed:getSession.iCount", "risky", "breaking"]],
    stops: ["reads"],
    meets: [
      ["full", "same"],
      [{ call: "full", answer: { iCount: undefined } }, "PROTOCOL"],
    ],
  },
  {
    what: "an optional element, required now",
    edit: alter("sMark", { minOccurs: "1" }),
    finds: [["response-parameter-min-occurs-changed:getSession.sMark", "cosmetic", "additive"]],
    before: { sMark: "urgent" },
    now: { sMark: "urgent" },
  },
  {
    what: "a repeated element that must be there",
    edit: alter("asLine", { minOccurs: "1" }),
    finds: [["response-parameter-min-occurs-changed:getSession.asLine", "cosmetic", "cosmetic"]],
  },
  {
    what: "a single element, repeated now",
    edit: alter("sMark", { maxOccurs: "unbounded" }),
    finds: [["response-parameter-max-occurs-changed:getSession.sMark", "risky", "breaking"]],
    stops: ["compares", "reads"],
    before: { sMark: "urgent" },
    now: { sMark: ["urgent"] },
    meets: [
      ["full", "same"],
      [{ call: "full", answer: { sMark: ["urgent", "late"] } }, "PROTOCOL"],
    ],
  },
  {
    what: "a repeated element, single now",
    edit: alter("asLine", { maxOccurs: "1" }),
    finds: [["response-parameter-max-occurs-changed:getSession.asLine", "cosmetic", "breaking"]],
    stops: ["reads"],
    before: { asLine: ["first"] },
    now: { asLine: "first" },
  },
  {
    what: "an int that may be null",
    edit: alter("iCount", { nillable: "true" }),
    finds: [["response-parameter-nillable-changed:getSession.iCount", "risky", "breaking"]],
    stops: ["reads"],
    meets: [
      ["full", "same"],
      [{ call: "full", answer: { iCount: null } }, "PROTOCOL"],
    ],
  },
  {
    what: "an int that is never null",
    edit: alter("iNext", { nillable: "false" }),
    finds: [["response-parameter-nillable-changed:getSession.iNext", "cosmetic", "additive"]],
    before: { iNext: 6 },
    now: { iNext: 6 },
  },
  {
    what: "a required element in no namespace",
    edit: alter("iCount", { form: "unqualified" }),
    finds: [["response-parameter-namespace-changed:getSession.iCount", "breaking", "cosmetic"]],
    meets: [
      ["full", "PROTOCOL"],
      ["little", "PROTOCOL"],
    ],
  },
  {
    what: "an optional element in no namespace",
    edit: alter("sMark", { form: "unqualified" }),
    finds: [["response-parameter-namespace-changed:getSession.sMark", "risky", "cosmetic"]],
    meets: [
      ["full", "the client reads other"],
      ["little", "same"],
    ],
  },
  {
    what: "an int, long now",
    edit: alter("iCount", { type: "s:long" }),
    finds: [["response-parameter-type-changed:getSession.iCount", "risky", "breaking"]],
    stops: ["reads"],
    meets: [
      ["full", "same"],
      [{ call: "full", answer: { iCount: 5_000_000_000n } }, "PROTOCOL"],
    ],
  },
  {
    what: "an int, short now",
    edit: alter("iCount", { type: "s:short" }),
    finds: [["response-parameter-type-changed:getSession.iCount", "cosmetic", "cosmetic"]],
  },
  {
    what: "an int, string now",
    edit: alter("iCount", { type: "s:string" }),
    finds: [["response-parameter-type-changed:getSession.iCount", "risky", "breaking"]],
    stops: ["reads"],
    before: { iCount: 5 },
    now: { iCount: "5" },
    meets: [
      ["full", "same"],
      [{ call: "full", answer: { iCount: "five" } }, "PROTOCOL"],
    ],
  },
  {
    what: "a string, int now",
    edit: alter("sMark", { type: "s:int" }),
    finds: [["response-parameter-type-changed:getSession.sMark", "cosmetic", "breaking"]],
    stops: ["compares", "reads"],
    before: { sMark: "12" },
    now: { sMark: 12 },
  },
  {
    what: "a string, enumeration now",
    edit: alter("sMark", { type: "tns:STATUS" }),
    finds: [["response-parameter-type-changed:getSession.sMark", "cosmetic", "risky"]],
    stops: ["compares"],
    before: { sMark: "Closed" },
    now: { sMark: "Closed" },
  },
  {
    what: "an enumeration, string now",
    edit: alter("eFound", { type: "s:string" }),
    finds: [["response-parameter-type-changed:getSession.eFound", "risky", "breaking"]],
    stops: ["reads", "switches"],
    meets: [
      ["full", "same"],
      [{ call: "full", answer: { eFound: "Lost" } }, "PROTOCOL"],
    ],
  },
  {
    what: "a dateTime, string now",
    edit: alter("dAt", { type: "s:string" }),
    finds: [["response-parameter-type-changed:getSession.dAt", "risky", "cosmetic"]],
    meets: [
      ["full", "same"],
      [{ call: "full", answer: { dAt: "yesterday" } }, "PROTOCOL"],
    ],
  },
  {
    what: "a boolean, int now",
    edit: alter("bMore", { type: "s:int" }),
    finds: [["response-parameter-type-changed:getSession.bMore", "risky", "breaking"]],
    stops: ["reads"],
    before: { bMore: true },
    now: { bMore: 1 },
    meets: [
      ["full", "same"],
      [{ call: "full", answer: { bMore: 2 } }, "PROTOCOL"],
    ],
  },
  {
    what: "a complex type, another one now",
    edit: alter("oOwner", { type: "tns:PLACE" }),
    finds: [["response-parameter-type-changed:getSession.oOwner", "breaking", "breaking"]],
    stops: ["reads"],
    now: { oOwner: { iZip: 12345 } },
    meets: [
      ["full", "PROTOCOL"],
      ["little", "PROTOCOL"],
    ],
  },
  {
    what: "a complex type, string now",
    edit: alter("oOwner", { type: "s:string" }),
    finds: [["response-parameter-type-changed:getSession.oOwner", "breaking", "breaking"]],
    stops: ["reads"],
    now: { oOwner: "some@email.com" },
    meets: [
      ["full", "PROTOCOL"],
      ["little", "PROTOCOL"],
    ],
  },
];
