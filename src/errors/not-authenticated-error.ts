import { brand } from "./brand.js";
import { RescueResultError, type ResultErrorDetails } from "./result-error.js";

/** A kind of credentials: e-mail address and password, a single sign-on, or an auth code (or an API token). */
export type CredentialKind = "login" | "sso" | "authCode";

/** What a `NotAuthenticatedError` is made of. */
export interface RefusedCallerDetails extends ResultErrorDetails {
  readonly credentials?: CredentialKind | undefined;
}

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

  /** The kind of credentials that was refused; absent where the answer is not about one, such as `NotLoggedIn`. */
  readonly credentials: CredentialKind | undefined;

  constructor(details: RefusedCallerDetails) {
    super(details);
    this.user = details.user;
    this.credentials = details.credentials;
  }
}
