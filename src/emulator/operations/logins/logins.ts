import type { Desk } from "../../desk/desk.js";
import { isActive, type Person } from "../../desk/person.js";
import type { Answer, Behaviour, Call } from "../call.js";
import { textOf } from "../parameters.js";
import { isTooMany, LOGIN_LIMIT } from "../rate-limit.js";

/** Opens a cookie login. Wrong password, unknown and disabled users all answer `Invalid`. */
export const login: Behaviour = (call) => {
  // A refused login, too, looks at the session, and so sets the cookie.
  void call.session.user;
  const identified = identify(call, "LimitReached");
  if ("refused" in identified) return { result: identified.refused };
  const { user } = identified;
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

/**
 * Makes a new auth code, which replaces the user's old one. Needs no login and looks at no session. `PollRateExceeded` is
 * in the service's type (a published client); its limit is not known, see `LOGIN_LIMIT`.
 */
export const requestAuthCode: Behaviour = (call) => {
  const identified = identify(call, "PollRateExceeded");
  return "refused" in identified ? { result: identified.refused } : codeFor(call.desk, identified.user);
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

/** The user of the address and the password that were sent; a known and an unknown address are limited alike. */
function identify(call: Call, tooMany: string): { readonly user: Person } | { readonly refused: string } {
  const { people, strangers } = call.desk;
  const email = textOf(call.parameters, "sEmail");
  const known = people.withEmail(email);
  if (isTooMany(call, known ?? strangers.withEmail(email), LOGIN_LIMIT)) return { refused: tooMany };
  if (known?.always) return { refused: known.always };
  const user = people.withPassword(email, textOf(call.parameters, "sPassword"));
  return user ? { user } : { refused: "Invalid" };
}

function codeFor(desk: Desk, user: Person): Answer {
  let sAuthCode = desk.random.authCode();
  // After a reset to an exported state the same codes are drawn again, which somebody may hold by now.
  while (desk.people.withAuthCode(sAuthCode)) sAuthCode = desk.random.authCode();
  desk.people.giveAuthCode(user, sAuthCode);
  return { result: "OK", out: { sAuthCode }, changed: user.email };
}
