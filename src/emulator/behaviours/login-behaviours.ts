import { textOf } from "../wire/parameters.js";
import type { Behaviour } from "./behaviour.js";
import { isTooMany } from "./rate-limit.js";

// Guide, login: more than 10 calls in 3 minutes are refused.
const LOGIN_CALLS = 10;
const LOGIN_WINDOW = 3 * 60 * 1000;

/** Opens a cookie login. Wrong password, unknown and disabled users all answer `Invalid`. */
export const login: Behaviour = (call) => {
  // A refused login, too, looks at the session, and so sets the cookie.
  void call.session.user;
  const email = textOf(call.parameters, "sEmail");
  // Calls are counted on known users only: what a stranger's address is called with must not fill the memory, and it is
  // `Invalid` anyway.
  const known = call.desk.people.withEmail(email);
  if (known && isTooMany(call, known, "login", LOGIN_CALLS, LOGIN_WINDOW)) return { result: "LimitReached" };
  const user = call.desk.people.withPassword(email, textOf(call.parameters, "sPassword"));
  if (!user) return { result: "Invalid" };
  call.session.signIn(user.email);
  return { result: "OK", changed: user.email };
};

/** Ends the cookie login. The ASP.NET session and its cookie live on, empty. */
export const logout: Behaviour = ({ session }) => {
  const user = session.user;
  if (user === undefined) return { result: "NotLoggedIn" };
  session.signOut();
  return { result: "OK", changed: user };
};

/** Makes a new auth code, which replaces the user's old one. Needs no login and looks at no session. */
export const requestAuthCode: Behaviour = ({ parameters, desk }) => {
  const user = desk.people.withPassword(textOf(parameters, "sEmail"), textOf(parameters, "sPassword"));
  if (!user) return { result: "Invalid" };
  const sAuthCode = desk.random.authCode();
  desk.people.giveAuthCode(user, sAuthCode);
  return { result: "OK", out: { sAuthCode }, changed: user.email };
};
