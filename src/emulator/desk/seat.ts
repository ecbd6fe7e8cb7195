import type { Desk } from "./desk.js";
import type { DeskNode, NodeType } from "./desk-node.js";
import { branch } from "./organisation.js";
import { type ConsoleState, emptyPerson, type Person, ROLES, type Role, worksAs } from "./person.js";
import { isLive } from "./session-status.js";
import { settle } from "./settle-sessions.js";

/** A person in one role: what the guide calls a user node. */
export interface Seat {
  readonly node: DeskNode;
  readonly person: Person;
  readonly role: Role;
}

/** The type of the node of each role. */
export const SEAT_TYPES: Readonly<Record<Role, NodeType>> = {
  masterAdministrator: "MasterAdministrator",
  administrator: "Administrator",
  technician: "Technician",
};

/** The role of a node of this type. */
const ROLE_OF: ReadonlyMap<NodeType, Role> = new Map(ROLES.map((role) => [SEAT_TYPES[role], role]));

/** The seat with that node id; undefined if there is no such node or it is not a user's. */
export function seatOf(desk: Desk, id: number): Seat | undefined {
  const node = desk.organisation.node(id);
  return node && asSeat(node);
}

function asSeat(node: DeskNode): Seat | undefined {
  const role = ROLE_OF.get(node.type);
  return role && node.person && { node, person: node.person, role };
}

/**
 * The status of a node. A technician's is that of the Technician Console. Anything without a console that is not
 * disabled is Offline: documented for a technician group (guide: getHierarchy_v2), inferred for the rest.
 */
export function nodeStatusOf(node: DeskNode): "Disabled" | ConsoleState {
  const seat = asSeat(node);
  if (!seat) return node.enabled ? "Offline" : "Disabled";
  if (!worksAs(seat.person, seat.role)) return "Disabled";
  return seat.role === "technician" ? seat.person.console : "Offline";
}

/** Adds an empty, disabled user in that role under `parent`. */
export function addSeat(desk: Desk, role: Role, parent: DeskNode): Seat {
  const id = desk.newNodeId();
  const person = emptyPerson({ [role]: id });
  const node = branch(id, SEAT_TYPES[role], parent.id, "", { person });
  desk.people.add(person);
  desk.organisation.add(node);
  return { node, person, role };
}

/**
 * Enables or disables one node of a user. The user itself is disabled when all its nodes are (inferred from
 * getAccount's "disabled technician seat" of a user that can still call). Disabling a technician closes the console and
 * aborts the sessions.
 */
export function switchSeat(desk: Desk, { node, person, role }: Seat, enabled: boolean, now: number): void {
  const roles = ROLES.filter((held) => person.nodes[held] !== undefined);
  const disabled = new Set(roles.filter((held) => !worksAs(person, held)));
  if (enabled) disabled.delete(role);
  else disabled.add(role);
  person.enabled = disabled.size < roles.length;
  person.disabledRoles.clear();
  if (person.enabled) for (const other of disabled) person.disabledRoles.add(other);
  if (!enabled && role === "technician") endWork(desk, node.id, person, now);
}

/** Removes a node and everything below it from the tree; users are deleted with their last node. */
export function removeSubtree(desk: Desk, node: DeskNode, now: number): void {
  for (const below of [...desk.organisation.subtree(node.id)].reverse()) {
    const seat = asSeat(below);
    desk.organisation.remove(below);
    if (seat) leaveSeat(desk, seat, now);
  }
}

function leaveSeat(desk: Desk, { node, person, role }: Seat, now: number): void {
  if (role === "technician") endWork(desk, node.id, person, now);
  const left = ROLES.filter((held) => held !== role && person.nodes[held] !== undefined);
  if (left.length === 0) {
    desk.people.delete(person);
    return;
  }
  // The user keeps the other roles; the removed role remains as a deleted user, for reports.
  desk.people.add({
    ...person,
    deleted: true,
    authCode: undefined,
    disabledRoles: new Set(),
    nodes: { [role]: node.id },
  });
  delete person.nodes[role];
  person.disabledRoles.delete(role);
  person.enabled = left.some((held) => worksAs(person, held));
}

/**
 * The open sessions of such a technician get a status of their own: "Aborted: technician was deleted or disabled"
 * (guide: getSession). That they get it at once, in every live status, is inferred.
 */
function endWork(desk: Desk, technician: number, person: Person, now: number): void {
  person.console = "Offline";
  for (const session of desk.sessions.queues.ofTechnician(technician)) {
    // A time-out that is due before this moment comes first.
    settle(desk, session, now);
    if (session.technician !== technician || !isLive(session.status)) continue;
    desk.sessions.change(session, { status: "ABORTED_TECHDELETEDORDISABLED" }, now);
  }
}
