import { forbiddenCharacterAt } from "../soap/text/xml-text.js";
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
  | (LoginCredentials & { readonly authCode?: undefined } & NoSso)
  | ({ readonly authCode: string; readonly email?: undefined; readonly password?: undefined } & NoSso)
  | (LoginCredentials & { readonly authCode: string } & NoSso)
  | SsoCredentials;

interface LoginCredentials {
  readonly email: string;
  readonly password: string;
}

interface SsoCredentials {
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

interface NoSso {
  readonly ssoId?: undefined;
  readonly ssoPassword?: undefined;
  readonly companyId?: undefined;
}

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

const CHECKS: Checks<Credentials> = {
  email: text,
  password: text,
  authCode: text,
  ssoId: text,
  ssoPassword: text,
  companyId: company,
};

/** @throws {InvalidArgumentError} naming the part that is wrong, never its value. */
export function checkCredentials(credentials: Credentials): CheckedCredentials {
  checkByTable(credentials, CHECKS, "credentials");
  const { email, password, authCode, ssoId, ssoPassword, companyId } = credentials;
  if (ssoId !== undefined || ssoPassword !== undefined || companyId !== undefined) return checkSso(credentials);
  const code = authCode === undefined ? undefined : new Secret(authCode);
  if (email === undefined && password === undefined) {
    if (!code)
      throw refusal(
        "credentials",
        "are empty; expected { email, password }, { authCode } or { ssoId, ssoPassword, companyId }",
      );
    return { login: undefined, authCode: code, sso: undefined };
  }
  if (email === undefined) throw refusal("credentials.email", "is missing; a password needs an e-mail address");
  if (password === undefined) throw refusal("credentials.password", "is missing; an e-mail address needs a password");
  return { login: { email, password: new Secret(password) }, authCode: code, sso: undefined };
}

function checkSso({ email, password, authCode, ssoId, ssoPassword, companyId }: Credentials): CheckedCredentials {
  if (email !== undefined || password !== undefined || authCode !== undefined) {
    throw refusal("credentials", "a single sign-on needs nothing else; leave out email, password and authCode");
  }
  if (ssoId === undefined) throw refusal("credentials.ssoId", "is missing; a single sign-on needs it");
  if (ssoPassword === undefined) throw refusal("credentials.ssoPassword", "is missing; a single sign-on needs it");
  if (companyId === undefined) throw refusal("credentials.companyId", "is missing; a single sign-on needs it");
  const sso = { ssoId, password: new Secret(ssoPassword), companyId: String(companyId).trim() };
  return { login: undefined, authCode: undefined, sso };
}
