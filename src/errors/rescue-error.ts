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
 */
export class RescueError extends Error {
  override readonly name: string = "RescueError";
  /** A stable, machine-readable code; for a refused result it is the result code, such as `ActionFailed`. */
  readonly code: string;
  /** The SOAP operation, in the vendor's spelling; absent where no operation was involved. */
  readonly operation: string | undefined;
  readonly outcome: Outcome;
  /** How many attempts were made, the failed one included; 0 where nothing was tried. */
  readonly attempts: number;

  constructor(message: string, details: RescueErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = details.code;
    this.operation = details.operation;
    this.outcome = details.outcome;
    this.attempts = details.attempts ?? 0;
  }
}

/** The same error with another outcome; `error` itself may be others' too, and stays as it is. */
export function withOutcome<E extends RescueError>(error: E, outcome: Outcome): E {
  const copy: E = Object.create(Object.getPrototypeOf(error), Object.getOwnPropertyDescriptors(error));
  return Object.assign(copy, { outcome });
}

/** For the layers that learn more about an error than the one that made it: the attempts made, a surer outcome. */
export function annotate<E extends RescueError>(error: E, known: { attempts?: number; outcome?: Outcome }): E {
  return Object.assign(error, known);
}
