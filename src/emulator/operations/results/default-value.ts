import { type Contract, type ContractField, lookUp } from "../../../soap/contract/contract.js";
import { scalarOf } from "../../../soap/message/scalar.js";
import type { ParameterValue } from "../call/parameters.js";

// Value types in .NET; here they are kept in their lexical form.
const LEXICAL_DEFAULTS: ReadonlyMap<string, string> = new Map([
  ["xs:dateTime", "0001-01-01T00:00:00"],
  ["xs:date", "0001-01-01"],
  ["xs:time", "00:00:00"],
  ["xs:decimal", "0"],
]);

/**
 * The value that .NET gives an omitted parameter: 0, false, the first enum member, null. An optional one is null as
 * well: .NET then knows that it was not set.
 */
export function defaultOf(contract: Contract, field: ContractField): ParameterValue {
  if (field.nillable || field.min === 0) return null;
  const literals = lookUp(contract.enums, field.type);
  if (literals) return literals[0] ?? null;
  const written = LEXICAL_DEFAULTS.get(field.type);
  if (written !== undefined) return written;
  const kind = scalarOf(field.type)?.typescript;
  return kind === "number" ? 0 : kind === "bigint" ? 0n : kind === "boolean" ? false : null;
}
