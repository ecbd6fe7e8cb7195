import type { Parameters } from "../operations/call/parameters.js";

/** One parameter of a form and the SOAP parameter it stands for. */
export interface FormParameter {
  /** The names it is sent under, lower case: samples of the guide differ. Read in any case, as ASP.NET does. */
  readonly names: readonly string[];
  /** The operation's parameter. */
  readonly soap: string;
  /** The code for a value that cannot be read, or a required one that is missing; `Error` where the guide has none. */
  readonly invalid?: string;
  /** Whether it must be sent and not be empty. */
  readonly required?: true;
  /** Whether a text means a literal of the operation's enumeration, besides the literal itself in any case. */
  readonly means?: (text: string, literal: string) => boolean;
  /** The text that the operation takes, where it is another than the form's: a date. Undefined for none. */
  readonly translate?: (text: string) => string | undefined;
}

/** Out parameters as a behaviour gives them. */
export type OutParameters = Readonly<Record<string, unknown>>;

/** Writes the data that follow `OK` and an empty line; `""` writes none. */
export type Layout = (out: OutParameters, parameters: Parameters) => string;

/** Puts the status word of a success and its data together. */
export type Frame = (word: string, data: string) => string;

/** One `/API/<name>.aspx`. */
export interface Form {
  /** The folder it is in, `API` unless given, and below as the guide writes them; both read in any case. */
  readonly folder?: "SSO";
  readonly name: string;
  /** The SOAP operation behind it: the first of these that the contract has, or else that `formContract` has. */
  readonly operations: readonly string[];
  /** All but `authcode`, which every operation with an `sAuthCode` takes. */
  readonly parameters: readonly FormParameter[];
  /** Absent where the answer is a status word alone. */
  readonly layout?: Layout;
  /** The word, an empty line and the data unless given. */
  readonly frame?: Frame;
}
