import fc from "fast-check";
import type { Contract, ContractField } from "../../../src/soap/contract/contract.js";

const NAMES = [
  "a",
  "sName",
  "sNames",
  "iID",
  "iNodeID",
  "eKind",
  "find",
  "findAll",
  "findRet",
  "__proto__",
  "constructor",
];
const TYPES = ["PERSON", "PERSONS", "ITEM"];
const ENUMS = ["KIND", "KINDS", "findRet"];

const name = fc.constantFrom(...NAMES);
const type = fc.constantFrom("xs:string", "xs:int", "xs:long", "xs:dateTime", "xs:boolean", ...TYPES, ...ENUMS);

const field: fc.Arbitrary<ContractField> = fc
  .record({
    name,
    type,
    min: fc.constantFrom(undefined, 0),
    max: fc.constantFrom<(number | "unbounded" | undefined)[]>(undefined, 3, "unbounded"),
    nillable: fc.constantFrom(undefined, true as const),
  })
  .map(({ name, type, min, max, nillable }) => ({
    name,
    type,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(nillable ? { nillable } : {}),
  }));

const fields = fc.uniqueArray(field, { maxLength: 6, selector: ({ name }) => name });
const literals = fc.uniqueArray(fc.constantFrom("OK", "Error", "a.b", "*/", "`", "\u001b[31m"), { minLength: 1 });

function table<T>(names: readonly string[], values: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names), values), { selector: ([key]) => key })
    .map(Object.fromEntries);
}

const leftOut = table(
  NAMES,
  fc.record({
    reason: fc.constantFrom("a soap:header is not supported", "\u001b[31m`<b>"),
    place: fc.constantFrom("API.wsdl:1:2", "API.wsdl:3:4"),
  }),
);

/** Similar contracts: few names, so that two of them share many. All types that fields name are defined. */
export const contracts: fc.Arbitrary<Contract> = fc.tuple(carried(), leftOut).map(([contract, left]) => {
  const entries = Object.entries(left).filter(([key]) => !Object.hasOwn(contract.operations, key));
  return entries.length === 0 ? contract : { ...contract, leftOut: Object.fromEntries(entries) };
});

function carried(): fc.Arbitrary<Contract> {
  return fc.record({
    namespace: fc.constantFrom("urn:a", "urn:b"),
    service: fc.constantFrom("API", "Service"),
    port: fc.constantFrom("APISoap", "Port"),
    address: fc.constantFrom("https://a.test/", "https://b.test/"),
    operations: table(
      NAMES,
      fc.record({
        soapAction: fc.constantFrom("urn:a/x", "urn:b/x", ""),
        request: fc.record({ element: name, fields }),
        response: fc.record({ element: name, fields }),
      }),
    ),
    types: fc.record(Object.fromEntries(TYPES.map((key) => [key, fields]))),
    enums: fc.record(Object.fromEntries(ENUMS.map((key) => [key, literals]))),
  });
}

/** The same contract, with everything reversed whose order has no meaning. */
export function reversed(contract: Contract): Contract {
  const reverse = <T>(entries: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(entries).reverse());
  return {
    ...contract,
    operations: reverse(contract.operations),
    types: reverse(contract.types),
    enums: reverse(contract.enums),
    ...(contract.leftOut ? { leftOut: reverse(contract.leftOut) } : {}),
  };
}
