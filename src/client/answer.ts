import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { NotAuthenticatedError } from "../errors/not-authenticated-error.js";
import { RescueResultError } from "../errors/result-error.js";
import {
  type Contract,
  type ContractField,
  type ContractOperation,
  isRepeated,
  lookUp,
} from "../soap/contract/contract.js";
import { resultElement } from "../soap/contract/result-element.js";
import type { DecodedFields } from "../soap/message/decode-plan.js";
import { beginningOf } from "../soap/text/cut-text.js";
import { FACADE } from "./facade.js";
import { resultCode, UNKNOWN_RESULT } from "./result-code.js";
import { meaningOf, UNKNOWN_MEANING } from "./result-codes.js";

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

/** What is known of an operation's result. */
interface Result {
  /** The element that is judged; undefined where the operation returns data. */
  readonly element: string | undefined;
  readonly literals: readonly string[];
  /** The code of each literal that the contract lists; of data, only of those that refuse the call. */
  readonly codes: ReadonlyMap<string, string | undefined>;
}

// Worked out once per operation: it is asked for twice in each call.
const results = new WeakMap<ContractOperation, Result>();

function resultOf(contract: Contract, name: string, operation: ContractOperation): Result {
  const known = results.get(operation);
  if (known) return known;
  const field = resultElement(contract, name, operation) ?? textResult(name, operation);
  const literals = lookUp(contract.enums, (field ?? namedResult(name, operation))?.type ?? "") ?? [];
  const code = (literal: string) => (field ? resultCode(literal, literals) : refusal(name, literal));
  const codes = new Map(literals.map((literal) => [literal, code(literal)]));
  const result = { element: field?.name, literals, codes };
  results.set(operation, result);
  return result;
}

function namedResult(name: string, { response }: ContractOperation): ContractField | undefined {
  return response.fields.find((field) => field.name === `${name}Result`);
}

// A text that another operation returns is data. What the facade calls has to say that it was done, also in a text.
function textResult(name: string, operation: ContractOperation): ContractField | undefined {
  const field = namedResult(name, operation);
  return isOfFacade(name) && field?.type === "xs:string" && !isRepeated(field) ? field : undefined;
}

// A literal of an enumeration without an OK is data, unless it says behind the operation's own name why the call was
// refused: getStatus_Closed is a status, getStatus_NotLoggedIn is none.
function refusal(name: string, literal: string): string | undefined {
  const [own = name] = name.split(/_v\d/i);
  return literal.startsWith(`${own}_`) || literal.startsWith(`${own}Ret_`) ? resultCode(literal) : undefined;
}

/**
 * The element whose text is judged, whether the contract lists it or not; undefined for an operation whose result is
 * data.
 */
export function judgedElement(contract: Contract, name: string, operation: ContractOperation): string | undefined {
  return resultOf(contract, name, operation).element;
}

/**
 * Why the answer of an operation that the facade calls could not say that it was done: its result is data, such as a
 * boolean or an enumeration without an OK. Undefined where it can, or has nothing to say, and for all other operations.
 */
export function unjudgeable(contract: Contract, name: string, operation: ContractOperation): string | undefined {
  if (!isOfFacade(name) || operation.response.fields.length === 0) return undefined;
  if (judgedElement(contract, name, operation) !== undefined) return undefined;
  const field = namedResult(name, operation);
  const found = field ? `${field.name} is ${field.type}` : `there is no ${name}Result`;
  return `expected a result that is an enumeration with an OK, or a string, but ${found}`;
}

/** @throws {InvalidArgumentError} for an operation of the facade that is `unjudgeable` in this contract. */
export function checkJudged(contract: Contract, name: string, operation: ContractOperation): void {
  const reason = unjudgeable(contract, name, operation);
  if (reason !== undefined) throw new InvalidArgumentError("contract", `${name}: ${reason}; nothing was sent`, name);
}

function isOfFacade(name: string): boolean {
  return FACADE.some(({ operation }) => operation === name);
}

/**
 * Judges a response by its result literal. Data is not judged, unless it says that the call was refused.
 *
 * @param call what was called, and the user for whom: named where the user is refused.
 * @param redact takes secrets out of a literal before it is shown. The literal may be as long as a reply.
 * @throws {NotAuthenticatedError} when the code says that the caller is not accepted.
 * @throws {RescueResultError} for every other code than OK; `UNKNOWN_RESULT` for a literal that nobody knows.
 */
export function judge(
  contract: Contract,
  {
    name,
    operation,
    user,
  }: { readonly name: string; readonly operation: ContractOperation; readonly user?: string | undefined },
  response: DecodedFields,
  redact: (text: string) => string,
): Answer {
  const { element, literals, codes } = resultOf(contract, name, operation);
  const found = response[element ?? `${name}Result`];
  // Nil or absent, it says nothing, which is never a success.
  const literal = typeof found === "string" ? found : "";
  const code = codes.get(literal) ?? (element === undefined ? undefined : resultCode(literal, literals));
  if (element === undefined && code === undefined) return { values: response, code: "OK", literal: "" };
  if (element !== undefined && code === "OK") {
    const { [element]: _, ...values } = response;
    return { values, code, literal };
  }
  const { meaning, advice, authentication } = code === undefined ? UNKNOWN_MEANING : meaningOf(code);
  const shown = beginningOf(redact(literal), LITERAL_LIMIT);
  const details = { operation: name, code: code ?? UNKNOWN_RESULT, literal: shown, meaning, advice };
  throw authentication ? new NotAuthenticatedError({ ...details, user }) : new RescueResultError(details);
}
