import fc from "fast-check";
import type { Contract, ContractField, ContractMessage } from "../../src/soap/contract/contract.js";
import { scalarTypes } from "../../src/soap/message/scalar.js";

const NAMESPACE = "urn:random";
const NAMESPACES = [undefined, undefined, undefined, "", "urn:other", "urn:third?a=1&b=\"'<>"];

// Names with a meaning in JavaScript, TypeScript, node-soap or a file system, and some unusual ones.
const names = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z_][\w.-]{0,11}$/) },
  fc.constantFrom(
    ..."constructor toString hasOwnProperty valueOf then on emit wsdl describe attributes _xml _invoke login loginAsync".split(
      " ",
    ),
    ..."Date Promise Array String Object default delete class import type any never Contract ApiClient OperationTypes".split(
      " ",
    ),
    ..."con aux.h nul été Ünïcode 名前 a-b a.b _ __ $ref".replace(" $ref", "").split(" "),
  ),
);

const literals = fc.uniqueArray(
  fc.oneof(
    fc.stringMatching(/^\w{1,12}$/),
    fc.constantFrom(
      "",
      "*/",
      "`$\u007bx}",
      "\"'\\",
      "line\nbreak",
      "<&>",
      "__proto__",
      "constructor",
      "\u2028",
      "../x",
    ),
  ),
  { minLength: 1, maxLength: 4 },
);

interface Names {
  readonly operations: readonly string[];
  readonly types: readonly string[];
  readonly enums: readonly string[];
}

/** Distinct when case and characters that are not allowed in identifiers are ignored: otherwise they clash, and are refused. */
const namesOfAll: fc.Arbitrary<Names> = fc
  .uniqueArray(names, {
    minLength: 3,
    maxLength: 9,
    selector: (name) =>
      name
        .replace(/[^\p{ID_Continue}]/gu, "_")
        .replace(/^_+(?=\d)/, "")
        .toLowerCase(),
  })
  .chain((all) =>
    fc.record({
      operations: fc.constant(all.slice(0, Math.ceil(all.length / 3))),
      types: fc.constant(
        all.slice(Math.ceil(all.length / 3), Math.ceil((2 * all.length) / 3)).map((name) => `T${name}`),
      ),
      enums: fc.constant(all.slice(Math.ceil((2 * all.length) / 3)).map((name) => `E${name}`)),
    }),
  );

const occurrences = fc.constantFrom<Pick<ContractField, "min" | "max">>(
  {},
  {},
  { min: 0 },
  { min: 0, max: "unbounded" },
  { min: 2, max: 7 },
);

function fields({ types, enums }: Names, isType: boolean): fc.Arbitrary<readonly ContractField[]> {
  const simple = fc.constantFrom(...scalarTypes(), ...enums);
  const field = fc.record({
    name: names,
    type: types.length === 0 ? simple : fc.oneof({ weight: 3, arbitrary: simple }, fc.constantFrom(...types)),
    occurrence: occurrences,
    nillable: fc.boolean(),
    namespace: fc.constantFrom(...NAMESPACES),
  });
  return fc.uniqueArray(field, { maxLength: 5, selector: ({ name }) => name }).map((list) =>
    list.map(({ name, type, occurrence, nillable, namespace }) => ({
      name,
      type,
      // A type that must contain itself has no values.
      ...(isType && types.includes(type) && occurrence.max === undefined ? { min: 0 } : occurrence),
      ...(nillable ? { nillable: true as const } : {}),
      ...(namespace === undefined ? {} : { namespace }),
    })),
  );
}

/** A contract as ASMX describes it, with unusual names, literals and namespaces. */
export const randomContracts: fc.Arbitrary<Contract> = namesOfAll.chain((all) =>
  fc
    .record({
      requests: fc.tuple(...all.operations.map(() => fields(all, false))),
      responses: fc.tuple(...all.operations.map(() => fields(all, false))),
      namespaces: fc.tuple(...all.operations.map(() => fc.constantFrom(...NAMESPACES))),
      types: fc.tuple(...all.types.map(() => fields(all, true))),
      enums: fc.tuple(...all.enums.map(() => literals)),
    })
    .map(({ requests, responses, namespaces, types, enums }) => {
      const message = (
        element: string,
        own: readonly ContractField[],
        namespace: string | undefined,
      ): ContractMessage => ({
        element,
        fields: own,
        ...(namespace === undefined ? {} : { namespace }),
      });
      return {
        namespace: NAMESPACE,
        service: "Random",
        port: "RandomSoap",
        address: "https://random.example/?a=1&b=\"'<>",
        operations: Object.fromEntries(
          all.operations.map((name, index) => [
            name,
            {
              soapAction: `urn:random/${index}`,
              // The first is in the contract's namespace: otherwise the contract would get another namespace.
              request: message(`O${name}`, requests[index] ?? [], index === 0 ? undefined : namespaces[index]),
              response: message(`O${name}Response`, responses[index] ?? [], namespaces[index]),
            },
          ]),
        ),
        types: Object.fromEntries(all.types.map((name, index) => [name, types[index] ?? []])),
        enums: Object.fromEntries(all.enums.map((name, index) => [name, enums[index] ?? ["x"]])),
      };
    }),
);
