import fc from "fast-check";
import type { Contract, ContractField, ContractOperation } from "../../src/soap/contract/contract.js";
import { scalarTypes } from "../../src/soap/message/scalar.js";
import { renderOnePortWsdl } from "../../src/soap/node-soap/one-port-wsdl.js";

/** What an operation may return: its response, the types in it, and the element with the result literal. */
export interface Answering {
  readonly fields: readonly ContractField[];
  readonly types?: Contract["types"];
  readonly enums?: Contract["enums"];
  /** Undefined where the operation returns data or nothing. */
  readonly result?: string;
}

/** An additional operation. */
export interface NewOperation extends Answering {
  readonly name: string;
  readonly parameters: readonly ContractField[];
}

const item: ContractField = { name: "sName", type: "xs:string", min: 0 };
const desk: readonly ContractField[] = [
  { name: "iDesk", type: "xs:int" },
  item,
  { name: "dSeen", type: "xs:dateTime" },
];

/** One response of each kind that a contract can describe, for an operation of that name. */
export function answersOfAllKinds(name: string): Readonly<Record<string, Answering>> {
  const named = `${name}Result`;
  const returns = (type: string, more: Partial<ContractField> = {}): readonly ContractField[] => [
    { name: named, type, ...more },
  ];
  const ret = `${name}Ret`;
  const says = (...literals: string[]) => ({ [ret]: literals });
  const object = { [`${name}_DESK`]: desk };
  return {
    nothing: { fields: [] },
    ...Object.fromEntries(scalarTypes().map((type) => [type, { fields: returns(type) }])),
    "a text that may be absent": { fields: returns("xs:string", { min: 0 }) },
    "a number that may be nil": { fields: returns("xs:int", { nillable: true }) },
    "texts without a wrapper": { fields: returns("xs:string", { min: 0, max: "unbounded" }) },
    "a result": { fields: returns(ret), enums: says(`${ret}_OK`, `${ret}_Error`), result: named },
    "a result whose OK comes last": { fields: returns(ret), enums: says(`${ret}_Not_OK`, `${ret}_OK`), result: named },
    "a bare result": { fields: returns(ret), enums: says("Error", "OK"), result: named },
    "a result that may be nil": { fields: returns(ret, { nillable: true }), enums: says(`${ret}_OK`), result: named },
    "a result of an unusual name": {
      fields: [{ name: "return", type: ret }, item],
      enums: says(`${name}_OK`, `${name}_Error`),
      result: "return",
    },
    "yes or no as literals": { fields: returns(ret), enums: says(`${name}_True`, `${name}_False`) },
    "a state that may be OK": { fields: [{ name: "eState", type: ret }], enums: says("OK", "Warning") },
    "results without a wrapper": { fields: returns(ret, { max: 3 }), enums: says(`${ret}_OK`) },
    "an object": { fields: returns(`${name}_DESK`, { min: 0 }), types: object },
    "an object that must be there": { fields: returns(`${name}_DESK`), types: object },
    "an array": {
      fields: returns(`ArrayOf${name}_DESK`, { min: 0 }),
      types: {
        ...object,
        [`ArrayOf${name}_DESK`]: [
          { name: `${name}_DESK`, type: `${name}_DESK`, min: 0, max: "unbounded", nillable: true },
        ],
      },
    },
    "only out parameters": { fields: [{ name: "iCount", type: "xs:int" }, item] },
    "a result and out parameters": {
      fields: [...returns(ret), { name: "oDesk", type: `${name}_DESK`, min: 0 }, { name: "bMore", type: "xs:boolean" }],
      enums: says(`${ret}_OK`, `${ret}_NotLoggedIn`),
      types: object,
      result: named,
    },
    "data and out parameters": { fields: [...returns("xs:boolean"), { name: "sWhy", type: "xs:string", min: 0 }] },
  };
}

const NAMES = ["pingDesk", "isAnyTechAvailableOnChannel", "then", "constructor", "_desk", "desk_v2", "stößeZählen"];

const parameters: fc.Arbitrary<readonly ContractField[]> = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom("iDesk", "sAuthCode", "sText", "bForce", "aItems", "eKind", "constructor"),
      type: fc.constantFrom(...scalarTypes()),
      occurrence: fc.constantFrom<Partial<ContractField>>({}, { min: 0 }, { nillable: true }, { max: "unbounded" }),
    }),
    { maxLength: 4, selector: ({ name }) => name },
  )
  .map((list) =>
    list.map(({ name, type, occurrence }) =>
      name === "sAuthCode" ? { name, type: "xs:string", min: 0 } : { name, type, ...occurrence },
    ),
  );

/** One to three additional operations, with none of the names in `taken`. */
export function newOperations(taken: readonly string[]): fc.Arbitrary<readonly NewOperation[]> {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  const names = NAMES.filter((name) => !lower.has(name.toLowerCase()));
  const kinds = fc.constantFrom(...Object.keys(answersOfAllKinds("any")));
  return fc.uniqueArray(
    fc.record({ name: fc.constantFrom(...names), kind: kinds, parameters }).map(({ name, kind, parameters: own }) => ({
      ...(answersOfAllKinds(name)[kind] as Answering),
      name,
      parameters: own,
    })),
    { minLength: 1, maxLength: 3, selector: ({ name }) => name },
  );
}

/** The WSDL of a contract with these additional operations. */
export function grownWsdl(contract: Contract, added: readonly NewOperation[]): string {
  const operation = ({ name, parameters: fields, fields: answered }: NewOperation): ContractOperation => ({
    soapAction: `${contract.namespace}/${encodeURIComponent(name)}`,
    request: { element: name, fields },
    response: { element: `${name}Response`, fields: answered },
  });
  return renderOnePortWsdl({
    ...contract,
    operations: { ...contract.operations, ...Object.fromEntries(added.map((one) => [one.name, operation(one)])) },
    types: Object.assign({}, contract.types, ...added.map(({ types }) => types)),
    enums: Object.assign({}, contract.enums, ...added.map(({ enums }) => enums)),
  });
}
