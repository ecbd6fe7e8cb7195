import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { forbiddenCharacterAt } from "../../soap/text/xml-text.js";
import { type Check, type Checks, checkByTable, refusal } from "./option-checks.js";
import { Secret } from "./secret.js";

/**
 * Who is calling. An e-mail address and a password log in, and calls carry the login's cookie; an auth code is sent
 * with each call and needs no login. With both, the client logs in and sends the code as well, as the vendor's samples
 * do (guide: login). A single sign-on id, with the account's single sign-on password and the company's number, requests
 * an auth code when the first call needs one, and keeps it in memory; a new code replaces the user's code before it
 * (guide: requestAuthCodeSSO).
 *
 * An API token of the account is passed as `authCode`. Since 2022 an account can forbid logins and auth codes: then only
 * a token works. A Master Administrator makes it under Global Settings.
 *
 * @example { email: "some@email.com", password: "secretPassword" }
 * @example { authCode: "4ahx…80u0" }
 * @example { ssoId: "some.one", ssoPassword: "secretPassword", companyId: 337366 }
 */
export type Credentials =
  | (LoginCredentials & { readonly authCode?: string | undefined } & NoSso)
  | ({ readonly authCode: string; readonly email?: undefined; readonly password?: undefined } & NoSso)
  | SsoCredentials
  // Adds nothing, but comes last: the compiler then names the password that may be undefined, instead of an auth code
  // that is missing.
  | (LoginCredentials & { readonly authCode?: undefined } & NoSso);

/** E-mail address and password of a login. */
export interface LoginCredentials {
  readonly email: string;
  readonly password: string;
}

/** What an auth code is requested with. */
export interface SsoCredentials {
  /** The technician's single sign-on id. */
  readonly ssoId: string;
  /** The single sign-on password of the account. */
  readonly ssoPassword: string;
  /** The number of the company, as the Administration Center shows it. */
  readonly companyId: number | string;
  readonly email?: undefined;
  readonly password?: undefined;
  readonly authCode?: undefined;
}

/** Credentials without single sign-on. */
export interface NoSso {
  readonly ssoId?: undefined;
  readonly ssoPassword?: undefined;
  readonly companyId?: undefined;
}

type CredentialName = "email" | "password" | "authCode" | "ssoId" | "ssoPassword" | "companyId";

/** Checked credentials, with their secrets as {@link Secret}s. */
export interface CheckedCredentials {
  readonly login: { readonly email: string; readonly password: Secret } | undefined;
  readonly authCode: Secret | undefined;
  readonly sso: CheckedSso | undefined;
}

/** A single sign-on. */
export interface CheckedSso {
  readonly ssoId: string;
  readonly password: Secret;
  readonly companyId: string;
}

const text: Check = (value) => {
  if (typeof value !== "string" || value === "") return "expected a string that is not empty";
  return forbiddenCharacterAt(value) < 0 ? undefined : "holds a character that XML 1.0 forbids, so it cannot be sent";
};

const company: Check = (value) =>
  /^\d{1,18}$/.test(typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "")
    ? undefined
    : "expected the number of the company";

const CHECKS: Checks<{ readonly [Name in CredentialName]?: unknown }> = {
  email: text,
  password: text,
  authCode: text,
  ssoId: text,
  ssoPassword: text,
  companyId: company,
};

/** Who calls by single sign-on: its ids belong to a company. An e-mail address is never JSON. */
export function ssoUser({ companyId, ssoId }: CheckedSso): string {
  return JSON.stringify([companyId, ssoId]);
}

/** @throws {InvalidArgumentError} naming the part that is wrong, never its value. */
export function checkCredentials(credentials: Credentials): CheckedCredentials {
  const given: Partial<Record<CredentialName, string | number | undefined>> = credentials;
  checkByTable(given, CHECKS, "credentials");
  const { email, password, authCode, ssoId, ssoPassword, companyId } = credentials;
  if (ssoId !== undefined || ssoPassword !== undefined || companyId !== undefined) return checkSso(credentials);
  const code = authCode === undefined ? undefined : new Secret(authCode);
  if (email === undefined && password === undefined) {
    if (code) return { login: undefined, authCode: code, sso: undefined };
    const [name] = Object.keys(given);
    throw name === undefined ? refusal("credentials", `are empty; expected ${KINDS}`) : absent(name, given);
  }
  if (email === undefined) throw absent("email", given, "; a password needs an e-mail address");
  if (password === undefined) throw absent("password", given, "; an e-mail address needs a password");
  return { login: { email, password: new Secret(password) }, authCode: code, sso: undefined };
}

const KINDS = "{ email, password }, { authCode } or { ssoId, ssoPassword, companyId }";

function checkSso(credentials: Credentials): CheckedCredentials {
  const { email, password, authCode, ssoId, ssoPassword, companyId } = credentials;
  if (email !== undefined || password !== undefined || authCode !== undefined) {
    throw refusal("credentials", "a single sign-on needs nothing else; leave out email, password and authCode");
  }
  const why = "; a single sign-on needs ssoId, ssoPassword and companyId";
  if (ssoId === undefined) throw absent("ssoId", credentials, why);
  if (ssoPassword === undefined) throw absent("ssoPassword", credentials, why);
  if (companyId === undefined) throw absent("companyId", credentials, why);
  const sso = { ssoId, password: new Secret(ssoPassword), companyId: String(companyId).trim() };
  return { login: undefined, authCode: undefined, sso };
}

// An environment variable that is not set arrives as undefined: naming another missing member would mislead.
function absent(name: string, given: object, why = ""): InvalidArgumentError {
  const path = `credentials.${name}`;
  if (!Object.hasOwn(given, name)) return refusal(path, `is missing${why}`);
  const advice = "is the environment variable or setting that it comes from set?";
  return new InvalidArgumentError(path, `${path} is undefined: expected a string; ${advice}`);
}
