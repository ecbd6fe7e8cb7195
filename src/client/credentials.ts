import { InvalidArgumentError } from "../errors/invalid-argument-error.js";
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
  | { readonly email: string; readonly password: string; readonly authCode?: string | undefined }
  | { readonly authCode: string; readonly email?: undefined; readonly password?: undefined }
  // Adds nothing, but comes last: the compiler then names the password that may be undefined, instead of an auth code
  // that is missing.
  | { readonly email: string; readonly password: string };

/** Checked credentials, with their secrets as {@link Secret}s. */
export interface CheckedCredentials {
  readonly login: { readonly email: string; readonly password: Secret } | undefined;
  readonly authCode: Secret | undefined;
}

const text: Check = (value) => {
  if (typeof value !== "string" || value === "") return "expected a string that is not empty";
  return forbiddenCharacterAt(value) < 0 ? undefined : "holds a character that XML 1.0 forbids, so it cannot be sent";
};

const CHECKS: Checks<{ readonly email: string; readonly password: string; readonly authCode: string }> = {
  email: text,
  password: text,
  authCode: text,
};

/** @throws {InvalidArgumentError} naming the part that is wrong, never its value. */
export function checkCredentials(credentials: Credentials): CheckedCredentials {
  const given: Partial<Record<keyof typeof CHECKS, string | undefined>> = credentials;
  checkByTable(given, CHECKS, "credentials");
  const { email, password, authCode } = given;
  const code = authCode === undefined ? undefined : new Secret(authCode);
  if (email === undefined && password === undefined) {
    if (code) return { login: undefined, authCode: code };
    const [name] = Object.keys(given);
    throw name === undefined
      ? refusal("credentials", "are empty; expected { email, password } or { authCode }")
      : absent(name, given);
  }
  if (email === undefined) throw absent("email", given, "; a password needs an e-mail address");
  if (password === undefined) throw absent("password", given, "; an e-mail address needs a password");
  return { login: { email, password: new Secret(password) }, authCode: code };
}

// A setting that does not exist is given as undefined: to hear of something else that is missing would mislead.
function absent(name: string, given: object, why = ""): InvalidArgumentError {
  const path = `credentials.${name}`;
  if (!Object.hasOwn(given, name)) return refusal(path, `is missing${why}`);
  const advice = "is the environment variable or setting that it comes from set?";
  return new InvalidArgumentError(path, `${path} is undefined: expected a string; ${advice}`);
}
