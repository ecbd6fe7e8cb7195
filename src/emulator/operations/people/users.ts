import type { NodeType } from "../../desk/desk-node.js";
import { ROLES, type Role } from "../../desk/person.js";
import { mayManage } from "../../desk/rights.js";
import { addSeat, nodeStatusOf, type Seat, seatOf, switchSeat } from "../../desk/seat.js";
import type { Answer, Behaviour, Call } from "../call.js";
import { callerOf } from "../caller.js";
import { integerOf, textOf } from "../parameters.js";
import { canBeEnabled, userStatusOf } from "./user-properties.js";

/** The user of a node. Open to every user (guide: no narrower rule). */
export const getUser: Behaviour = (call) => answerWith(call, userFields);

/** As getUser, with the RPAT add-on. */
export const getUserV2: Behaviour = (call) => answerWith(call, userFieldsV3);

/**
 * As getUser_v2, by node id or by email address, never both (guide). A node id of 0 counts as not given, which is what an
 * absent int arrives as. By address, a user with several nodes is shown in its highest role; without either it is
 * `InvalidParam_NodeID` (inferred both).
 */
export const getUserV3: Behaviour = (call) => {
  const email = textOf(call.parameters, "sUserEmail");
  if (email === "") return answerWith(call, userFieldsV3);
  const caller = callerOf(call);
  if ("refused" in caller) return { result: caller.refused };
  if (integerOf(call.parameters, "iNodeID") !== 0) return { result: "Invalid_EmailAndNodeIdBothSpecified" };
  const person = call.desk.people.withEmail(email);
  const id = ROLES.map((role) => person?.nodes[role]).find((node) => node !== undefined);
  const seat = id === undefined ? undefined : seatOf(call.desk, id);
  return seat ? { result: "OK", out: { oUser: userFieldsV3(seat) } } : { result: "InvalidParam_Email" };
};

function answerWith(call: Call, fields: (seat: Seat) => object): Answer {
  const caller = callerOf(call);
  if ("refused" in caller) return { result: caller.refused };
  const seat = seatOf(call.desk, integerOf(call.parameters, "iNodeID"));
  return seat ? { result: "OK", out: { oUser: fields(seat) } } : { result: "InvalidParam_NodeID" };
}

function userFields({ node, person }: Seat) {
  return {
    iNodeID: node.id,
    sName: person.name,
    sNick: person.nick,
    sEmail: person.email,
    sSSOID: person.ssoId,
    sDescription: person.description,
    eType: node.type,
    bAccountHolder: person.accountHolder,
    hasMobileAddon: person.mobileAddOn,
    eStatus: nodeStatusOf(node),
  };
}

function userFieldsV3(seat: Seat) {
  return { ...userFields(seat), hasRPATAddon: seat.person.rpatAddOn };
}

/** What a new user is, by the kind of its parent (guide, createUser; administrator groups: guide, createUsers). */
const ROLE_UNDER: ReadonlyMap<NodeType, Role> = new Map<NodeType, Role>([
  ["MasterAdministrators", "masterAdministrator"],
  ["Administrators", "administrator"],
  ["AdministratorGroup", "administrator"],
  ["TechnicianGroup", "technician"],
]);

/**
 * Adds an empty, disabled user node. For want of a literal, a caller without rights on the parent gets `Error` (inferred).
 */
export const createUser: Behaviour = (call) => {
  const caller = callerOf(call);
  if ("refused" in caller) return { result: caller.refused };
  const parent = call.desk.organisation.node(integerOf(call.parameters, "iParentID"));
  const role = parent && ROLE_UNDER.get(parent.type);
  if (!parent || !role) return { result: "InvalidParam_ParentID" };
  if (!mayManage(call.desk, caller.user, parent)) return { result: "Error" };
  const { node } = addSeat(call.desk, role, parent);
  return { result: "OK", out: { iNodeID: node.id }, changed: String(node.id) };
};

/**
 * Enables or disables a user's node. The only literal that is known is the bare `OK`; that refusals are bare words too,
 * such as `NotLoggedIn`, and which ones there are, is inferred from the other operations. A user with neither password
 * nor SSO id cannot be enabled (a published client says so).
 */
export const setUserStatus: Behaviour = (call) => {
  const caller = callerOf(call);
  if ("refused" in caller) return { result: caller.refused };
  const { desk, parameters } = call;
  const seat = seatOf(desk, integerOf(parameters, "iNodeID"));
  if (!seat) return { result: "InvalidParam_NodeID" };
  if (!mayManage(desk, caller.user, seat.node)) return { result: "Error" };
  const enabled = userStatusOf(parameters);
  if (enabled === undefined || (enabled && !canBeEnabled(seat.person))) return { result: "InvalidParam_Status" };
  switchSeat(desk, seat, enabled, call.now());
  return { result: "OK", changed: String(seat.node.id) };
};
