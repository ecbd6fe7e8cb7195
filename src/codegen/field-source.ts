import { type ContractField, isRepeated } from "../soap/contract/contract.js";
import { scalarOf } from "../soap/message/scalar.js";
import { comment, propertyName, sentence } from "./source-text.js";
import { nameOf, type TypescriptNames } from "./typescript-names.js";

/**
 * How a field is used: `sent` in the wrapper of a request, which callers write (repeated fields may be omitted, times may
 * be a `Date`); `decoded` everywhere else, as the decoder returns it.
 */
export type FieldDirection = "sent" | "decoded";

/**
 * Renders a field of an interface with its doc comment: optional where the element is, `null` where it is nillable, an
 * array where it may repeat.
 *
 * @param documentation what the WSDL says about the field.
 * @returns two lines.
 */
export function fieldSource(
  field: ContractField,
  direction: FieldDirection,
  names: TypescriptNames,
  documentation: string | undefined,
): readonly string[] {
  const value = valueType(field, direction, names);
  const single = field.nillable ? `${value} | null` : value;
  const isArray = isRepeated(field);
  const type = isArray ? (single.includes(" ") ? `(${single})[]` : `${single}[]`) : single;
  const mark = (isArray ? direction === "sent" : field.min === 0) ? "?" : "";
  return [
    `  /** ${documentation === undefined ? "" : `${sentence(documentation)} `}${described(field, direction)} */`,
    // What may be left out may also be undefined, under exactOptionalPropertyTypes too: the encoder takes both alike.
    `  ${propertyName(field.name)}${mark}: ${type}${mark === "?" && direction === "sent" ? " | undefined" : ""};`,
  ];
}

function valueType({ type }: ContractField, direction: FieldDirection, names: TypescriptNames): string {
  const scalar = scalarOf(type);
  if (!scalar) return nameOf(names.types, type);
  return type === "xs:dateTime" && direction === "sent" ? "Date | string" : scalar.typescript;
}

// What is known about the values beyond their TypeScript type.
function described({ type, max, nillable }: ContractField, direction: FieldDirection): string {
  const expects = scalarOf(type)?.expects;
  const values = direction === "decoded" ? expects?.replace(/, or a valid Date$/, "") : expects;
  return [
    values === undefined ? `\`${comment(type)}\` of the schema.` : sentence(capitalised(`${values} (${type})`)),
    ...(nillable ? ["Nillable: may be null."] : []),
    ...(typeof max === "number" && max > 1 ? [`At most ${max}.`] : []),
  ].join(" ");
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
