import { mayManage } from "../../desk/rights.js";
import { seatOf, switchSeat } from "../../desk/seat.js";
import type { OperationResult, UserCall } from "../call/call.js";
import { integerParameter } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";
import { type AddOnNames, checkProperties, userPropertiesOf } from "./user-properties.js";

/**
 * Writes the properties of a user. A wrong or disabled auth code is an `Error` over SOAP, as none of the known literals
 * fits (the guide has them from version 2 on).
 */
export function setUser(call: UserCall): OperationResult {
  return rewrite(call, { mobile: "eAddOns" });
}

/** As setUser, with the RPAT add-on, and with results for auth codes (guide: setUser_v2). */
export function setUserV2(call: UserCall): OperationResult {
  return rewrite(call, { mobile: "eMobileAddOn", rpat: "bRPATAddOn" });
}

/**
 * Writes all properties or none. A caller without rights on the user gets `Error`, as there is no other literal
 * (inferred).
 */
function rewrite(call: UserCall, addOns: AddOnNames): OperationResult {
  const { desk, parameters } = call;
  const seat = seatOf(desk, integerParameter(parameters, "iNodeID"));
  if (!seat) throw new Refusal("InvalidParam_NodeID");
  if (!mayManage(desk, call.user, seat.node)) throw new Refusal("Error");
  const properties = userPropertiesOf(parameters, addOns);
  checkProperties(properties, seat, call.user, desk);

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
  return { code: "OK", changed: String(seat.node.id) };
}
