import { isActive, isAdministrator, type Person, worksAs } from "../../desk/person.js";
import type { Call, TechnicianCall, UserCall } from "./call.js";
import { textParameter } from "./parameters.js";
import { Refusal } from "./refusal.js";

/** The call as a behaviour gets it, by who may call. */
export interface CallBy {
  /** Who calls is not asked; the behaviour may look at credentials in the parameters. */
  readonly anybody: Call;
  readonly user: UserCall;
  readonly technician: TechnicianCall;
  readonly administrator: UserCall;
}

/** Who may call an operation. */
export type CallerKind = keyof CallBy;

/**
 * A call by a permitted caller.
 *
 * @param deletedUser the code for the auth code of a deleted user, where it differs from that of a disabled one.
 * @throws {Refusal} saying why the caller may not.
 */
export function callBy<Kind extends CallerKind>(kind: Kind, call: Call, deletedUser?: string): CallBy[Kind] {
  return CALLS[kind](call, deletedUser);
}

const CALLS: { readonly [Kind in CallerKind]: (call: Call, deletedUser: string | undefined) => CallBy[Kind] } = {
  anybody: (call) => call,
  user: (call, deletedUser) => ({ ...call, user: callerOf(call, deletedUser) }),
  technician: technicianCall,
  administrator: (call) => ({ ...call, user: administratorOf(call) }),
};

/**
 * The user who calls. An auth code replaces a login; when one is sent, the cookie is not looked at. An empty one counts
 * as none: that is what generated proxies send for null. The login of a user who was disabled or deleted is void from
 * that moment on, and that user's auth code says so (guide: getAccount; for the login inferred).
 *
 * @throws {Refusal} `NotLoggedIn` without a login, and what is wrong with an auth code.
 */
export function callerOf(call: Call, deletedUser = "User_Deleted_Or_Disabled"): Person {
  const code = textParameter(call.parameters, "sAuthCode");
  if (code === "") {
    const user = call.session.user();
    if (!user || !isActive(user)) throw new Refusal("NotLoggedIn");
    return user;
  }
  const holder = call.desk.people.withAuthCode(code);
  if (!holder) throw new Refusal("Invalid_SecretAuthCode");
  if (!isActive(holder)) throw new Refusal(holder.deleted ? deletedUser : "User_Deleted_Or_Disabled");
  if (holder.always !== undefined) throw new Refusal(holder.always);
  return holder;
}

// Without a login, and for a user who is not an administrator, the code is the same.
function administratorOf(call: Call): Person {
  const user = callerOrUndefined(call);
  if (!user || !isAdministrator(user)) throw new Refusal("NotLoggedInAsAdmin");
  return user;
}

function callerOrUndefined(call: Call): Person | undefined {
  try {
    return callerOf(call);
  } catch (error) {
    if (error instanceof Refusal && error.code === "NotLoggedIn") return undefined;
    throw error;
  }
}

/**
 * An administrator without a technician seat gets `NotTechnician` (guide: requestPINCode). So does one whose seat is
 * disabled (inferred from getAccount, where both have no technician's id).
 */
function technicianCall(call: Call, deletedUser: string | undefined): TechnicianCall {
  const user = callerOf(call, deletedUser);
  const seat = user.nodes.technician;
  if (seat === undefined || !worksAs(user, "technician")) throw new Refusal("NotTechnician");
  return { ...call, user, seat };
}
