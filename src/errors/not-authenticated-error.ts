import { RescueResultError } from "./result-error.js";

/**
 * The service does not accept who is calling: wrong password or auth code, user deleted or disabled, login refused by
 * a limit or an IP rule, not logged in, or not an administrator.
 *
 * What to do: mend the credentials or the user's role. The client never tries the same wrong credentials again.
 */
export class NotAuthenticatedError extends RescueResultError {
  override readonly name = "NotAuthenticatedError";
}
