import { type ContractField, isRepeated } from "../soap/contract/contract.js";
import { scalarOf } from "../soap/message/scalar.js";
import { propertyName } from "./source-text.js";
import { nameOf, type TypeNames } from "./type-names.js";

/**
 * Where a field stands. The wrapper of a request is what callers write: repeated fields may be left out and times may
 * be a `Date`. Everywhere else a field is what the decoder gives.
 */
export type FieldPlace = "request" | "decoded";

/** A field as a property of an interface. */
export interface FieldSource {
  readonly name: string;
  readonly type: string;
  readonly hasQuestionToken: boolean;
  readonly docs: string[];
}

/** Renders a field: honest optionality, `null` where nillable, arrays where it may repeat. */
export function fieldSource(field: ContractField, place: FieldPlace, names: TypeNames): FieldSource {
  const value = valueType(field, place, names);
  const type = field.nillable ? `${value} | null` : value;
  const isArray = isRepeated(field);
  return {
    name: propertyName(field.name),
    type: isArray ? (type.includes(" ") ? `(${type})[]` : `${type}[]`) : type,
    hasQuestionToken: isArray ? place === "request" : field.min === 0,
    docs: [fieldDoc(field)],
  };
}

function valueType({ type }: ContractField, place: FieldPlace, names: TypeNames): string {
  const scalar = scalarOf(type);
  if (!scalar) return nameOf(names.types, type);
  return type === "xs:dateTime" && place === "request" ? "Date | string" : scalar.typescript;
}

function fieldDoc(field: ContractField): string {
  const scalar = scalarOf(field.type);
  const hint = scalar && /(?:from .+ to .+|such as [^,]+)/.exec(scalar.expects)?.[0];
  return [field.type, ...(hint ? [hint] : []), ...(field.nillable ? ["nillable"] : [])].join(", ");
}
