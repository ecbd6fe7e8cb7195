import { type Contract, type ContractMessage, leftOutOf, lookUp } from "../soap/contract.js";
import { comment, literal, propertyName } from "./source-text.js";
import { nameOf, type TypeNames } from "./type-names.js";

/** The source of `generated/operations.ts`: request, response and result element of every operation, as types. */
export function operationsFile(contract: Contract, names: TypeNames): string {
  const operations = Object.entries(contract.operations);
  const imports = [...names.messages.values()].sort();
  return [
    ...imports.map((name) => `import type { ${name} } from "./api/definitions/${name}.js";`),
    "",
    "/**",
    " * The operations: what each takes and gives. `result` is the name of the response field that says how it went, and",
    " * `never` where there is none.",
    " */",
    ...Object.entries(leftOutOf(contract)).map(
      ([name, { place, reason }]) => `// Left out: ${comment(`${name} (${place}: ${reason})`)}`,
    ),
    "export interface OperationTypes {",
    ...operations.flatMap(([name, { request, response, documentation }]) => [
      ...(documentation === undefined ? [] : [`  /** ${comment(documentation)} */`]),
      `  ${propertyName(name)}: {`,
      `    request: ${nameOf(names.messages, request.element)};`,
      `    response: ${nameOf(names.messages, response.element)};`,
      `    result: ${resultElement(contract, name, response)};`,
      "  };",
    ]),
    "}",
    "",
  ].join("\n");
}

function resultElement(contract: Contract, operation: string, response: ContractMessage): string {
  const field = response.fields.find(({ name }) => name === `${operation}Result`);
  const isText = field && (field.type === "xs:string" || lookUp(contract.enums, field.type));
  return isText ? literal(field.name) : "never";
}
