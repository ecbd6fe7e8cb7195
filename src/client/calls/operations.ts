import type { OperationTypes } from "../../../generated/index.js";
import type { OperationTypeTable } from "../../soap/contract/operation-type-table.js";
import type { CallOptions } from "../options/options.js";

/**
 * The response of an operation without its result element: the out parameters. Written as its fields, so that an editor
 * shows these instead of a name.
 */
export type OperationAnswer<
  Name extends keyof Types,
  Types extends OperationTypeTable<Types> = OperationTypes,
> = Types[Name]["response"] extends infer Response
  ? { [Field in keyof Response as Exclude<Field, Types[Name]["result"]>]: Response[Field] }
  : never;

/**
 * Every operation of the WSDL, in the vendor's spelling and with the generated types. Each logs in first if necessary,
 * adds the auth code if there is one, checks the result literal and returns the other elements of the response. A
 * result that is not a literal (a boolean, a text, an enumeration without an OK) is data, and is returned unchanged.
 */
export type Operations<Types extends OperationTypeTable<Types> = OperationTypes> = {
  readonly [Name in keyof Types]: Record<never, never> extends Types[Name]["request"]
    ? (args?: Types[Name]["request"], options?: CallOptions) => Promise<OperationAnswer<Name, Types>>
    : (args: Types[Name]["request"], options?: CallOptions) => Promise<OperationAnswer<Name, Types>>;
};
