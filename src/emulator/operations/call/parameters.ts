import { didYouMean } from "../../../errors/nearest-name.js";

/** The value of a parameter as .NET's XmlSerializer would pass it to the method. */
export type ParameterValue = string | number | bigint | boolean | null | Parameters | readonly ParameterValue[];

/** The parameters of a call, by the names of the contract; all of them, sent or not. */
export interface Parameters {
  readonly [name: string]: ParameterValue;
}

/** A text parameter; null, absent and empty are all `""`. */
export function textParameter(parameters: Parameters, name: string): string {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  return value === null || value === undefined ? "" : String(value);
}

/** A whole-number parameter; 0 if it was not sent, as an `int` is in .NET. */
export function integerParameter(parameters: Parameters, name: string): number {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  return typeof value === "number" || typeof value === "bigint" || typeof value === "string" ? Number(value) : 0;
}

/** A boolean parameter; false if it was not sent. Some HTTP forms send `1` or `0`. */
export function booleanParameter(parameters: Parameters, name: string): boolean {
  return /^(?:true|1)$/i.test(textParameter(parameters, name));
}

/** The note for the log on a word that is not a member of its enumeration. */
export function unknownLiteral(word: string, literals: readonly string[]): string {
  return `${JSON.stringify(word.slice(0, 80))} is not listed in the contract${didYouMean(word, literals)}`;
}
