import { type Contract, type ContractField, lookUp } from "../../soap/contract/contract.js";
import { guessRenames } from "./guess-renames.js";
import type { Reach } from "./reach.js";

/** A type's kind and content: equal for two types with the same content. */
export interface NamedType {
  readonly kind: "complex" | "enum";
  readonly shape: string;
}

/** Complex types and enumerations by name: they share one symbol space. */
export type NamedTypes = ReadonlyMap<string, NamedType>;

/** The complex types and enumerations of a contract. */
export function typesIn(contract: Contract): NamedTypes {
  const types = new Map<string, NamedType>();
  for (const [name, fields] of Object.entries(contract.types)) {
    types.set(name, { kind: "complex", shape: shapeOf(contract, fields) });
  }
  for (const [name, literals] of Object.entries(contract.enums)) {
    types.set(name, { kind: "enum", shape: JSON.stringify(literals) });
  }
  return types;
}

/**
 * Guesses of which types only the name changed: their content is the same, and their names are similar or a field
 * changed from the one type to the other.
 *
 * @returns new name by old name.
 */
export function renamedTypes(
  old: Contract,
  now: Contract,
  oldShared: Reach,
  newShared: Reach,
): ReadonlyMap<string, string> {
  const [before, after] = [typesIn(old), typesIn(now)];
  const gone = [...before.keys()].filter((name) => !after.has(name) && oldShared.has(name));
  const come = [...after.keys()].filter((name) => !before.has(name) && newShared.has(name));
  const replaced = replacements(old, now);
  return guessRenames(
    gone,
    come,
    { removed: (name) => keyOf(before, name), added: (name) => keyOf(after, name) },
    (oldName, newName) => replaced.has(JSON.stringify([oldName, newName])),
  );
}

/** The pairs of types, as JSON, between which a field that is in both contracts changed. */
function replacements(old: Contract, now: Contract): ReadonlySet<string> {
  const pairs = new Set<string>();
  const compare = (before: readonly ContractField[], after: readonly ContractField[]): void => {
    const types = new Map(after.map(({ name, type }) => [name, type]));
    for (const { name, type } of before) {
      const other = types.get(name);
      if (other !== undefined && other !== type) pairs.add(JSON.stringify([type, other]));
    }
  };
  for (const [name, operation] of Object.entries(old.operations)) {
    const other = lookUp(now.operations, name);
    if (!other) continue;
    compare(operation.request.fields, other.request.fields);
    compare(operation.response.fields, other.response.fields);
  }
  for (const [name, fields] of Object.entries(old.types)) compare(fields, lookUp(now.types, name) ?? []);
  return pairs;
}

function keyOf(types: NamedTypes, name: string): string {
  const type = types.get(name);
  return JSON.stringify([type?.kind, type?.shape]);
}

// A type inside may be renamed as well: only its kind counts.
function shapeOf(contract: Contract, fields: readonly ContractField[]): string {
  const kindOf = (type: string) => (lookUp(contract.types, type) ? 1 : lookUp(contract.enums, type) ? 2 : type);
  return JSON.stringify(
    fields.map(({ name, type, min, max, nillable }) => [name, kindOf(type), min ?? 1, max ?? 1, nillable ?? false]),
  );
}
