import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { didYouMean } from "../../errors/nearest-name.js";
import { type Contract, isRequired, leftOutText, lookUp } from "../../soap/contract/contract.js";
import { resultElement } from "../../soap/contract/result-element.js";
import type { ParameterValue } from "../wire/parameters.js";
import { answeringElement } from "../wire/response-message.js";
import type { Behaviour } from "./behaviour.js";
import { callerOf } from "./caller.js";
import { executionKey } from "./execution-key.js";
import { checkResponse, responseOf, saysOk } from "./handler-response.js";
import { knownCaller } from "./known-caller.js";

/** What a handler gets besides the request. */
export interface HandlerContext<Response = unknown> {
  readonly operation: string;
  /** The email address of the caller, by auth code or cookie login; undefined when nobody is logged in. */
  readonly caller: string | undefined;
  /** The emulator's time, in milliseconds since 1970. */
  readonly now: number;
  /**
   * Does what the emulator itself does for this call, and returns its answer. What it changes is counted, whatever the
   * handler answers then. Rejects for an operation that the emulator has no behaviour for.
   */
  readonly proceed: () => Promise<Response>;
}

/**
 * An operation's behaviour as a user of the emulator writes it: from the request element to the response element, in the
 * generated types. What it throws is answered as a `soap:Server` fault.
 */
export type Handler<Request, Response> = (
  request: Request,
  context: HandlerContext<Response>,
) => Response | Promise<Response>;

/**
 * A handler as a behaviour. Its answer counts as an execution when it says OK, under the key that the emulator's own
 * behaviour would have.
 *
 * @param builtIn the emulator's own behaviour.
 * @throws {InvalidArgumentError} for an operation that the contract does not have, and for what is no function.
 */
export function behaviourOf(
  contract: Contract,
  name: string,
  handler: Handler<never, object>,
  builtIn: Behaviour,
): Behaviour {
  const operation = lookUp(contract.operations, name);
  if (!operation) {
    const left = leftOutText(contract, name);
    const known = didYouMean(name, Object.keys(contract.operations));
    const problem = left ? `${name}: ${left}` : `the WSDL has no operation ${JSON.stringify(name)}${known}`;
    throw new InvalidArgumentError("operation", `emulator.on: ${problem}`);
  }
  if (typeof handler !== "function") throw new InvalidArgumentError("handler", "emulator.on: expected a function");
  const result = answeringElement(contract, name, operation);
  // A literal that a handler leaves out is OK, also one that is only known as a text that must be there.
  const isText = result?.type === "xs:string" && isRequired(result);
  const hasLiteral = isText || resultElement(contract, name, operation) !== undefined;
  return async (call) => {
    const caller = callerOf(call);
    const request = withoutNulls(call.parameters) as never;
    const email = "user" in caller ? caller.user.email : undefined;
    let hasProceeded = false;
    const proceed = async () => {
      hasProceeded = true;
      const answer = await builtIn(call);
      if (answer.changed !== undefined) call.executed(answer.changed);
      return responseOf(contract, name, operation, answer);
    };
    const response = await handler(request, { operation: name, caller: email, now: call.now(), proceed });
    checkResponse(name, operation, response);
    const out = response as Readonly<Record<string, unknown>>;
    // Other data that is left out is absent.
    const isGiven = result !== undefined && !(hasLiteral && out[result.name] === undefined);
    const counts = !hasProceeded && saysOk(contract, name, operation, response);
    const key = () =>
      executionKey(call.parameters, out, knownCaller(call.desk, call.session.known, call.parameters)?.email);
    return {
      result: "OK",
      out: isGiven ? { [result.name]: undefined, ...out } : out,
      ...(counts ? { changed: key() } : {}),
    };
  };
}

// .NET hands over null for what was not sent; in the generated types it is absent.
function withoutNulls(value: ParameterValue): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutNulls(item as ParameterValue)]));
}
