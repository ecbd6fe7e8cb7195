import { NotAuthenticatedError } from "../errors/not-authenticated-error.js";
import { RescueResultError } from "../errors/result-error.js";
import { type Contract, type ContractOperation, lookUp } from "../soap/contract.js";
import { beginningOf } from "../soap/cut-text.js";
import type { DecodedFields } from "../soap/decode-plan.js";
import { resultCode, UNKNOWN_RESULT } from "./result-code.js";
import { meaningOf } from "./result-codes.js";

/** How much of a literal an error shows. */
const LITERAL_LIMIT = 200;

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
  return resultOf(contract, name, operation)?.element;
}

/** The result of an operation: its element, and the code of each literal that the contract lists. */
interface Result {
  readonly element: string;
  readonly literals: readonly string[];
  readonly codes: ReadonlyMap<string, string | undefined>;
}

// Worked out once per operation: it is asked for twice in each call.
const results = new WeakMap<ContractOperation, Result | null>();

function resultOf(contract: Contract, name: string, operation: ContractOperation): Result | null {
  const known = results.get(operation);
  if (known !== undefined) return known;
  const field = operation.response.fields.find((candidate) => candidate.name === `${name}Result`);
  const literals = (field && lookUp(contract.enums, field.type)) ?? [];
  const codes = new Map(literals.map((literal) => [literal, resultCode(literal, literals)]));
  const result = field && [...codes.values()].includes("OK") ? { element: field.name, literals, codes } : null;
  results.set(operation, result);
  return result;
}

/**
 * Judges a response by its result literal.
 *
 * @param redact takes secrets out of a literal before it is shown. The literal may be as long as a reply.
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
  const result = resultOf(contract, name, operation);
  if (!result) return { values: response, code: "OK", literal: "" };
  const { [result.element]: found, ...values } = response;
  const literal = String(found);
  const code = result.codes.get(literal) ?? resultCode(literal, result.literals);
  if (code === "OK") return { values, code, literal };
  const { meaning, advice, authentication } = meaningOf(code ?? UNKNOWN_RESULT);
  const ErrorClass = authentication ? NotAuthenticatedError : RescueResultError;
  throw new ErrorClass({
    operation: name,
    code: code ?? UNKNOWN_RESULT,
    literal: beginningOf(redact(literal), LITERAL_LIMIT),
    meaning,
    advice,
  });
}
