import type { Contract, ContractField, ContractMessage } from "../soap/contract.js";
import { literal, propertyName } from "./source-text.js";

/** The source of `generated/contract.ts`: the contract as data, one line per field. */
export function contractFile(contract: Contract): string {
  const operations = Object.entries(contract.operations).flatMap(([name, operation]) => [
    `    ${propertyName(name)}: {`,
    `      soapAction: ${literal(operation.soapAction)},`,
    ...(operation.documentation === undefined ? [] : [`      documentation: ${literal(operation.documentation)},`]),
    `      request: ${message(operation.request)},`,
    `      response: ${message(operation.response)},`,
    "    },",
  ]);
  return [
    'import type { Contract } from "../src/soap/contract.js";',
    "",
    "export const contract: Contract = {",
    `  namespace: ${literal(contract.namespace)},`,
    `  service: ${literal(contract.service)},`,
    `  port: ${literal(contract.port)},`,
    `  address: ${literal(contract.address)},`,
    "  operations: {",
    ...operations,
    "  },",
    "  types: {",
    ...Object.entries(contract.types).map(
      ([name, fields]) => `    ${propertyName(name)}: ${fieldList(fields, "    ")},`,
    ),
    "  },",
    "  enums: {",
    ...Object.entries(contract.enums).map(([name, literals]) => `    ${propertyName(name)}: ${literalList(literals)},`),
    "  },",
    "};",
    "",
  ].join("\n");
}

function message({ element, fields }: ContractMessage): string {
  return `{ element: ${literal(element)}, fields: ${fieldList(fields, "      ")} }`;
}

function fieldList(fields: readonly ContractField[], indent: string): string {
  if (fields.length === 0) return "[]";
  return `[\n${fields.map((field) => `${indent}  ${fieldData(field)},\n`).join("")}${indent}]`;
}

function fieldData({ name, type, min, max, nillable }: ContractField): string {
  const parts = [`name: ${literal(name)}`, `type: ${literal(type)}`];
  if (min !== undefined) parts.push(`min: ${min}`);
  if (max !== undefined) parts.push(`max: ${typeof max === "number" ? max : literal(max)}`);
  if (nillable) parts.push("nillable: true");
  return `{ ${parts.join(", ")} }`;
}

function literalList(literals: readonly string[]): string {
  return `[\n${literals.map((text) => `      ${literal(text)},\n`).join("")}    ]`;
}
