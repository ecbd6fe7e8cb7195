import type { Contract, ContractField } from "../../../src/soap/contract/contract.js";
import type { Verdict } from "../../../src/wsdl/index.js";
import { type Draft, fieldOf, literalsOf, membersOf, parametersOf } from "./sample.js";

/** One change of the sample contract and the expected finding: its id, and its verdicts for wire and types. */
export type SingleChange = readonly [id: string, wire: Verdict, types: Verdict, edit: (draft: Draft<Contract>) => void];

const sent = (draft: Draft<Contract>) => parametersOf(draft, "find", "request");
const received = (draft: Draft<Contract>) => parametersOf(draft, "find", "response");

function without(fields: { name: string }[], name: string): void {
  const index = fields.findIndex((field) => field.name === name);
  if (index < 0) throw new Error(`no field ${name}`);
  fields.splice(index, 1);
}

function assign(target: object | undefined, change: object): void {
  if (!target) throw new Error("nothing to change");
  Object.assign(target, change);
}

function set(fields: ReturnType<typeof sent>, name: string, change: Partial<ContractField>): void {
  assign(fieldOf(fields, name), change);
}

export const SINGLE_CHANGES: readonly SingleChange[] = [
  ["operation-removed:stop", "breaking", "breaking", (d) => void delete d.operations.stop],
  [
    "operation-added:start",
    "cosmetic",
    "additive",
    (d) => assign(d.operations, { start: { ...d.operations.stop, soapAction: "urn:x" } }),
  ],
  ["soap-action-changed:stop", "breaking", "cosmetic", (d) => assign(d.operations.stop, { soapAction: "urn:other" })],
  [
    "operation-documentation-changed:find",
    "cosmetic",
    "cosmetic",
    (d) => assign(d.operations.find, { documentation: "Other." }),
  ],
  ["namespace-changed", "breaking", "cosmetic", (d) => void Object.assign(d, { namespace: "urn:other" })],
  [
    "address-changed:SampleSoap",
    "risky",
    "cosmetic",
    (d) => void Object.assign(d, { address: "https://other.test/Sample.asmx" }),
  ],
  [
    "address-changed:SampleSoap",
    "cosmetic",
    "cosmetic",
    (d) => void Object.assign(d, { address: "https://EXAMPLE.test:443/Sample.asmx" }),
  ],
  ["service-renamed:Sample", "cosmetic", "risky", (d) => void Object.assign(d, { service: "Other" })],
  ["port-renamed:SampleSoap", "cosmetic", "risky", (d) => void Object.assign(d, { port: "OtherSoap" })],
  [
    "request-element-changed:find",
    "breaking",
    "breaking",
    (d) => assign(d.operations.find?.request, { element: "findAll" }),
  ],
  [
    "request-element-changed:stop",
    "cosmetic",
    "breaking",
    (d) => assign(d.operations.stop?.request, { element: "halt" }),
  ],
  [
    "response-element-changed:find",
    "breaking",
    "breaking",
    (d) => assign(d.operations.find?.response, { element: "found" }),
  ],
  [
    "response-element-changed:find",
    "breaking",
    "cosmetic",
    (d) => assign(d.operations.find?.response, { namespace: "urn:b" }),
  ],

  [
    "request-parameter-added:find.sReason",
    "cosmetic",
    "additive",
    (d) => void sent(d).push({ name: "sReason", type: "xs:string", min: 0 }),
  ],
  [
    "request-parameter-added:find.iReason",
    "risky",
    "breaking",
    (d) => void sent(d).push({ name: "iReason", type: "xs:long" }),
  ],
  [
    "request-parameter-added:find.aiReason",
    "cosmetic",
    "additive",
    (d) => void sent(d).push({ name: "aiReason", type: "xs:long", min: 0, max: 3 }),
  ],
  ["request-parameter-removed:find.sText", "risky", "breaking", (d) => without(sent(d), "sText")],
  ["request-parameter-renamed:find.iNode", "breaking", "breaking", (d) => set(sent(d), "iNode", { name: "iNodeID" })],
  ["request-parameters-moved:find", "cosmetic", "cosmetic", (d) => void sent(d).reverse()],
  ["request-parameter-min-occurs-changed:find.sText", "risky", "breaking", (d) => set(sent(d), "sText", { min: 1 })],
  ["request-parameter-min-occurs-changed:find.iNode", "cosmetic", "additive", (d) => set(sent(d), "iNode", { min: 0 })],
  [
    "request-parameter-min-occurs-changed:find.asWord",
    "cosmetic",
    "cosmetic",
    (d) => set(sent(d), "asWord", { min: 1 }),
  ],
  ["request-parameter-max-occurs-changed:find.sText", "cosmetic", "breaking", (d) => set(sent(d), "sText", { max: 4 })],
  ["request-parameter-max-occurs-changed:find.asWord", "risky", "breaking", (d) => set(sent(d), "asWord", { max: 1 })],
  [
    "request-parameter-max-occurs-changed:find.asWord",
    "cosmetic",
    "cosmetic",
    (d) => set(sent(d), "asWord", { max: 9 }),
  ],
  [
    "request-parameter-nillable-changed:find.iNode",
    "cosmetic",
    "additive",
    (d) => set(sent(d), "iNode", { nillable: true }),
  ],
  [
    "request-parameter-nillable-changed:find.iLimit",
    "risky",
    "breaking",
    (d) => void delete fieldOf(sent(d), "iLimit").nillable,
  ],
  [
    "request-parameter-nillable-changed:find.sName",
    "cosmetic",
    "breaking",
    (d) => void delete fieldOf(sent(d), "sName").nillable,
  ],
  [
    "request-parameter-namespace-changed:find.sText",
    "breaking",
    "cosmetic",
    (d) => set(sent(d), "sText", { namespace: "" }),
  ],
  [
    "request-parameter-type-changed:find.iNode",
    "cosmetic",
    "breaking",
    (d) => set(sent(d), "iNode", { type: "xs:long" }),
  ],
  [
    "request-parameter-type-changed:find.iNode",
    "risky",
    "cosmetic",
    (d) => set(sent(d), "iNode", { type: "xs:short" }),
  ],
  [
    "request-parameter-type-changed:find.iNode",
    "cosmetic",
    "cosmetic",
    (d) => set(sent(d), "iNode", { type: "xs:double" }),
  ],
  [
    "request-parameter-type-changed:find.iNode",
    "cosmetic",
    "breaking",
    (d) => set(sent(d), "iNode", { type: "xs:string" }),
  ],
  [
    "request-parameter-type-changed:find.iNode",
    "breaking",
    "breaking",
    (d) => set(sent(d), "iNode", { type: "xs:date" }),
  ],
  ["request-parameter-type-changed:find.sText", "risky", "breaking", (d) => set(sent(d), "sText", { type: "xs:int" })],
  [
    "request-parameter-type-changed:find.sText",
    "risky",
    "additive",
    (d) => set(sent(d), "sText", { type: "xs:dateTime" }),
  ],
  [
    "request-parameter-type-changed:find.sText",
    "cosmetic",
    "cosmetic",
    (d) => set(sent(d), "sText", { type: "xs:token" }),
  ],
  ["request-parameter-type-changed:find.sText", "risky", "breaking", (d) => set(sent(d), "sText", { type: "ORDER" })],
  [
    "request-parameter-type-changed:find.sText",
    "breaking",
    "breaking",
    (d) => set(sent(d), "sText", { type: "PERSON" }),
  ],
  [
    "request-parameter-type-changed:find.dSince",
    "cosmetic",
    "breaking",
    (d) => set(sent(d), "dSince", { type: "xs:string" }),
  ],
  [
    "request-parameter-type-changed:find.eColour",
    "cosmetic",
    "additive",
    (d) => set(sent(d), "eColour", { type: "xs:string" }),
  ],
  ["request-parameter-type-changed:find.oOwner", "risky", "breaking", (d) => set(sent(d), "oOwner", { type: "ITEM" })],

  [
    "response-parameter-added:find.sMore",
    "cosmetic",
    "additive",
    (d) => void received(d).push({ name: "sMore", type: "xs:anyURI", min: 0 }),
  ],
  [
    "response-parameter-added:find.iMore",
    "cosmetic",
    "additive",
    (d) => void received(d).push({ name: "iMore", type: "xs:long" }),
  ],
  ["response-parameter-removed:find.iCount", "breaking", "breaking", (d) => without(received(d), "iCount")],
  ["response-parameter-removed:find.sNote", "risky", "breaking", (d) => without(received(d), "sNote")],
  [
    "response-parameter-renamed:find.iCount",
    "breaking",
    "breaking",
    (d) => set(received(d), "iCount", { name: "iCounted" }),
  ],
  ["response-parameter-renamed:find.sNote", "risky", "breaking", (d) => set(received(d), "sNote", { name: "sNotes" })],
  ["response-parameters-moved:find", "cosmetic", "cosmetic", (d) => void received(d).reverse()],
  [
    "response-parameter-min-occurs-changed:find.iCount",
    "risky",
    "breaking",
    (d) => set(received(d), "iCount", { min: 0 }),
  ],
  [
    "response-parameter-min-occurs-changed:find.sNote",
    "cosmetic",
    "additive",
    (d) => set(received(d), "sNote", { min: 1 }),
  ],
  [
    "response-parameter-min-occurs-changed:find.asLine",
    "cosmetic",
    "cosmetic",
    (d) => set(received(d), "asLine", { min: 2 }),
  ],
  [
    "response-parameter-max-occurs-changed:find.sNote",
    "risky",
    "breaking",
    (d) => set(received(d), "sNote", { max: "unbounded" }),
  ],
  [
    "response-parameter-max-occurs-changed:find.asLine",
    "cosmetic",
    "breaking",
    (d) => set(received(d), "asLine", { max: 1 }),
  ],
  [
    "response-parameter-nillable-changed:find.iCount",
    "risky",
    "breaking",
    (d) => set(received(d), "iCount", { nillable: true }),
  ],
  [
    "response-parameter-nillable-changed:find.iNext",
    "cosmetic",
    "additive",
    (d) => void delete fieldOf(received(d), "iNext").nillable,
  ],
  [
    "response-parameter-namespace-changed:find.iCount",
    "breaking",
    "cosmetic",
    (d) => set(received(d), "iCount", { namespace: "urn:b" }),
  ],
  [
    "response-parameter-namespace-changed:find.sNote",
    "risky",
    "cosmetic",
    (d) => set(received(d), "sNote", { namespace: "urn:b" }),
  ],
  [
    "response-parameter-type-changed:find.iCount",
    "risky",
    "breaking",
    (d) => set(received(d), "iCount", { type: "xs:long" }),
  ],
  [
    "response-parameter-type-changed:find.iCount",
    "cosmetic",
    "cosmetic",
    (d) => set(received(d), "iCount", { type: "xs:short" }),
  ],
  [
    "response-parameter-type-changed:find.iCount",
    "risky",
    "breaking",
    (d) => set(received(d), "iCount", { type: "xs:string" }),
  ],
  [
    "response-parameter-type-changed:find.sNote",
    "cosmetic",
    "breaking",
    (d) => set(received(d), "sNote", { type: "xs:int" }),
  ],
  [
    "response-parameter-type-changed:find.sNote",
    "cosmetic",
    "risky",
    (d) => set(received(d), "sNote", { type: "COLOUR" }),
  ],
  [
    "response-parameter-type-changed:find.eColour",
    "risky",
    "breaking",
    (d) => set(received(d), "eColour", { type: "xs:string" }),
  ],
  [
    "response-parameter-type-changed:find.dAt",
    "risky",
    "cosmetic",
    (d) => set(received(d), "dAt", { type: "xs:string" }),
  ],
  [
    "response-parameter-type-changed:find.aItem",
    "breaking",
    "breaking",
    (d) => set(received(d), "aItem", { type: "xs:string" }),
  ],
  [
    "response-parameter-type-changed:find.oOwner",
    "risky",
    "breaking",
    (d) => set(received(d), "oOwner", { type: "ITEM" }),
  ],

  [
    "member-added:FILTER.iMin",
    "risky",
    "breaking",
    (d) => void membersOf(d, "FILTER").push({ name: "iMin", type: "xs:long" }),
  ],
  [
    "member-added:FILTER.asMore",
    "cosmetic",
    "breaking",
    (d) => void membersOf(d, "FILTER").push({ name: "asMore", type: "xs:token", min: 0, max: 2 }),
  ],
  [
    "member-added:ITEM.iMin",
    "cosmetic",
    "additive",
    (d) => void membersOf(d, "ITEM").push({ name: "iMin", type: "xs:long" }),
  ],
  [
    "member-added:PERSON.iMin",
    "risky",
    "breaking",
    (d) => void membersOf(d, "PERSON").push({ name: "iMin", type: "xs:long" }),
  ],
  ["member-removed:ITEM.sLabel", "risky", "breaking", (d) => without(membersOf(d, "ITEM"), "sLabel")],
  ["member-removed:PERSON.sName", "risky", "breaking", (d) => without(membersOf(d, "PERSON"), "sName")],
  ["member-removed:PERSON.iID", "breaking", "breaking", (d) => without(membersOf(d, "PERSON"), "iID")],
  ["member-renamed:ITEM.sLabel", "risky", "breaking", (d) => set(membersOf(d, "ITEM"), "sLabel", { name: "sLabels" })],
  ["members-moved:ITEM", "cosmetic", "cosmetic", (d) => void membersOf(d, "ITEM").reverse()],
  [
    "member-min-occurs-changed:PERSON.sName",
    "risky",
    "breaking",
    (d) => set(membersOf(d, "PERSON"), "sName", { min: 1 }),
  ],
  ["member-min-occurs-changed:PERSON.iID", "risky", "breaking", (d) => set(membersOf(d, "PERSON"), "iID", { min: 0 })],
  [
    "member-max-occurs-changed:ArrayOfITEM.ITEM",
    "cosmetic",
    "cosmetic",
    (d) => set(membersOf(d, "ArrayOfITEM"), "ITEM", { max: 100 }),
  ],
  [
    "member-nillable-changed:ArrayOfITEM.ITEM",
    "cosmetic",
    "additive",
    (d) => void delete fieldOf(membersOf(d, "ArrayOfITEM"), "ITEM").nillable,
  ],
  [
    "member-type-changed:PERSON.iID",
    "risky",
    "breaking",
    (d) => set(membersOf(d, "PERSON"), "iID", { type: "xs:long" }),
  ],
  [
    "member-type-changed:FILTER.sKind",
    "risky",
    "cosmetic",
    (d) => set(membersOf(d, "FILTER"), "sKind", { type: "xs:dateTime" }),
  ],

  ["enum-member-added:ORDER.Side", "cosmetic", "additive", (d) => void literalsOf(d, "ORDER").push("Side")],
  ["enum-member-added:findRet.find_New", "risky", "risky", (d) => void literalsOf(d, "findRet").push("find_New")],
  ["enum-member-added:COLOUR.blue", "risky", "risky", (d) => void literalsOf(d, "COLOUR").push("blue")],
  ["enum-member-removed:ORDER.Down", "breaking", "breaking", (d) => void literalsOf(d, "ORDER").pop()],
  ["enum-member-removed:findRet.find_Error", "cosmetic", "breaking", (d) => void literalsOf(d, "findRet").pop()],
  ["enum-member-removed:COLOUR.green", "breaking", "breaking", (d) => void literalsOf(d, "COLOUR").pop()],
  ["enum-members-reordered:COLOUR", "cosmetic", "cosmetic", (d) => void literalsOf(d, "COLOUR").reverse()],
];
