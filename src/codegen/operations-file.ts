import { type Contract, leftOutOf } from "../soap/contract/contract.js";
import { resultElement } from "../soap/contract/result-element.js";
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
