import { brand } from "./brand.js";
import { RescueError } from "./rescue-error.js";

/**
 * The caller's input is wrong: an option, an argument of an operation, a session id. Found before anything is sent.
 *
 * What to do: correct the input; the message says what was wrong and what is expected, and never shows a secret's
 * value.
 */
export class InvalidArgumentError extends RescueError {
  static {
    brand(InvalidArgumentError, "InvalidArgumentError");
  }

  override readonly name = "InvalidArgumentError";
  /** The path of the wrong value, such as `iSession` or `oUser.eType`. */
  readonly path: string;

  constructor(path: string, message: string, operation?: string) {
    super(message, { code: "INVALID_ARGUMENT", operation, outcome: "not-sent" });
    this.path = path;
  }
}
