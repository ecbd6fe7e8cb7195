import type { Desk } from "../../desk/desk.js";
import { isActive, type Person } from "../../desk/person.js";
import type { CallCounts } from "../../desk/strangers.js";
import type { Call, OperationResult } from "../call/call.js";
import { textParameter } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";

/** What limits count of the address that a call brings; a known and an unknown address are limited alike. */
export function addressCalled({ desk, parameters }: Call): CallCounts {
  const email = textParameter(parameters, "sEmail");
  return desk.people.withEmail(email) ?? desk.strangers.withEmail(email);
}

/** Opens the session: a refused login sets its cookie, too. */
export function openSession({ session }: Call): void {
  session.open();
}

/** Opens a cookie login. Wrong password, unknown and disabled users all answer `Invalid`. */
export function login(call: Call): OperationResult {
  const user = identified(call);
  call.session.signIn(user);
  return { code: "OK", changed: user.email };
}

/**
 * Ends the cookie login. The ASP.NET session and its cookie live on, empty. The login of a user who
 * was disabled or deleted is void here, too (inferred).
 */
export function logout({ session }: Call): OperationResult {
  const user = session.user();
  session.signOut();
  if (!user || !isActive(user)) throw new Refusal("NotLoggedIn");
  return { code: "OK", changed: user.email };
}

/** Makes a new auth code, which replaces the user's old one. Needs no login and opens no session. */
export function requestAuthCode(call: Call): OperationResult {
  return codeFor(call.desk, identified(call));
}

/**
 * As requestAuthCode, for a user known by its single sign-on id: with the account's single sign-on password and the
 * number of the company. A company that is not a number gets a code of its own (guide: requestAuthCodeSSO).
 */
export function requestAuthCodeSSO({ parameters, desk }: Call): OperationResult {
  const company = textParameter(parameters, "sCompany").trim();
  if (!/^\d+$/.test(company)) throw new Refusal("InvalidParam_Company");
  const user = desk.people.withSsoId(textParameter(parameters, "sSSOID"));
  if (user?.always) throw new Refusal(user.always);
  const { companyId, ssoPassword } = desk.account;
  const opens = ssoPassword !== "" && textParameter(parameters, "sPassword") === ssoPassword && company === companyId;
  if (!user?.enabled || !opens) throw new Refusal("Invalid");
  return codeFor(desk, user);
}

/** The user of the address and the password that were sent. @throws {Refusal} */
function identified({ desk: { people }, parameters }: Call): Person {
  const email = textParameter(parameters, "sEmail");
  const { always } = people.withEmail(email) ?? {};
  if (always) throw new Refusal(always);
  const user = people.withPassword(email, textParameter(parameters, "sPassword"));
  if (!user) throw new Refusal("Invalid");
  return user;
}

function codeFor(desk: Desk, user: Person): OperationResult {
  let sAuthCode = desk.random.authCode();
  // After a reset to an exported state the same codes are drawn again, which somebody may hold by now.
  while (desk.people.withAuthCode(sAuthCode)) sAuthCode = desk.random.authCode();
  desk.people.giveAuthCode(user, sAuthCode);
  return { code: "OK", out: { sAuthCode }, changed: user.email };
}
