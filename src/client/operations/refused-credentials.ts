import { type CredentialKind, NotAuthenticatedError } from "../../errors/not-authenticated-error.js";
import { annotate } from "../../errors/rescue-error.js";
import { meaningOf, type ResultMeaning } from "../../errors/result-codes.js";

/** What an operation that takes a password was sent. */
const SENT: ReadonlyMap<string, { readonly kind: CredentialKind; readonly wrong: string }> = new Map([
  ["login", { kind: "login", wrong: "The e-mail address or the password is wrong." }],
  ["requestAuthCode", { kind: "login", wrong: "The e-mail address or the password is wrong." }],
  [
    "requestAuthCodeSSO",
    { kind: "sso", wrong: "The single sign-on id, the single sign-on password or the company's number is wrong." },
  ],
]);

const REFUSED_CODE = "Invalid_SecretAuthCode";

/** Codes that say something of the auth code, or of the user behind it or behind the login. */
const OF_CALLER: ReadonlySet<string> = new Set([REFUSED_CODE, "User_Deleted_Or_Disabled", "User_Is_Deleted"]);

/** Codes whose cause is known to be another one than a switch of the account. */
const OTHER_CAUSE: ReadonlySet<string> = new Set(["LimitReached", "PollRateExceeded", "InvalidParam_Company"]);

// Since 2022 (the vendor's help, "generate an API token"). Which literal the service refuses with is not known.
const TOKEN =
  "An account can also forbid logins and auth codes by API: then pass an API token as the auth code " +
  "(a Master Administrator makes one under Global Settings).";

/**
 * Which credentials a refusal is about; undefined where the code does not say it.
 *
 * @param sendsCode true for a call that an auth code went along with; any other is made under a login.
 */
export function refusedKind(
  operation: string,
  code: string | undefined,
  sendsCode: boolean,
): CredentialKind | undefined {
  const sent = SENT.get(operation);
  if (sent) return sent.kind;
  if (code === undefined || !OF_CALLER.has(code)) return undefined;
  return sendsCode || code === REFUSED_CODE ? "authCode" : "login";
}

/**
 * What the refusal of a call means, said of the credentials that were sent. The advice names the API token wherever the
 * account may have been told to accept nothing else.
 */
export function saidOfCaller(operation: string, code: string | undefined, meaning: ResultMeaning): ResultMeaning {
  const sent = SENT.get(operation);
  if (!sent) return code === REFUSED_CODE ? { ...meaning, advice: `${meaning.advice} ${TOKEN}` } : meaning;
  const said = code === "Invalid" ? { ...meaning, meaning: sent.wrong } : meaning;
  return code !== undefined && OTHER_CAUSE.has(code) ? said : { ...said, advice: `${said.advice} ${TOKEN}` };
}

/**
 * The refusal of a password that a process has sent before, as `where` remembers it. Nothing has been sent.
 *
 * @param time when it was refused, by the clock of the day.
 */
export function rememberedRefusal(user: string, time: number, where: string): NotAuthenticatedError {
  const code = "Invalid";
  const { meaning, advice } = saidOfCaller("login", code, meaningOf(code));
  const error = new NotAuthenticatedError({
    operation: "login",
    code,
    literal: "",
    meaning: `${meaning} The service refused this password at ${new Date(time).toISOString()}, so it was not sent again.`,
    advice:
      `${advice} If the password is right by now: login({ again: true }), or remove ${where}; ` +
      "it is forgotten after a day.",
    user,
    credentials: refusedKind("login", code, false),
  });
  return annotate(error, { outcome: "not-sent", attempts: 0 });
}
