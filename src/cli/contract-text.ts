import {
  type Contract,
  type ContractField,
  type ContractOperation,
  isRequired,
  leftOutOf,
  lookUp,
} from "../soap/contract/contract.js";
import { printable } from "../soap/text/printable.js";

/** Renders a contract as text: the service, one line for each operation, then those that are left out. */
export function contractText(contract: Contract, title: string): string {
  const operations = Object.entries(contract.operations);
  const leftOut = Object.entries(leftOutOf(contract));
  return lines([
    `${printable(contract.service)} (${printable(title)})`,
    `  namespace  ${printable(contract.namespace)}`,
    `  address    ${printable(contract.address)}`,
    "",
    `${operations.length} operations:`,
    ...operations.map(([name, { request, response }]) => `  ${signature(name, request.fields, response.fields)}`),
    ...(leftOut.length === 0 ? [] : ["", `${leftOut.length} left out, as they are not supported:`]),
    ...leftOut.map(([name, { reason, place }]) => `  ${printable(name)}  ${printable(`${place}: ${reason}`)}`),
  ]);
}

/** Renders one operation as text: both messages, and the types and enumerations that they use. */
export function operationText(
  contract: Contract,
  name: string,
  operation: ContractOperation,
  types: readonly string[],
): string {
  const { soapAction, documentation, request, response } = operation;
  return lines([
    printable(name),
    ...(documentation === undefined ? [] : [`  ${printable(documentation)}`]),
    `  SOAPAction ${printable(soapAction)}`,
    "",
    `request ${printable(request.element)}`,
    ...fieldLines(request.fields),
    "",
    `response ${printable(response.element)}`,
    ...fieldLines(response.fields),
    ...types.flatMap((type) => ["", ...typeLines(contract, type)]),
  ]);
}

function typeLines(contract: Contract, name: string): readonly string[] {
  const literals = lookUp(contract.enums, name);
  if (literals) return [`${printable(name)}, one of`, ...literals.map((literal) => `  ${printable(literal)}`)];
  return [`${printable(name)}, with`, ...fieldLines(lookUp(contract.types, name) ?? [])];
}

function fieldLines(fields: readonly ContractField[]): readonly string[] {
  if (fields.length === 0) return ["  nothing"];
  const names = fields.map(({ name }) => printable(name));
  const width = Math.max(...names.map((name) => name.length));
  return fields.map((field, index) => `  ${(names[index] ?? "").padEnd(width)}  ${fieldText(field)}`);
}

function fieldText(field: ContractField): string {
  const { min, max, nillable } = field;
  const bound = max === undefined || max === 1 ? "" : `, ${min ?? 1} to ${max}`;
  return `${printable(field.type)}${bound}${min === 0 && bound === "" ? ", optional" : ""}${nillable ? ", nillable" : ""}`;
}

function signature(name: string, sent: readonly ContractField[], received: readonly ContractField[]): string {
  const list = (fields: readonly ContractField[]) =>
    fields
      .map((field) => `${printable(field.name)}${isRequired(field) ? "" : "?"}: ${printable(field.type)}`)
      .join(", ");
  return `${printable(name)}(${list(sent)}) → ${list(received) || "nothing"}`;
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}
