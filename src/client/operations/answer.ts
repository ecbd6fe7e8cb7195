import { NotAuthenticatedError } from "../../errors/not-authenticated-error.js";
import { meaningOf, UNKNOWN_MEANING, UNKNOWN_RESULT } from "../../errors/result-codes.js";
import { RescueResultError } from "../../errors/result-error.js";
import {
  type Contract,
  type ContractField,
  type ContractOperation,
  isRepeated,
  lookUp,
} from "../../soap/contract/contract.js";
import { resultElement } from "../../soap/contract/result-element.js";
import type { DecodedFields } from "../../soap/message/message-plan.js";
import { beginningOf } from "../../soap/text/cut-text.js";
import type { Redactor } from "../../soap/watch/redactor.js";
import { hasToSayDone } from "./client-functions.js";
import { refusedKind, saidOfCaller } from "./refused-credentials.js";
import { resultCode } from "./result-code.js";

/** The longest literal that an error shows. */
const LITERAL_LIMIT = 200;

/** The answer of an operation whose result is OK. */
export interface Answer {
  /** The response's elements without the result: the out parameters. */
  readonly values: DecodedFields;
  readonly code: "OK";
  /** The result literal as received; empty for an operation without a result element. */
  readonly literal: string;
}

/** How the result of an operation is judged. */
export interface ResultRule {
  /**
   * The element that is judged, whether the contract lists its text or not; undefined where the operation returns data.
   */
  readonly element: string | undefined;
  readonly literals: readonly string[];
  /** The code of each literal that the contract lists; of data, only of those that refuse the call. */
  readonly codes: ReadonlyMap<string, string | undefined>;
}

/** How the result of an operation is judged. The same for each of its calls. */
export function resultRule(contract: Contract, name: string, operation: ContractOperation): ResultRule {
  const field = judgedField(contract, name, operation);
  const literals = lookUp(contract.enums, (field ?? namedResult(name, operation))?.type ?? "") ?? [];
  const code = (literal: string) => (field ? resultCode(literal, literals) : refusal(name, literal));
  const codes = new Map(literals.map((literal) => [literal, code(literal)]));
  return { element: field?.name, literals, codes };
}

function judgedField(contract: Contract, name: string, operation: ContractOperation): ContractField | undefined {
  return resultElement(contract, name, operation) ?? textResult(name, operation);
}

function namedResult(name: string, { response }: ContractOperation): ContractField | undefined {
  return response.fields.find((field) => field.name === `${name}Result`);
}

// A text that another operation returns is data. One by which a function of the client has done something has to say so,
// also in a text.
function textResult(name: string, operation: ContractOperation): ContractField | undefined {
  const field = namedResult(name, operation);
  return hasToSayDone(name) && field?.type === "xs:string" && !isRepeated(field) ? field : undefined;
}

// A literal of an enumeration without an OK is data, unless it states after the operation's own name why the call was
// refused: getStatus_Closed is a status, getStatus_NotLoggedIn is not.
function refusal(name: string, literal: string): string | undefined {
  const [own = name] = name.split(/_v\d/i);
  return literal.startsWith(`${own}_`) || literal.startsWith(`${own}Ret_`) ? resultCode(literal) : undefined;
}

/**
 * Why the answer of an operation that has to say that it was done could not: its result is data, such as a boolean or an enumeration without an OK. Undefined where it can, or has nothing to say, and for all
 * other operations.
 */
export function unjudgeable(contract: Contract, name: string, operation: ContractOperation): string | undefined {
  if (!hasToSayDone(name) || operation.response.fields.length === 0) return undefined;
  if (judgedField(contract, name, operation)) return undefined;
  const field = namedResult(name, operation);
  const found = field ? `${field.name} is ${field.type}` : `there is no ${name}Result`;
  return `expected a result that is an enumeration with an OK, or a string, but ${found}`;
}

/** What the judged response answers. */
export interface JudgedCall {
  readonly name: string;
  readonly result: ResultRule;
  /** The user for whom it was called: named where the user is refused. */
  readonly user?: string | undefined;
  /** True where an auth code went along. */
  readonly sendsCode?: boolean | undefined;
}

/**
 * Judges a response by its result literal. Data is not judged, unless it says that the call was refused.
 *
 * @param redactor takes secrets out of a literal before it is shown. The literal may be as long as a reply.
 * @throws {NotAuthenticatedError} when the code says that the caller is not accepted.
 * @throws {RescueResultError} for every other code than OK; `UNKNOWN_RESULT` for an unknown literal.
 */
export function judge(
  { name, result, user, sendsCode = false }: JudgedCall,
  response: DecodedFields,
  redactor: Redactor,
): Answer {
  const { element, literals, codes } = result;
  const found = response[element ?? `${name}Result`];
  // A nil or absent result is never a success.
  const literal = typeof found === "string" ? found : "";
  const code = codes.get(literal) ?? (element === undefined ? undefined : resultCode(literal, literals));
  if (element === undefined && code === undefined) return { values: response, code: "OK", literal: "" };
  if (element !== undefined && code === "OK") {
    const { [element]: _, ...values } = response;
    return { values, code, literal };
  }
  const said = code === undefined ? UNKNOWN_MEANING : meaningOf(code);
  const { meaning, advice, authentication } = saidOfCaller(name, code, said);
  const shown = beginningOf(redactor.text(literal), LITERAL_LIMIT);
  const details = { operation: name, code: code ?? UNKNOWN_RESULT, literal: shown, meaning, advice };
  if (!authentication) throw new RescueResultError(details);
  throw new NotAuthenticatedError({ ...details, user, credentials: refusedKind(name, code, sendsCode) });
}
