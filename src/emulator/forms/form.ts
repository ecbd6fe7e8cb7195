import type { Pieces } from "../http/pieces.js";
import type { Parameters } from "../operations/call/parameters.js";

/** One parameter of a form and the corresponding SOAP parameter. */
export interface FormParameter {
  /** Its names, in lower case: samples of the guide differ. Compared without regard to case, as in ASP.NET. */
  readonly names: readonly string[];
  /** The operation's parameter. */
  readonly soap: string;
  /** The code for an invalid value, or a missing required one. @default "Error" */
  readonly invalid?: string;
  /** Whether it must be sent and must not be empty. */
  readonly required?: true;
  /** Whether a text means a literal of the enumeration; the literal itself, in any case, always does. */
  readonly means?: (text: string, literal: string) => boolean;
  /** Translates the form's text into the operation's, such as a date; undefined for an invalid one. */
  readonly translate?: (text: string) => string | undefined;
}

/** Out parameters as a behaviour returns them. */
export type OutParameters = Readonly<Record<string, unknown>>;

/** Writes the data that follow `OK` and an empty line; `""` writes none. A long list is written in pieces. */
export type Layout = (out: OutParameters, parameters: Parameters) => string | Pieces;

/** Joins the status word of a success and its data. */
export type Frame = (word: string, data: string) => string;

/** One `/API/<name>.aspx`. */
export interface Form {
  /** The folder. It and `name` are as in the guide, and compared without regard to case. @default "API" */
  readonly folder?: "SSO";
  readonly name: string;
  /** The SOAP operation behind it: the first of these that the contract has, or else `formContract`. */
  readonly operations: readonly string[];
  /** All but `authcode`, which every operation with an `sAuthCode` accepts. */
  readonly parameters: readonly FormParameter[];
  /** Absent if the answer is only a status word. */
  readonly layout?: Layout;
  /** By default the word, an empty line and the data. */
  readonly frame?: Frame;
}
