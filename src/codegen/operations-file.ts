import { type Contract, leftOutOf } from "../soap/contract/contract.js";
import { resultElement } from "../soap/contract/result-element.js";
import { comment, literal, propertyName, typeImport } from "./source-text.js";
import { nameOf, type TypescriptNames } from "./typescript-names.js";

/** Renders `generated/operations.ts`: the types of request, response and result element of every operation. */
export function operationsFile(contract: Contract, names: TypescriptNames): string {
  const operations = Object.entries(contract.operations);
  return [
    ...typeImport(names.messages.values(), "./types.js"),
    "",
    "/**",
    " * The operations, with the types of their requests and responses. `result` is the name of the response field that",
    " * holds the result literal, and `never` where an operation returns data only.",
    " */",
    ...Object.entries(leftOutOf(contract)).map(
      ([name, { place, reason }]) => `// Left out: ${comment(`${name} (${place}: ${reason})`)}`,
    ),
    "export interface OperationTypes {",
    ...operations.flatMap(([name, operation]) => {
      const { request, response, documentation } = operation;
      const result = resultElement(contract, name, operation);
      return [
        ...(documentation === undefined ? [] : [`  /** ${comment(documentation)} */`]),
        `  ${propertyName(name)}: {`,
        `    request: ${nameOf(names.messages, request.element)};`,
        `    response: ${nameOf(names.messages, response.element)};`,
        `    result: ${result ? literal(result.name) : "never"};`,
        "  };",
      ];
    }),
    "}",
    "",
  ].join("\n");
}
