import { InvalidArgumentError } from "../../../errors/invalid-argument-error.js";
import { didYouMean } from "../../../errors/nearest-name.js";
import { type Contract, isRequired, leftOutText, lookUp } from "../../../soap/contract/contract.js";
import { resultElement } from "../../../soap/contract/result-element.js";
import type { Behaviour, Call } from "../call/call.js";
import { callerOf } from "../call/caller.js";
import { executionKey } from "../call/execution-key.js";
import { knownCaller } from "../call/known-caller.js";
import type { ParameterValue } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";
import { answeringElement } from "../results/response-values.js";
import { checkResponse, responseOf, saysOk } from "./handler-response.js";

/** What a handler gets in addition to the request. */
export interface HandlerContext<Response = unknown> {
  readonly operation: string;
  /** The email address of the caller, by auth code or cookie login; undefined when nobody is logged in. */
  readonly caller: string | undefined;
  /** The emulator's time, in milliseconds since 1970. */
  readonly now: number;
  /**
   * Runs the emulator's own behaviour for this call and returns its answer. Its change is counted, whatever the handler
   * returns then. Rejects for an operation for which the emulator has no behaviour.
   */
  readonly proceed: () => Promise<Response>;
}

/**
 * A custom behaviour of an operation: from the request element to the response element, in the generated types. An
 * exception is answered as a `soap:Server` fault.
 */
export type Handler<Request, Response> = (
  request: Request,
  context: HandlerContext<Response>,
) => Response | Promise<Response>;

/**
 * A handler as a behaviour. Its answer counts as an execution if its result is OK, under the same key as the emulator's
 * own behaviour.
 *
 * @param builtIn the emulator's own behaviour.
 * @throws {InvalidArgumentError} for an operation that the contract does not have, and for anything but a function.
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
  // A literal that a handler omits is OK, also one that is only known as a required text.
  const isText = result?.type === "xs:string" && isRequired(result);
  const hasLiteral = isText || resultElement(contract, name, operation) !== undefined;
  return async (call) => {
    const caller = emailOfCaller(call);
    const request = withoutNulls(call.parameters) as never;
    let hasProceeded = false;
    const proceed = async () => {
      hasProceeded = true;
      const result = await builtIn(call);
      if (result.changed !== undefined) call.executed(result.changed);
      return responseOf(contract, name, operation, result);
    };
    const response = await handler(request, { operation: name, caller, now: call.now(), proceed });
    checkResponse(name, operation, response);
    const out = response as Readonly<Record<string, unknown>>;
    // Other omitted data is absent.
    const isGiven = result !== undefined && !(hasLiteral && out[result.name] === undefined);
    const counts = !hasProceeded && saysOk(contract, name, operation, response);
    const key = () =>
      executionKey(call.parameters, out, knownCaller(call.desk, call.session.known, call.parameters)?.email);
    return {
      code: "OK",
      out: isGiven ? { [result.name]: undefined, ...out } : out,
      ...(counts ? { changed: key() } : {}),
    };
  };
}

function emailOfCaller(call: Call): string | undefined {
  try {
    return callerOf(call).email;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

// .NET passes null for omitted parameters; in the generated types they are absent.
function withoutNulls(value: ParameterValue): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutNulls(item as ParameterValue)]));
}
