import type { TypeNames } from "./type-names.js";

/** The source of `generated/index.ts`: every definition and `OperationTypes`, as types, so that it loads nothing. */
export function indexFile(names: TypeNames): string {
  const definitions = [...names.types.values(), ...names.messages.values()].sort();
  return [
    ...definitions.map((name) => `export type { ${name} } from "./api/definitions/${name}.js";`),
    'export type { OperationTypes } from "./operations.js";',
    "",
  ].join("\n");
}
