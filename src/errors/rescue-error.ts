import { brand } from "./brand.js";

/**
 * What is known of a request when a call fails.
 *
 * - `not-sent`: the service cannot have acted on the request; calling again is safe.
 * - `unknown`: the request was sent, or may have been, and no trustworthy answer came back.
 * - `answered`: the service answered this call.
 */
export type Outcome = "not-sent" | "unknown" | "answered";

/** The properties of every error of this package. */
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
 * The base of every error that this package throws. It throws nothing else: no string, no plain object, no library's
 * error (which is kept as `cause` only where it can hold no secret).
 *
 * Everything but the stack is an own, enumerable property: `JSON.stringify` shows it, and `postMessage` and
 * `structuredClone` keep it. `instanceof` also recognises the errors of another copy of this package.
 */
export class RescueError implements Error {
  static {
    // A native error reaches another thread with its message and stack only: code, outcome and even the name are lost.
    // An object that only inherits from Error keeps its own properties.
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
  /** How many attempts were made, including the failed one; 0 where no attempt was made. */
  readonly attempts: number;
  /** The id of the support session in the call's arguments; absent where there was none. */
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

/** What upper layers add to an error of a lower one. */
export interface Learned {
  readonly attempts?: number;
  readonly outcome?: Outcome;
}

/**
 * Returns a copy of `error` with more, or more certain, properties. `error` itself is unchanged: other calls may throw
 * it.
 */
export function learned<E extends RescueError>(error: E, known: Learned): E {
  return copyOf(error, known);
}

/**
 * Returns a copy of `error` that names, in its message too, the support session of `call`. The error may be of another
 * operation, such as the login before the call, which concerns no session.
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

/** Adds to an error that has not been thrown to a caller yet: the attempts made, or a more certain outcome. */
export function annotate<E extends RescueError>(error: E, known: { attempts?: number; outcome?: Outcome }): E {
  return Object.assign(error, known);
}
