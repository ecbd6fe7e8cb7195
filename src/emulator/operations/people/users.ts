import type { NodeType } from "../../desk/desk-node.js";
import { ROLES, type Role } from "../../desk/person.js";
import { mayManage } from "../../desk/rights.js";
import { addSeat, nodeStatusOf, type Seat, seatOf, switchSeat } from "../../desk/seat.js";
import type { OperationResult, UserCall } from "../call/call.js";
import { integerParameter, textParameter } from "../call/parameters.js";
import { Refusal } from "../call/refusal.js";
import { canBeEnabled, userStatusOf } from "./user-properties.js";

/** The user of a node. Every user may call (the guide has no narrower rule). */
export function getUser(call: UserCall): OperationResult {
  return answerWith(call, userFields);
}

/** As getUser, with the RPAT add-on. */
export function getUserV2(call: UserCall): OperationResult {
  return answerWith(call, userFieldsV3);
}

/**
 * As getUser_v2, by node id or by email address, never both (guide: getUser_v3). A node id of 0 counts as omitted, as
 * an omitted int arrives as 0. By address, a user with several nodes is shown in the highest role; without either it is
 * `InvalidParam_NodeID` (both inferred).
 */
export function getUserV3(call: UserCall): OperationResult {
  const email = textParameter(call.parameters, "sUserEmail");
  if (email === "") return answerWith(call, userFieldsV3);
  if (integerParameter(call.parameters, "iNodeID") !== 0) throw new Refusal("Invalid_EmailAndNodeIdBothSpecified");
  const person = call.desk.people.withEmail(email);
  const id = ROLES.map((role) => person?.nodes[role]).find((node) => node !== undefined);
  const seat = id === undefined ? undefined : seatOf(call.desk, id);
  if (!seat) throw new Refusal("InvalidParam_Email");
  return { code: "OK", out: { oUser: userFieldsV3(seat) } };
}

function answerWith(call: UserCall, fields: (seat: Seat) => object): OperationResult {
  const seat = seatOf(call.desk, integerParameter(call.parameters, "iNodeID"));
  if (!seat) throw new Refusal("InvalidParam_NodeID");
  return { code: "OK", out: { oUser: fields(seat) } };
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

/** The role of a new user, by the type of the parent (guide: createUser; for administrator groups createUsers). */
const ROLE_UNDER: ReadonlyMap<NodeType, Role> = new Map<NodeType, Role>([
  ["MasterAdministrators", "masterAdministrator"],
  ["Administrators", "administrator"],
  ["AdministratorGroup", "administrator"],
  ["TechnicianGroup", "technician"],
]);

/**
 * Adds an empty, disabled user node. A caller without rights on the parent gets `Error`, as there is no other literal
 * (inferred).
 */
export function createUser(call: UserCall): OperationResult {
  const parent = call.desk.organisation.node(integerParameter(call.parameters, "iParentID"));
  const role = parent && ROLE_UNDER.get(parent.type);
  if (!parent || !role) throw new Refusal("InvalidParam_ParentID");
  if (!mayManage(call.desk, call.user, parent)) throw new Refusal("Error");
  const { node } = addSeat(call.desk, role, parent);
  return { code: "OK", out: { iNodeID: node.id }, changed: String(node.id) };
}

/**
 * Enables or disables a user's node. The only known literal is the bare `OK`; that refusals are bare words too, such as
 * `NotLoggedIn`, and which ones exist, is inferred from the other operations. A user with neither password
 * nor SSO id cannot be enabled (a published client says so).
 */
export function setUserStatus(call: UserCall): OperationResult {
  const { desk, parameters } = call;
  const seat = seatOf(desk, integerParameter(parameters, "iNodeID"));
  if (!seat) throw new Refusal("InvalidParam_NodeID");
  if (!mayManage(desk, call.user, seat.node)) throw new Refusal("Error");
  const enabled = userStatusOf(parameters);
  if (enabled === undefined || (enabled && !canBeEnabled(seat.person))) throw new Refusal("InvalidParam_Status");
  switchSeat(desk, seat, enabled, call.now());
  return { code: "OK", changed: String(seat.node.id) };
}
