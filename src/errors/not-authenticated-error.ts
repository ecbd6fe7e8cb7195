import { brand } from "./brand.js";
import { RescueResultError, type ResultErrorDetails } from "./result-error.js";

/**
 * The service does not accept who is calling: wrong password or auth code, user deleted or disabled, login refused by
 * a limit or an IP rule, not logged in, or not an administrator.
 *
 * What to do: correct the credentials or the user's role. The client never tries the same wrong credentials again.
 */
export class NotAuthenticatedError extends RescueResultError {
  static {
    brand(NotAuthenticatedError, "NotAuthenticatedError");
  }

  override readonly name = "NotAuthenticatedError";
  /** The e-mail address or single sign-on id that was refused; absent where an auth code alone was sent. */
  readonly user: string | undefined;

  constructor(details: ResultErrorDetails) {
    super(details);
    this.user = details.user;
  }
}
