import type { Desk } from "../desk/desk.js";
import { isActive, type Person } from "../desk/person.js";
import { textOf } from "../wire/parameters.js";
import type { Answer, Behaviour } from "./behaviour.js";
import { isTooMany, LOGIN_LIMIT } from "./rate-limit.js";

/** Opens a cookie login. Wrong password, unknown and disabled users all answer `Invalid`. */
export const login: Behaviour = (call) => {
  // A refused login, too, looks at the session, and so sets the cookie.
  void call.session.user;
  const email = textOf(call.parameters, "sEmail");
  // Calls are counted on known users only: what a stranger's address is called with must not fill the memory, and it is
  // `Invalid` anyway.
  const known = call.desk.people.withEmail(email);
  if (known && isTooMany(call, known, LOGIN_LIMIT)) return { result: "LimitReached" };
  if (known?.always) return { result: known.always };
  const user = call.desk.people.withPassword(email, textOf(call.parameters, "sPassword"));
  if (!user) return { result: "Invalid" };
  call.session.signIn(user);
  return { result: "OK", changed: user.email };
};

/**
 * Ends the cookie login. The ASP.NET session and its cookie live on, empty. The login of a user who
 * was disabled or deleted is none here either (inferred).
 */
export const logout: Behaviour = ({ session }) => {
  const user = session.user;
  session.signOut();
  return user && isActive(user) ? { result: "OK", changed: user.email } : { result: "NotLoggedIn" };
};

/** Makes a new auth code, which replaces the user's old one. Needs no login and looks at no session. */
export const requestAuthCode: Behaviour = ({ parameters, desk }) => {
  const email = textOf(parameters, "sEmail");
  const always = desk.people.withEmail(email)?.always;
  if (always) return { result: always };
  const user = desk.people.withPassword(email, textOf(parameters, "sPassword"));
  return user ? codeFor(desk, user) : { result: "Invalid" };
};

/**
 * As requestAuthCode, for a user known by its single sign-on id: with the account's single sign-on password and the
 * number of the company. What holds no digits or more than digits is no such number (guide, requestAuthCodeSSO).
 */
export const requestAuthCodeSSO: Behaviour = ({ parameters, desk }) => {
  const company = textOf(parameters, "sCompany").trim();
  if (!/^\d+$/.test(company)) return { result: "InvalidParam_Company" };
  const user = desk.people.withSsoId(textOf(parameters, "sSSOID"));
  if (user?.always) return { result: user.always };
  const { companyId, ssoPassword } = desk.account;
  const opens = ssoPassword !== "" && textOf(parameters, "sPassword") === ssoPassword && company === companyId;
  return user?.enabled && opens ? codeFor(desk, user) : { result: "Invalid" };
};

function codeFor(desk: Desk, user: Person): Answer {
  const sAuthCode = desk.random.authCode();
  desk.people.giveAuthCode(user, sAuthCode);
  return { result: "OK", out: { sAuthCode }, changed: user.email };
}
