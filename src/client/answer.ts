import { NotAuthenticatedError } from "../errors/not-authenticated-error.js";
import { RescueResultError } from "../errors/result-error.js";
import { type Contract, type ContractOperation, lookUp } from "../soap/contract.js";
import type { DecodedFields } from "../soap/decode-plan.js";
import { resultCode, UNKNOWN_RESULT } from "./result-code.js";
import { meaningOf } from "./result-codes.js";

/** What an operation answered, its result judged OK. */
export interface Answer {
  /** The response's elements without the result: the out parameters. */
  readonly values: DecodedFields;
  readonly code: "OK";
  /** The result literal as it came; empty for an operation that has no result element. */
  readonly literal: string;
}

/**
 * The element that holds an operation's result literal: `<operation>Result`, as ASMX names what a method returns.
 * Undefined where there is none, or where its values are no literals (no OK among them).
 */
export function resultElement(contract: Contract, name: string, operation: ContractOperation): string | undefined {
  const field = operation.response.fields.find((candidate) => candidate.name === `${name}Result`);
  const literals = field && lookUp(contract.enums, field.type);
  return literals?.some((literal) => resultCode(literal, literals) === "OK") ? field?.name : undefined;
}

/**
 * Judges a response by its result literal.
 *
 * @param redact takes secrets out of a literal before it is shown.
 * @throws {NotAuthenticatedError} when the code says that the caller is not accepted.
 * @throws {RescueResultError} for every other code than OK; `UNKNOWN_RESULT` for a literal that nobody knows.
 */
export function judge(
  contract: Contract,
  name: string,
  operation: ContractOperation,
  response: DecodedFields,
  redact: (text: string) => string,
): Answer {
  const element = resultElement(contract, name, operation);
  if (element === undefined) return { values: response, code: "OK", literal: "" };
  const { [element]: result, ...values } = response;
  const literal = String(result);
  const field = operation.response.fields.find((candidate) => candidate.name === element);
  const code = resultCode(literal, field && lookUp(contract.enums, field.type));
  if (code === "OK") return { values, code, literal };
  const { meaning, advice, authentication } = meaningOf(code ?? UNKNOWN_RESULT);
  const ErrorClass = authentication ? NotAuthenticatedError : RescueResultError;
  throw new ErrorClass({
    operation: name,
    code: code ?? UNKNOWN_RESULT,
    literal: redact(literal).slice(0, 200),
    meaning,
    advice,
  });
}
