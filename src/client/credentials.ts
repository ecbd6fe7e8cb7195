import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
import { forbiddenCharacterAt } from "../soap/text/xml-text.js";
import { Secret } from "./secret.js";

/**
 * Who is calling. E-mail and password log in and carry a cookie; an auth code goes with each call and needs no login.
 * With both, the login is used and the code is sent as well, as the samples of the vendor's guide do.
 */
export type Credentials =
  | { readonly email: string; readonly password: string; readonly authCode?: undefined }
  | { readonly authCode: string; readonly email?: undefined; readonly password?: undefined }
  | { readonly email: string; readonly password: string; readonly authCode: string };

/** Credentials checked and put behind {@link Secret}. */
export interface CheckedCredentials {
  readonly login: { readonly email: string; readonly password: Secret } | undefined;
  readonly authCode: Secret | undefined;
}

/** @throws {InvalidArgumentError} naming the part that is wrong, never its value. */
export function checkCredentials(credentials: Credentials): CheckedCredentials {
  if (typeof credentials !== "object" || credentials === null) {
    throw refuse("credentials", "are missing; expected { email, password } or { authCode }");
  }
  const { email, password, authCode, ...unknown } = credentials;
  const [name] = Object.keys(unknown);
  if (name !== undefined) throw refuse(`credentials.${name}`, "is not known; expected email, password, authCode");
  if (email === undefined && password === undefined && authCode === undefined) {
    throw refuse("credentials", "are empty; expected { email, password } or { authCode }");
  }
  const code = authCode === undefined ? undefined : new Secret(text("credentials.authCode", authCode));
  if (email === undefined && password === undefined) return { login: undefined, authCode: code };
  return {
    login: {
      email: text("credentials.email", email),
      password: new Secret(text("credentials.password", password)),
    },
    authCode: code,
  };
}

function text(path: string, value: unknown): string {
  if (typeof value !== "string" || value === "") throw refuse(path, "expected a string that is not empty");
  if (forbiddenCharacterAt(value) >= 0)
    throw refuse(path, "holds a character that XML 1.0 forbids, so it cannot be sent");
  return value;
}

function refuse(path: string, problem: string): InvalidArgumentError {
  return new InvalidArgumentError(path, `${path}: ${problem}`);
}
