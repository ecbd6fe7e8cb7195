import { type Contract, type ContractField, lookUp } from "../../../soap/contract/contract.js";
import { scalarOf } from "../../../soap/message/scalar.js";
import type { ParameterValue } from "../call/parameters.js";

// Value types in .NET, whose values are kept in their lexical form here.
const LEXICAL_DEFAULTS: ReadonlyMap<string, string> = new Map([
  ["xs:dateTime", "0001-01-01T00:00:00"],
  ["xs:date", "0001-01-01"],
  ["xs:time", "00:00:00"],
  ["xs:decimal", "0"],
]);

/**
 * What .NET gives a value that was never set: 0, false, the first enum member, null. One that need not be there is null
 * as well: .NET knows then that it was not set.
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
