import type { SourceFile } from "ts-morph";
import type { ContractField } from "../soap/contract/contract.js";
import { type FieldPlace, fieldSource } from "./field-source.js";
import { replaceInterface } from "./replace-interface.js";
import { sortTypeImports } from "./sharpen-imports.js";
import { comment, literal } from "./source-text.js";
import type { TypeNames } from "./type-names.js";

/** An interface to be: of a message or of a complex type. */
export interface InterfaceSource {
  readonly name: string;
  readonly schemaName: string;
  readonly fields: readonly ContractField[];
  readonly place: FieldPlace;
  readonly names: TypeNames;
}

/** Gives an interface its fields as the contract has them. */
export function sharpenInterface(file: SourceFile, source: InterfaceSource): void {
  replaceInterface(file.getInterfaceOrThrow(source.name), {
    docs: [docOf(source.schemaName)],
    properties: source.fields.map((field) => fieldSource(field, source.place, source.names)),
  });
  sortTypeImports(file);
}

/** Makes of the empty interface that stands for an enumeration the union of its literals. */
export function sharpenEnumeration(
  file: SourceFile,
  name: string,
  schemaName: string,
  literals: readonly string[],
): void {
  file.removeStatements([0, file.getStatements().length - 1]);
  file.addTypeAlias({
    name,
    isExported: true,
    docs: [docOf(schemaName)],
    type: literals.map((text) => `\n  | ${literal(text)}`).join(""),
  });
}

function docOf(schemaName: string): string {
  return `\`${comment(schemaName)}\` of the schema.`;
}
