import type { CredentialKind } from "../../errors/not-authenticated-error.js";
import type { ResultMeaning } from "../../errors/result-codes.js";

/** What an operation that takes a password was sent. */
const SENT: ReadonlyMap<string, { readonly kind: CredentialKind; readonly wrong: string }> = new Map([
  ["login", { kind: "login", wrong: "The e-mail address or the password is wrong." }],
  ["requestAuthCode", { kind: "login", wrong: "The e-mail address or the password is wrong." }],
  [
    "requestAuthCodeSSO",
    { kind: "sso", wrong: "The single sign-on id, the single sign-on password or the company's number is wrong." },
  ],
]);

/** Codes that say something of the auth code, or of the user behind it. */
const OF_CODE: ReadonlySet<string> = new Set(["Invalid_SecretAuthCode", "User_Deleted_Or_Disabled", "User_Is_Deleted"]);

/** Codes whose cause is known to be another one than a switch of the account. */
const OTHER_CAUSE: ReadonlySet<string> = new Set(["LimitReached", "PollRateExceeded", "InvalidParam_Company"]);

// Since 2022 (the vendor's help, "generate an API token"). Which literal the service refuses with is not known.
const TOKEN =
  "An account can also forbid logins and auth codes by API: then pass an API token as the auth code " +
  "(a Master Administrator makes one under Global Settings).";

/** Which credentials a refusal is about; undefined where the code does not say it. */
export function refusedKind(operation: string, code: string | undefined): CredentialKind | undefined {
  return SENT.get(operation)?.kind ?? (code !== undefined && OF_CODE.has(code) ? "authCode" : undefined);
}

/**
 * What the refusal of a call means, said of the credentials that were sent. The advice names the API token wherever the
 * account may have been told to accept nothing else.
 */
export function saidOfCaller(operation: string, code: string | undefined, meaning: ResultMeaning): ResultMeaning {
  const sent = SENT.get(operation);
  if (!sent) return code === "Invalid_SecretAuthCode" ? { ...meaning, advice: `${meaning.advice} ${TOKEN}` } : meaning;
  const said = code === "Invalid" ? { ...meaning, meaning: sent.wrong } : meaning;
  return code !== undefined && OTHER_CAUSE.has(code) ? said : { ...said, advice: `${said.advice} ${TOKEN}` };
}
