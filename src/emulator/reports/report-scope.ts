import type { Desk } from "../desk/desk.js";
import type { SupportSession } from "../desk/support-session.js";

/** Whether a session belongs to the node of the report. */
export type ReportScope = (session: SupportSession) => boolean;

/**
 * The sessions that a report of a node covers: those of the technicians at or under it, all of them at the root, those
 * of a channel. There are no external technicians here: their root has no sessions (a published client calls it -2),
 * and other nodes of theirs are not known.
 *
 * @param ref a member of the WSDL's NODEREF_V2.
 * @returns undefined where there is no such node.
 */
export function scopeOf({ organisation }: Desk, node: number, ref: string): ReportScope | undefined {
  if (ref === "EXTERNALROOT") return () => false;
  if (ref === "CHANNEL") {
    return organisation.nodeOf(node, "Channel") && (({ channel }) => channel === node);
  }
  const found = organisation.node(node);
  if (ref !== "NODE" || !found || found.type === "Channel") return undefined;
  // A session that no technician has had belongs to the whole account.
  if (found.type === "Root") return () => true;
  const technicians = new Set<number>();
  for (const { id, type } of organisation.subtree(node)) if (type === "Technician") technicians.add(id);
  return ({ technician }) => technician !== undefined && technicians.has(technician);
}
