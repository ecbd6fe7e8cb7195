import { mayManage } from "../../desk/rights.js";
import { seatOf, switchSeat } from "../../desk/seat.js";
import type { Answer, Behaviour, Call } from "../call.js";
import { callerOf } from "../caller.js";
import { integerOf } from "../parameters.js";
import { type AddOnNames, refusalOf, userPropertiesOf } from "./user-properties.js";

/**
 * Writes the properties of a user. A wrong or disabled auth code is an `Error` over SOAP, as the literals that are known
 * have none for it (the guide has them from version 2 on).
 */
export const setUser: Behaviour = (call) => rewrite(call, { mobile: "eAddOns" });

/** As setUser, with the RPAT add-on, and with results for auth codes (guide, setUser_v2). */
export const setUserV2: Behaviour = (call) => rewrite(call, { mobile: "eMobileAddOn", rpat: "bRPATAddOn" });

/** All or nothing. A caller without rights on the user gets `Error`, for want of a literal (inferred). */
function rewrite(call: Call, addOns: AddOnNames): Answer {
  const caller = callerOf(call);
  if ("refused" in caller) return { result: caller.refused };
  const { desk, parameters } = call;
  const seat = seatOf(desk, integerOf(parameters, "iNodeID"));
  if (!seat) return { result: "InvalidParam_NodeID" };
  if (!mayManage(desk, caller.user, seat.node)) return { result: "Error" };
  const properties = userPropertiesOf(parameters, addOns);
  const refused = refusalOf(properties, seat, caller.user, desk);
  if (refused !== undefined) return { result: refused };

  const { person } = seat;
  const { name, email, nick, ssoId, description, password, mobileAddOn, rpatAddOn, enabled = false } = properties;
  person.name = name;
  person.nick = nick ?? person.nick;
  person.ssoId = ssoId ?? person.ssoId;
  person.description = description ?? person.description;
  person.password = password || person.password;
  person.mobileAddOn = mobileAddOn ?? person.mobileAddOn;
  if (typeof rpatAddOn === "boolean") person.rpatAddOn = rpatAddOn;
  desk.people.changeEmail(person, email);
  switchSeat(desk, seat, enabled, call.now());
  return { result: "OK", changed: String(seat.node.id) };
}
