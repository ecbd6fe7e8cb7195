import type { Desk } from "./desk.js";
import type { DeskNode } from "./desk-node.js";
import { type Person, worksAs } from "./person.js";

/**
 * Whether the user may change this node. Master administrators may change every node; administrators those in the
 * technician groups to which they, or an administrator group they are in, are assigned (administration documents, on
 * technician groups and technicians); technicians none. That an administrator may not change the assignments
 * themselves is inferred.
 */
export function mayManage({ organisation }: Desk, user: Person, node: DeskNode): boolean {
  if (worksAs(user, "masterAdministrator")) return true;
  const id = user.nodes.administrator;
  if (id === undefined || !worksAs(user, "administrator") || node.target !== undefined) return false;
  for (let above: DeskNode | undefined = node; above; above = organisation.node(above.parent)) {
    const links = organisation.children(above.id);
    if (links.some(({ target }) => target !== undefined && organisation.isWithin(id, target))) return true;
  }
  return false;
}
