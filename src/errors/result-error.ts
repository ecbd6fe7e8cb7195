import { brand } from "./brand.js";
import { RescueError } from "./rescue-error.js";
import type { KnownCode } from "./result-codes.js";

/** What a `RescueResultError` is made of. */
export interface ResultErrorDetails {
  readonly operation: string;
  /** The result code, such as `ActionFailed`; `UNKNOWN_RESULT` for an unknown literal. */
  readonly code: string;
  /** The literal as received, such as `closeSessionRet_ActionFailed`; empty where the client knew without sending. */
  readonly literal: string;
  /** What the code means, in a sentence. */
  readonly meaning: string;
  /** What to do about it, in a sentence. */
  readonly advice: string;
  /** The user who was refused: an e-mail address or a single sign-on id. */
  readonly user?: string | undefined;
}

/**
 * The service answered, and its answer is not OK. `code` is the result code, whatever the literal's prefix.
 *
 * What to do: follow `advice`. The call did nothing, except where the code is `Error`, of which a timeout is one cause
 * (guide: closeSession), or `UNKNOWN_RESULT`: look at the session before calling again.
 *
 * @example if (error instanceof RescueResultError && error.is("InvalidParam_Session")) return "no such session";
 */
export class RescueResultError extends RescueError {
  static {
    brand(RescueResultError, "RescueResultError");
  }

  override readonly name: string = "RescueResultError";
  /**
   * The result code, such as `ActionFailed`; `UNKNOWN_RESULT` for an unknown literal. A newer WSDL may have codes that
   * this package does not know, so any string may come: `is` compares with known codes only.
   */
  declare readonly code: KnownCode | (string & {});
  override readonly operation: string;
  readonly literal: string;
  readonly meaning: string;
  readonly advice: string;

  constructor(details: ResultErrorDetails) {
    const answered = details.literal === "" ? "" : ` answered ${details.literal}`;
    const user = details.user === undefined ? "" : ` for ${details.user}`;
    super(`${details.operation}${answered}${user}: ${details.meaning} ${details.advice}`, {
      code: details.code,
      operation: details.operation,
      outcome: "answered",
    });
    this.operation = details.operation;
    this.literal = details.literal;
    this.meaning = details.meaning;
    this.advice = details.advice;
  }

  /** True where `code` is one of these. A code that this package does not know does not compile: a typing error is found. */
  is<Code extends KnownCode>(...codes: readonly Code[]): this is this & { readonly code: Code } {
    const known: readonly string[] = codes;
    return known.includes(this.code);
  }
}
