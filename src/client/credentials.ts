import { forbiddenCharacterAt } from "../soap/text/xml-text.js";
import { type Check, type Checks, checkByTable, refusal } from "./option-checks.js";
import { Secret } from "./secret.js";

/**
 * Who is calling. An e-mail address and a password log in, and calls carry the login's cookie; an auth code is sent
 * with each call and needs no login. With both, the client logs in and sends the code as well, as the vendor's samples
 * do (guide: login).
 *
 * @example { email: "some@email.com", password: "secretPassword" }
 * @example { authCode: "4ahx…80u0" }
 */
export type Credentials =
  | { readonly email: string; readonly password: string; readonly authCode?: undefined }
  | { readonly authCode: string; readonly email?: undefined; readonly password?: undefined }
  | { readonly email: string; readonly password: string; readonly authCode: string };

/** Checked credentials, with their secrets as {@link Secret}s. */
export interface CheckedCredentials {
  readonly login: { readonly email: string; readonly password: Secret } | undefined;
  readonly authCode: Secret | undefined;
}

const text: Check = (value) => {
  if (typeof value !== "string" || value === "") return "expected a string that is not empty";
  return forbiddenCharacterAt(value) < 0 ? undefined : "holds a character that XML 1.0 forbids, so it cannot be sent";
};

const CHECKS: Checks<Credentials> = { email: text, password: text, authCode: text };

/** @throws {InvalidArgumentError} naming the part that is wrong, never its value. */
export function checkCredentials(credentials: Credentials): CheckedCredentials {
  checkByTable(credentials, CHECKS, "credentials");
  const { email, password, authCode } = credentials;
  const code = authCode === undefined ? undefined : new Secret(authCode);
  if (email === undefined && password === undefined) {
    if (!code) throw refusal("credentials", "are empty; expected { email, password } or { authCode }");
    return { login: undefined, authCode: code };
  }
  if (email === undefined) throw refusal("credentials.email", "is missing; a password needs an e-mail address");
  if (password === undefined) throw refusal("credentials.password", "is missing; an e-mail address needs a password");
  return { login: { email, password: new Secret(password) }, authCode: code };
}
