import type { Desk } from "../desk/desk.js";
import type { SupportSession } from "../desk/support-session.js";

/** The ended sessions of the report's node that began from `begin` to `end`, in milliseconds since 1970. */
export type ReportScope = (begin: number, end: number) => Iterable<SupportSession>;

/**
 * The sessions that a report of a node covers: those of the technicians at or under it, all of them at the root, those
 * of a channel. There are no external technicians here: their root has no sessions (a published client calls it -2),
 * and other nodes of theirs are not known.
 *
 * @param ref a member of the WSDL's NODEREF_V2.
 * @returns undefined where there is no such node.
 */
export function scopeOf({ organisation, sessions }: Desk, node: number, ref: string): ReportScope | undefined {
  const { queues } = sessions;
  if (ref === "EXTERNALROOT") return () => [];
  if (ref === "CHANNEL") {
    const isChannel = organisation.nodeOf(node, "Channel") !== undefined;
    return isChannel ? (begin, end) => queues.ended(begin, end, "channel", node) : undefined;
  }
  const found = organisation.node(node);
  if (ref !== "NODE" || !found || found.type === "Channel") return undefined;
  // A session that no technician has had belongs to the whole account.
  if (found.type === "Root") return (begin, end) => queues.ended(begin, end);
  const technicians: number[] = [];
  for (const { id, type } of organisation.subtree(node)) if (type === "Technician") technicians.push(id);
  return (begin, end) => technicians.flatMap((id) => queues.ended(begin, end, "technician", id));
}
