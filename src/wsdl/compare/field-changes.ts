import { type Contract, type ContractField, namespaceOf } from "../../soap/contract/contract.js";
import { guessRenames } from "./guess-renames.js";

/** One difference between two lists of fields, without a judgement. */
export type FieldChange =
  | ShapeChange
  | { readonly what: "type-changed"; readonly before: ContractField; readonly after: ContractField }
  | { readonly what: "moved"; readonly before: readonly string[]; readonly after: readonly string[] };

/** A difference that depends neither on the order of fields nor on the content of another type. */
export type ShapeChange =
  | { readonly what: "added" | "removed"; readonly field: ContractField }
  | {
      readonly what: "renamed" | Exclude<FieldAttribute, "type-changed">;
      readonly before: ContractField;
      readonly after: ContractField;
    };

/** What may differ between two fields of the same name. */
export type FieldAttribute =
  | "type-changed"
  | "min-occurs-changed"
  | "max-occurs-changed"
  | "nillable-changed"
  | "namespace-changed";

/** The two contracts, and what is known about both. */
export interface ComparedContracts {
  readonly old: Contract;
  readonly new: Contract;
  /** The types of which only the name changed: new name by old name. */
  readonly renamedTypes: ReadonlyMap<string, string>;
}

/** How two lists of fields differ: fields removed, renamed and added, then changes of each field, then their order. */
export function fieldChanges(
  contracts: ComparedContracts,
  before: readonly ContractField[],
  after: readonly ContractField[],
): readonly FieldChange[] {
  const oldFields = new Map(before.map((field) => [field.name, field]));
  const newFields = new Map(after.map((field) => [field.name, field]));
  const gone = before.filter(({ name }) => !newFields.has(name));
  const come = after.filter(({ name }) => !oldFields.has(name));
  const shape = (fields: ReadonlyMap<string, ContractField>, translate: (type: string) => string) => (name: string) =>
    shapeOf(fields.get(name), translate);
  const renames = guessRenames(gone.map(nameOf), come.map(nameOf), {
    removed: shape(oldFields, (type) => contracts.renamedTypes.get(type) ?? type),
    added: shape(newFields, (type) => type),
  });
  const renamedTo = new Set(renames.values());

  const changes: FieldChange[] = [];
  for (const field of gone) {
    const renamed = newFields.get(renames.get(field.name) ?? "");
    changes.push(renamed ? { what: "renamed", before: field, after: renamed } : { what: "removed", field });
  }
  for (const field of come) if (!renamedTo.has(field.name)) changes.push({ what: "added", field });
  for (const field of before) {
    const now = newFields.get(field.name);
    if (now) changes.push(...attributeChanges(contracts, field, now));
  }
  const oldOrder = before.map(nameOf).filter((name) => newFields.has(name));
  const newOrder = after.map(nameOf).filter((name) => oldFields.has(name));
  if (oldOrder.some((name, index) => name !== newOrder[index])) {
    changes.push({ what: "moved", before: oldOrder, after: newOrder });
  }
  return changes;
}

/** The text that describes a field: `xs:string, minOccurs 0, nillable`. */
export function fieldText({ type, min, max, nillable }: ContractField): string {
  return [
    type,
    ...(min === undefined ? [] : [`minOccurs ${min}`]),
    ...(max === undefined ? [] : [`maxOccurs ${max}`]),
    ...(nillable ? ["nillable"] : []),
  ].join(", ");
}

type FieldAttributes = Partial<Omit<ContractField, "nillable">> & { readonly nillable?: true | undefined };

// Step by step from the old field to the new one: each change is judged on the result of those before it.
function attributeChanges(contracts: ComparedContracts, before: ContractField, after: ContractField): FieldChange[] {
  const changes: FieldChange[] = [];
  let field = before;
  const step = (what: FieldAttribute, differs: boolean, change: FieldAttributes): void => {
    if (!differs) return;
    const next = withChange(field, change);
    changes.push({ what, before: field, after: next });
    field = next;
  };
  const isOwnNamespace = before.namespace !== undefined || after.namespace !== undefined;
  step("min-occurs-changed", (before.min ?? 1) !== (after.min ?? 1), { min: after.min ?? 1 });
  step("max-occurs-changed", (before.max ?? 1) !== (after.max ?? 1), { max: after.max ?? 1 });
  step("nillable-changed", before.nillable !== after.nillable, { nillable: after.nillable });
  // Where neither has its own, both follow the contract's, whose change is reported once.
  step(
    "namespace-changed",
    isOwnNamespace && namespaceOf(contracts.old, before) !== namespaceOf(contracts.new, after),
    { namespace: namespaceOf(contracts.new, after) },
  );
  step("type-changed", (contracts.renamedTypes.get(before.type) ?? before.type) !== after.type, { type: after.type });
  return changes;
}

function withChange(field: ContractField, change: FieldAttributes): ContractField {
  const { nillable, ...rest } = { ...field, ...change };
  return nillable ? { ...rest, nillable } : rest;
}

function nameOf({ name }: ContractField): string {
  return name;
}

function shapeOf(field: ContractField | undefined, translate: (type: string) => string): string {
  if (!field) return "";
  const { type, min, max, nillable, namespace } = field;
  return JSON.stringify([translate(type), min ?? 1, max ?? 1, nillable ?? false, namespace ?? null]);
}
