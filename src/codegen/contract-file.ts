import { type Contract, type ContractField, type ContractMessage, leftOutOf } from "../soap/contract/contract.js";
import { literal, propertyName } from "./source-text.js";

/** The module from which this package's contract file imports the type `Contract`. */
const OWN_CONTRACT_MODULE = "../src/soap/contract/contract.js";

/**
 * Renders `generated/contract.ts`: the contract as data, one line per field.
 *
 * @param contractModule the module from which to import the type `Contract`.
 */
export function contractFile(contract: Contract, contractModule = OWN_CONTRACT_MODULE): string {
  const operations = Object.entries(contract.operations).flatMap(([name, operation]) => [
    `    ${propertyName(name)}: {`,
    `      soapAction: ${literal(operation.soapAction)},`,
    ...(operation.documentation === undefined ? [] : [`      documentation: ${literal(operation.documentation)},`]),
    `      request: ${message(operation.request)},`,
    `      response: ${message(operation.response)},`,
    "    },",
  ]);
  return [
    `import type { Contract } from ${literal(contractModule)};`,
    "",
    "export const contract: Contract = {",
    `  namespace: ${literal(contract.namespace)},`,
    `  service: ${literal(contract.service)},`,
    `  port: ${literal(contract.port)},`,
    `  address: ${literal(contract.address)},`,
    "  operations: {",
    ...operations,
    "  },",
    ...leftOut(contract),
    "  types: {",
    ...Object.entries(contract.types).map(
      ([name, fields]) => `    ${propertyName(name)}: ${fieldList(fields, "    ")},`,
    ),
    "  },",
    "  enums: {",
    ...Object.entries(contract.enums).map(([name, literals]) => `    ${propertyName(name)}: ${literalList(literals)},`),
    "  },",
    `}${hidesContext(contract) ? " as const" : ""};`,
    "",
  ].join("\n");
}

function leftOut(contract: Contract): readonly string[] {
  const entries = Object.entries(leftOutOf(contract)).map(
    ([name, { reason, place }]) =>
      `    ${propertyName(name)}: { reason: ${literal(reason)}, place: ${literal(place)} },`,
  );
  return entries.length === 0 ? [] : ["  leftOut: {", ...entries, "  },"];
}

/**
 * True where an operation or a type has the name of a member of every object, such as `toString`: TypeScript then uses
 * that member's type as the contextual type, and would widen `true` to boolean.
 */
function hidesContext(contract: Contract): boolean {
  const { operations, types, enums } = contract;
  return [operations, leftOutOf(contract), types, enums].some((table) =>
    Object.keys(table).some((name) => name in Object.prototype),
  );
}

function message({ element, namespace, fields }: ContractMessage): string {
  const other = namespace === undefined ? "" : `, namespace: ${literal(namespace)}`;
  return `{ element: ${literal(element)}${other}, fields: ${fieldList(fields, "      ")} }`;
}

function fieldList(fields: readonly ContractField[], indent: string): string {
  if (fields.length === 0) return "[]";
  return `[\n${fields.map((field) => `${indent}  ${fieldData(field)},\n`).join("")}${indent}]`;
}

function fieldData({ name, type, min, max, nillable, namespace }: ContractField): string {
  const parts = [`name: ${literal(name)}`, `type: ${literal(type)}`];
  if (min !== undefined) parts.push(`min: ${min}`);
  if (max !== undefined) parts.push(`max: ${typeof max === "number" ? max : literal(max)}`);
  if (nillable) parts.push("nillable: true");
  if (namespace !== undefined) parts.push(`namespace: ${literal(namespace)}`);
  return `{ ${parts.join(", ")} }`;
}

function literalList(literals: readonly string[]): string {
  return `[\n${literals.map((text) => `      ${literal(text)},\n`).join("")}    ]`;
}
