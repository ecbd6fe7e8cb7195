import { brand } from "./brand.js";

/**
 * What is known of a request when a call ends without a result.
 *
 * - `not-sent`: no byte of the request can have been acted on; calling again is safe.
 * - `unknown`: the request was sent, or may have been, and no trustworthy answer came back.
 * - `answered`: the service answered this call.
 */
export type Outcome = "not-sent" | "unknown" | "answered";

/** What every error of this package is made with. */
export interface RescueErrorDetails {
  /** A stable, machine-readable code. */
  readonly code: string;
  /** The SOAP operation, in the vendor's spelling. */
  readonly operation?: string | undefined;
  readonly outcome: Outcome;
  /** How many attempts were made. */
  readonly attempts?: number | undefined;
  readonly cause?: unknown;
}

/**
 * The base of every error that this package throws. Nothing else is thrown: no string, no plain object, no error of a
 * library underneath (those are kept as `cause` only where they can hold no secret).
 *
 * Everything but the stack is an own, enumerable property: `JSON.stringify` shows it, and `postMessage` and
 * `structuredClone` keep it. `instanceof` also recognises the errors of another copy of this package.
 */
export class RescueError implements Error {
  static {
    // A native error reaches another thread with its message and stack alone: code, outcome and even the name are lost.
    // An object that only inherits from Error keeps what it owns.
    Object.setPrototypeOf(RescueError, Error);
    Object.setPrototypeOf(RescueError.prototype, Error.prototype);
    brand(RescueError, "RescueError");
  }

  readonly name: string;
  readonly message: string;
  declare readonly stack?: string;
  /** A stable, machine-readable code; for a refused result it is the result code, such as `ActionFailed`. */
  readonly code: string;
  /** The SOAP operation, in the vendor's spelling; absent where no operation was involved. */
  readonly operation: string | undefined;
  readonly outcome: Outcome;
  /** How many attempts were made, the failed one included; 0 where nothing was tried. */
  readonly attempts: number;
  /** The id of the support session that the call was about; absent where it was about none. */
  declare readonly session?: number;
  /** The error behind this one; absent where there is none. */
  declare readonly cause?: unknown;

  constructor(message: string, details: RescueErrorDetails) {
    this.name = new.target.name;
    this.message = message;
    this.code = details.code;
    this.operation = details.operation;
    this.outcome = details.outcome;
    this.attempts = details.attempts ?? 0;
    if (details.cause !== undefined) this.cause = details.cause;
    Error.captureStackTrace(this, new.target);
  }
}

/** What the layers above learn about an error that was made below them. */
export interface Learned {
  readonly attempts?: number;
  readonly outcome?: Outcome;
}

/** A copy of `error` that says more or surer things; `error` itself may be thrown to others too, and is unchanged. */
export function learned<E extends RescueError>(error: E, known: Learned): E {
  return copyOf(error, known);
}

/**
 * A copy of `error` that tells, in its message too, which support session `call` was about. The error may be of another
 * operation, such as the login before the call, which is about no session.
 */
export function naming<E extends RescueError>(error: E, call: string, session: number): E {
  const { message, operation } = error;
  const isOfCall = operation === call && message.startsWith(call);
  const named = `${call} ${session}${isOfCall ? message.slice(call.length) : `: ${message}`}`;
  return copyOf(error, { session, message: named });
}

function copyOf<E extends RescueError>(error: E, known: Partial<RescueError>): E {
  const copy: E = Object.assign(Object.create(Object.getPrototypeOf(error)), error, known);
  const stack = error.stack?.replace(error.message, () => copy.message);
  return Object.defineProperties(copy, { stack: { value: stack, configurable: true } });
}

/** For the layers that learn more about an error than the one that made it: the attempts made, a surer outcome. */
export function annotate<E extends RescueError>(error: E, known: { attempts?: number; outcome?: Outcome }): E {
  return Object.assign(error, known);
}
