import type { OperationTypes } from "../../generated/index.js";
import type { CallOptions } from "./options.js";

type Request<Name extends keyof OperationTypes> = OperationTypes[Name]["request"];

/** The response of an operation without its result element: the out parameters. */
export type OperationAnswer<Name extends keyof OperationTypes> = Omit<
  OperationTypes[Name]["response"],
  OperationTypes[Name]["result"]
>;

/**
 * Every operation of the WSDL, in the vendor's spelling and with the generated types. Each logs in first if it has to,
 * adds the auth code if there is one, checks the result and gives the other elements of the response.
 */
export type Operations = {
  readonly [Name in keyof OperationTypes]: Record<never, never> extends Request<Name>
    ? (args?: Request<Name>, options?: CallOptions) => Promise<OperationAnswer<Name>>
    : (args: Request<Name>, options?: CallOptions) => Promise<OperationAnswer<Name>>;
};
