import type { Contract } from "../../../src/soap/contract/contract.js";

/** Two operations that reach a type and an enumeration on each side, and one of each on both. */
export const before: Contract = {
  namespace: "urn:example:sample",
  service: "Sample",
  port: "SampleSoap",
  address: "https://example.test/Sample.asmx",
  operations: {
    find: {
      soapAction: "urn:example:sample/find",
      documentation: "Finds.",
      request: {
        element: "find",
        fields: [
          { name: "iNode", type: "xs:int" },
          { name: "sText", type: "xs:string", min: 0 },
          { name: "dSince", type: "xs:dateTime", min: 0 },
          { name: "asWord", type: "xs:string", min: 0, max: "unbounded" },
          { name: "iLimit", type: "xs:int", nillable: true },
          { name: "sName", type: "xs:string", min: 0, nillable: true },
          { name: "eOrder", type: "ORDER" },
          { name: "eColour", type: "COLOUR" },
          { name: "oFilter", type: "FILTER", min: 0 },
          { name: "oOwner", type: "PERSON", min: 0 },
        ],
      },
      response: {
        element: "findResponse",
        fields: [
          { name: "findResult", type: "findRet" },
          { name: "iCount", type: "xs:int" },
          { name: "sNote", type: "xs:string", min: 0 },
          { name: "dAt", type: "xs:dateTime", min: 0 },
          { name: "asLine", type: "xs:string", min: 0, max: "unbounded" },
          { name: "iNext", type: "xs:int", nillable: true },
          { name: "eColour", type: "COLOUR" },
          { name: "aItem", type: "ArrayOfITEM", min: 0 },
          { name: "oOwner", type: "PERSON", min: 0 },
        ],
      },
    },
    stop: {
      soapAction: "urn:example:sample/stop",
      request: { element: "stop", fields: [] },
      response: { element: "stopResponse", fields: [{ name: "stopResult", type: "stopRet" }] },
    },
  },
  types: {
    ArrayOfITEM: [{ name: "ITEM", type: "ITEM", min: 0, max: "unbounded", nillable: true }],
    FILTER: [
      { name: "sKind", type: "xs:string", min: 0 },
      { name: "iAge", type: "xs:int" },
      { name: "asTag", type: "xs:string", min: 0, max: "unbounded" },
    ],
    ITEM: [
      { name: "iID", type: "xs:int" },
      { name: "sLabel", type: "xs:string", min: 0 },
    ],
    PERSON: [
      { name: "iID", type: "xs:int" },
      { name: "sName", type: "xs:string", min: 0 },
    ],
  },
  enums: {
    COLOUR: ["red", "green"],
    ORDER: ["Up", "Down"],
    findRet: ["find_OK", "find_Error"],
    stopRet: ["stop_OK", "stop_Error"],
  },
};

/** The type of a structured clone: the same, but writable. */
export type Draft<T> = { -readonly [K in keyof T]: Draft<T[K]> };

/** A copy of a contract, edited. */
export function edited(edit: (draft: Draft<Contract>) => void, contract: Contract = before): Contract {
  const draft = structuredClone(contract) as Draft<Contract>;
  edit(draft);
  return draft;
}

/** The parameters of an operation. */
export function parametersOf(draft: Draft<Contract>, operation: string, side: "request" | "response") {
  const found = draft.operations[operation];
  if (!found) throw new Error(`no operation ${operation}`);
  return found[side].fields;
}

/** The members of a complex type. */
export function membersOf(draft: Draft<Contract>, type: string) {
  const found = draft.types[type];
  if (!found) throw new Error(`no type ${type}`);
  return found;
}

/** The literals of an enumeration. */
export function literalsOf(draft: Draft<Contract>, name: string): string[] {
  const found = draft.enums[name];
  if (!found) throw new Error(`no enumeration ${name}`);
  return found;
}

/** The field of that name, to be edited. */
export function fieldOf(fields: ReturnType<typeof membersOf>, name: string) {
  const found = fields.find((field) => field.name === name);
  if (!found) throw new Error(`no field ${name}`);
  return found;
}
