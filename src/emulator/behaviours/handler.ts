import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { type Contract, isRequired, lookUp } from "../../soap/contract.js";
import { resultElement } from "../../soap/result-element.js";
import type { ParameterValue } from "../wire/parameters.js";
import { answeringElement } from "../wire/response-message.js";
import type { Behaviour } from "./behaviour.js";
import { callerOf } from "./caller.js";

/** What a handler is told besides the request. */
export interface HandlerContext {
  readonly operation: string;
  /** The email address of the caller, by auth code or cookie login; undefined when nobody is logged in. */
  readonly caller: string | undefined;
  /** The emulator's time, in milliseconds since 1970. */
  readonly now: number;
}

/**
 * An operation's behaviour as a user of the emulator writes it: from the request element to the response element, in the
 * generated types. What it throws is answered as a `soap:Server` fault.
 */
export type Handler<Request, Response> = (request: Request, context: HandlerContext) => Response | Promise<Response>;

/**
 * A handler as a behaviour.
 * @throws {InvalidArgumentError} for an operation that the contract does not have.
 */
export function behaviourOf(contract: Contract, name: string, handler: Handler<never, object>): Behaviour {
  const operation = lookUp(contract.operations, name);
  if (!operation) {
    throw new InvalidArgumentError("operation", `emulator.on: the WSDL has no operation ${JSON.stringify(name)}`);
  }
  const result = answeringElement(contract, name, operation);
  // A literal that a handler leaves out is OK, also one that is only known as a text that must be there.
  const isText = result?.type === "xs:string" && isRequired(result);
  const saysOk = isText || resultElement(contract, name, operation) !== undefined;
  return async (call) => {
    const caller = callerOf(call);
    const request = withoutNulls(call.parameters) as never;
    const email = "user" in caller ? caller.user.email : undefined;
    const response = await handler(request, { operation: name, caller: email, now: call.now() });
    const out = response as Readonly<Record<string, unknown>>;
    // Other data that is left out is absent.
    const isGiven = result !== undefined && !(saysOk && out[result.name] === undefined);
    return { result: "OK", out: isGiven ? { [result.name]: undefined, ...out } : out, changed: "" };
  };
}

// .NET hands over null for what was not sent; in the generated types it is absent.
function withoutNulls(value: ParameterValue): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutNulls(item as ParameterValue)]));
}
